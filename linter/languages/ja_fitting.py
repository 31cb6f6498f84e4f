"""Another audience word in a Japanese sentence: honorifics, の, compounds.

An edit is safe only for a bare noun with its particle, or in a compound that is known
to take the new word; respect (様, お…) follows the words, not the model.
"""

import re
from dataclasses import dataclass

from linter.languages import ja_forms as forms
from linter.languages.replacing import Replacement
from linter.values import BlockKind, Place, Span, Term, Token


def fit(
    tokens: tuple[Token, ...], place: Place, old: Term, new: Term
) -> Replacement | None:
    """Return how *new* goes where *old* stands at *place*, None where it cannot.

    *tokens* are those of the sentence.
    """
    if old.word == new.word:
        return None
    return _Fitting(tokens, place, new).replacement()


def _is_honorific(word: str) -> bool:
    """Tell whether *word* carries its own respect (お客様)."""
    return word.endswith(forms.HONORIFICS) and word[0] in "お御ご"


@dataclass(frozen=True, slots=True)
class _Around:
    """The stretch that changes: what stands round the word, and what goes with it."""

    start: int
    end: int
    before: str
    word: str
    after: str
    safe: bool


class _Fitting:
    """One word of one sentence on its way to another."""

    def __init__(self, tokens: tuple[Token, ...], place: Place, new: Term) -> None:
        self._place = place
        self._text = place.block.text
        self._new = new
        self._sentence = place.sentence
        self._tokens = tokens
        self._gives_respect = _is_honorific(new.word)
        self._takes_respect = _is_honorific(
            self._text[place.span.start : place.span.end]
        )

    def replacement(self) -> Replacement | None:
        """Return the stretch to change and its new text."""
        around = self._around()
        if around is None:
            return None
        text = around.before + around.word + around.after
        shown_at = self._place.compound or self._place.span
        shown = (
            self._text[min(shown_at.start, around.start) : around.start]
            + text
            + self._text[around.end : max(shown_at.end, around.end)]
            if self._place.compound
            else around.word
        )
        return Replacement(
            Span(around.start, around.end),
            text,
            shown,
            around.safe and self._is_free_to_change(),
        )

    def _around(self) -> _Around | None:
        start, prefix_safe, prefix = self._prefix()
        word = self._new.word
        end, honorific, after, safe = self._suffix()
        if honorific and not self._gives_respect:
            prefix = (
                forms.PREFIXES.get(word, "") if not self._noun_before(start) else ""
            )
        start, before, left_safe = self._left(start)
        end, following, right_safe = self._right(end, after)
        if following is None:
            return None
        return _Around(
            start,
            end,
            before + prefix,
            word,
            following,
            prefix_safe and safe and left_safe and right_safe,
        )

    def _prefix(self) -> tuple[int, bool, str]:
        """Return where the word starts with its お or ご, and the new word's own."""
        start = self._place.span.start
        before = self._token_before(start)
        if before is None or before.text not in ("お", "ご", "御"):
            return start, True, ""
        if self._gives_respect:
            return before.span.start, True, ""
        return before.span.start, True, forms.PREFIXES.get(self._new.word, "")

    def _suffix(self) -> tuple[int, bool, str, bool]:
        """Return where respect ends, whether it asks for ご, what to write, safety."""
        for read in (self._honorific, self._everybody, self._plural):
            found = read()
            if found is not None:
                return found
        end = self._place.span.end
        if self._takes_respect and not self._gives_respect:
            polite = forms.POLITE.search(self._text, end, self._sentence.end)
            takes = self._new.word not in forms.WITHOUT_HONORIFIC
            asks = polite is not None and takes
            return end, asks, "様" if asks else "", False
        return end, False, "", True

    def _honorific(self) -> tuple[int, bool, str, bool] | None:
        """Read 様 or さん right after the word."""
        match = self._match(forms.HONORIFIC)
        if match is None or not self._ends(match.end()):
            return None
        if self._gives_respect:
            return match.end(), False, "", True
        if self._new.word in forms.WITHOUT_HONORIFIC:
            return match.end(), False, "", False
        return match.end(), match[0] != "さん", match[0], True

    def _everybody(self) -> tuple[int, bool, str, bool] | None:
        """Read の皆様 or の方; の方が may be "rather" and is left alone."""
        match = self._match(forms.EVERYBODY)
        if match is None:
            return None
        if not self._ends(match.end()) or self._text.startswith("が", match.end()):
            return self._place.span.end, False, "", False
        if self._gives_respect:
            return match.end(), False, "", False
        return match.end(), False, match[0], not self._takes_respect

    def _plural(self) -> tuple[int, bool, str, bool] | None:
        """Read たち or 方 right after the word."""
        match = self._match(forms.PLURAL)
        if match is None or not self._ends(match.end()):
            return None
        plural = "方" if self._gives_respect else match[0]
        if self._takes_respect and not self._gives_respect:
            plural = "の皆様"
        keeps = not (self._gives_respect or self._takes_respect)
        return match.end(), False, plural, keeps

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self._text, self._place.span.end, self._sentence.end)

    def _left(self, start: int) -> tuple[int, str, bool]:
        """Return where the change starts, what stands before the word, and safety."""
        noun = self._noun_before(start)
        if noun is None:
            return self._without_no(start)
        if self._gives_respect and not self._takes_respect:
            if noun.text in forms.BEFORE_HONORIFIC:
                return noun.span.start, forms.BEFORE_HONORIFIC[noun.text], False
            return start, "の", False
        adjacent = noun.span.end == start
        return start, "", adjacent and noun.text in forms.COMPOUND_HEADS

    def _without_no(self, start: int) -> tuple[int, str, bool]:
        """Drop の between a kind and katakana: 法人のお客様 → 法人クライアント."""
        if (
            self._takes_respect
            and not self._gives_respect
            and forms.KATAKANA.fullmatch(self._new.word)
        ):
            before = self._text[self._sentence.start : start]
            for kind in forms.KINDS:
                if before.endswith(f"{kind}の"):
                    return start - 1, "", False
        return start, "", True

    def _right(self, end: int, after: str) -> tuple[int, str | None, bool]:
        """Return where the change ends, what follows the word, and safety."""
        token = self._token_after(end)
        if token is None or token.pos.startswith(forms.LOOSE):
            deed = (
                self._gives_respect and forms.DEEDS.match(self._text, end) is not None
            )
            return end, after, not deed
        if token.text in forms.UNFIT_TAILS:
            return end, None, False
        if not token.pos.startswith(forms.NOUNS) or token.span.start != end:
            return end, after, False
        return self._noun_after(token, end, after)

    def _noun_after(self, token: Token, end: int, after: str) -> tuple[int, str, bool]:
        """Fit the new word to the noun *token* that follows it without a particle."""
        if token.text[0].isdecimal():
            return end, after, not self._gives_respect
        tail = self._text[end : self._compound_end(end)]
        if self._gives_respect and not self._takes_respect:
            if token.text in forms.HONORIFIC_TAILS:
                known = tail in forms.HONORIFIC_TAILS and tail not in forms.RARE_TAILS
                return end, after, known
            return end, after + "の", False
        if tail == "企業" and forms.NO_FIRMS.search(self._new.word):
            return end + len(tail), after, False
        return end, after, tail in forms.COMPOUND_TAILS

    def _compound_end(self, end: int) -> int:
        """Return where the run of nouns that starts at *end* stops."""
        for token in self._tokens:
            if token.span.start == end and token.pos.startswith(forms.NOUNS):
                end = token.span.end
        return end

    def _is_free_to_change(self) -> bool:
        """Tell whether nothing beside the grammar speaks against changing the word."""
        block = self._place.block
        if block.kind in forms.SHORT_KINDS or forms.DEFINED.search(block.text):
            return False
        if (
            block.kind is BlockKind.HEADING
            and len(block.text.strip()) <= forms.SHORT_HEADING
        ):
            return False
        clause = self._clause()
        return not any(word in clause for word in (self._new.word, *self._new.also))

    def _clause(self) -> str:
        """Return the clause without the word itself."""
        span, text = self._place.span, self._text
        left = forms.CLAUSE_MARKS.split(text[self._sentence.start : span.start])[-1]
        right = forms.CLAUSE_MARKS.split(text[span.end : self._sentence.end])[0]
        return f"{left}\n{right}"

    def _noun_before(self, start: int) -> Token | None:
        token = self._token_before(start)
        if token is None or token.text in forms.ADVERBS:
            return None
        return (
            token if token.pos.startswith((*forms.NOUNS, "接頭辞", "形状詞")) else None
        )

    def _token_before(self, offset: int) -> Token | None:
        """Return the token that ends at *offset* or one blank or ・ before it."""
        for token in reversed(self._tokens):
            if token.span.end <= offset:
                gap = self._text[token.span.end : offset]
                return token if not gap.strip(forms.BLANKS) and len(gap) <= 1 else None
        return None

    def _token_after(self, offset: int) -> Token | None:
        for token in self._tokens:
            if token.span.start >= offset:
                return token
        return None

    def _ends(self, offset: int) -> bool:
        return any(token.span.end == offset for token in self._tokens)
