"""What a rule is told beside the document: the business and what its settings say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linter.lexicon import Lexicon, Model
from linter.values import Severity


@dataclass(frozen=True, slots=True)
class Context:
    """The declared business, the word lists, and how findings are wanted.

    *model* is None where no kind of business is declared; messages are written in
    *ui_lang*; *spellings* are the forms declared for words with several. Without
    *select* every rule runs that *ignore* does not name; *severity* replaces the
    weight a rule gives its findings.
    """

    model: Model | None
    lexicon: Lexicon
    ui_lang: str = "en"
    spellings: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
