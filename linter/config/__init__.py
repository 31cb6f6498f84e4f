"""The configuration: okyaku.toml, .okyaku.toml or `[tool.okyaku]` → Settings."""

from linter.config.loading import Discovery, discover, load
from linter.config.mistakes import suggest
from linter.config.schema import json_schema
from linter.config.settings import FailOn, Scope, Settings, UserModel, Voice
from linter.config.template import template

__all__ = [
    "Discovery",
    "FailOn",
    "Scope",
    "Settings",
    "UserModel",
    "Voice",
    "discover",
    "json_schema",
    "load",
    "suggest",
    "template",
]
