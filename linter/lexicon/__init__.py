"""The word lists and business models: TOML in, checked frozen values out."""

from linter.lexicon.load import load, shipped
from linter.lexicon.types import Lexicon, Model

__all__ = ["Lexicon", "Model", "load", "shipped"]
