"""The configuration: okyaku.toml, .okyaku.toml or `[tool.okyaku]` → Settings.

Each part is imported when first asked for: where no configuration file lies above the
copy, `linter.config.finding` alone tells so.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.config.finding import discover
    from linter.config.loading import Discovery, load
    from linter.config.mistakes import suggest
    from linter.config.schema import json_schema
    from linter.config.settings import (
        Exemption,
        FailOn,
        Scope,
        Settings,
        UserModel,
    )
    from linter.config.templates import template

__all__ = [
    "Discovery",
    "Exemption",
    "FailOn",
    "Scope",
    "Settings",
    "UserModel",
    "discover",
    "json_schema",
    "load",
    "suggest",
    "template",
]

_HOMES = {
    "Discovery": "loading",
    "discover": "finding",
    "json_schema": "schema",
    "load": "loading",
    "suggest": "mistakes",
    "template": "templates",
}


def __getattr__(name: str) -> object:
    """Load *name* from its module (PEP 562)."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    home = _HOMES.get(name, "settings")
    return getattr(import_module(f"linter.config.{home}"), name)
