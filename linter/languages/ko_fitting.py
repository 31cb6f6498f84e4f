"""Another audience word in a Korean sentence: particles, honorifics, spaces, counters.

An edit is safe where the run of Hangul after the word is nothing but particles and
honorifics that the new word takes, or a compound that is known to take it.
"""

import re
from dataclasses import dataclass

from linter.languages import ko_forms as forms
from linter.languages.hangul import coda
from linter.languages.normal import normalise
from linter.languages.particles import Coda, particles
from linter.languages.replacing import Replacement
from linter.values import BlockKind, Place, Span, Term, Token

_NIM, _BUN = "님", "분"
_HANGUL = re.compile("[가-힣]")
_GLUES = re.compile("[가-힣A-Za-z0-9]")
_CLAUSE_MARKS = re.compile(r"[,.;:!?。、()\n]")
_SHORT_KINDS = frozenset({BlockKind.BUTTON, BlockKind.LABEL})
# 야 is address and copula, which differ after a consonant: 아, 이야.
_UNCLEAR = ("야", "이야")


def fit(
    tokens: tuple[Token, ...], place: Place, old: Term, new: Term
) -> Replacement | None:
    """Return how *new* goes where *old* stands at *place*, None where it cannot.

    *tokens* are those of the sentence.
    """
    text = place.block.text[place.span.start : place.span.end]
    if new.word in (old.word, text):
        return None
    return _Fitting(tokens, place, new.word).replacement()


@dataclass(frozen=True, slots=True)
class _Tail:
    """How much after the word goes with it, what is written for that, and safety."""

    length: int
    text: str
    safe: bool


class _Fitting:
    """One word of one sentence on its way to another."""

    def __init__(self, tokens: tuple[Token, ...], place: Place, new: str) -> None:
        self._tokens = tokens
        self._place = place
        self._new = new
        text = place.block.text
        self._word = normalise(text[place.span.start : place.span.end]).text
        self._before = normalise(text[place.sentence.start : place.span.start]).text
        self._rest = normalise(text[place.span.end : place.sentence.end])
        self._after = self._rest.text
        self._old_coda = coda(self._word) or Coda.VOWEL
        self._new_coda = coda(new)
        self._to_firm = new in forms.FIRMS and self._word not in forms.FIRMS
        self._from_firm = self._word in forms.FIRMS and new not in forms.FIRMS

    def replacement(self) -> Replacement | None:
        """Return the stretch to change and its new text."""
        if self._is_counted_otherwise():
            return None
        left, tail = self._left(), self._tail()
        if left is None or tail is None:
            return None
        space, left_safe = left
        start, end = self._place.span.start, self._place.span.end
        if tail.length:
            end += self._rest.original(0, tail.length).end
        written = space + self._new + tail.text
        safe = left_safe and tail.safe and self._is_free_to_change()
        return Replacement(
            Span(start, end), written, self._shown(end, space, written), safe
        )

    def _shown(self, end: int, space: str, written: str) -> str:
        """Return what a message offers for the word, or for its whole compound."""
        place, text = self._place, self._place.block.text
        whole = place.compound
        if whole is None:
            return self._new
        head = text[whole.start : place.span.start]
        if whole.end <= place.span.end:
            return head + space + self._new
        return head + written + text[min(end, whole.end) : whole.end]

    # What stands before the word.

    def _left(self) -> tuple[str, bool] | None:
        """Return the space to put before the word, and safety; None if it is bound."""
        if not self._before or not _GLUES.match(self._before[-1]):
            return "", True
        if forms.BOUND_PREFIX.search(self._before):
            return None
        known = forms.FREE_PREFIX.search(self._before) is not None
        return " ", known or self._place.compound is not None

    # What stands after it.

    def _tail(self) -> _Tail | None:
        """Return how what follows the word goes on after the new one."""
        found = particles().at_start(self._after, self._old_coda)
        if found:
            return self._plain(found)
        closed = forms.CLOSED.match(self._after)
        if closed is not None:
            return self._closed(closed.end())
        stray = forms.STRAY.match(self._after)
        if stray is not None and self._is_particle(gap=1):
            return _Tail(stray.end(), f" {self._fitted(stray['particle'])}", safe=False)
        respect, plural = self._honorific()
        length = len(respect + plural)
        if length:
            old = coda(respect + plural) or Coda.VOWEL
            found = particles().at_start(self._after[length:], old)
            if found or not _HANGUL.match(self._after[length:]):
                return self._honoured(respect, plural, found)
        return self._glued()

    def _honorific(self) -> tuple[str, str]:
        """Return the 님 or 분 and the 들 that follow the word."""
        match = forms.HONORIFIC.match(self._after)
        if match is None or forms.NOT_BUN.match(self._after):
            return "", ""
        return match["respect"] or "", match["plural"] or ""

    def _closed(self, length: int) -> _Tail:
        """Choose the particle behind a quotation mark or a bracket again.

        It agrees with the word; one that follows the word in the brackets, 고객(B2B)가,
        stays as it is.
        """
        after = self._after[length:]
        start = self._place.span.end
        stop = start + self._rest.original(0, length).end
        closing = self._place.block.text[start:stop]
        found = particles().at_start(after, self._old_coda)
        if not found:
            return _Tail(0, "", safe=True)
        fitted = particles().refitted(found, self._old_coda, self._new_coda)
        return _Tail(length + len(found), closing + fitted, self._new_coda is not None)

    def _honoured(self, respect: str, plural: str, found: str) -> _Tail | None:
        """Return 님, 분, 들 and the particles as the new word takes them."""
        kept, safe = self._respect(respect)
        old = coda(respect + plural) or Coda.VOWEL
        now = coda(kept + plural) if kept + plural else self._new_coda
        length = len(respect + plural + found)
        if self._to_firm:
            if self._is_subject_with_respect(found):
                return None
            if found in forms.BESIDE_FIRMS:
                found, old = forms.BESIDE_FIRMS[found], Coda.CONSONANT
        fitted = particles().refitted(found, old, now)
        return _Tail(length, kept + plural + fitted, safe)

    def _respect(self, respect: str) -> tuple[str, bool]:
        """Return what stands for 님 or 분 behind the new word, and safety."""
        new = self._new
        if new in forms.FIRMS:
            return "", False
        if new.endswith(_NIM):
            return "", not respect
        if respect == _NIM and new in forms.TAKES_BUN:
            return _BUN, False
        if respect == _NIM:
            return respect, new in forms.TAKES_NIM
        return respect, respect != _BUN or new not in forms.EITHER

    def _plain(self, found: str) -> _Tail | None:
        """Return the particles *found* right after the word, for the new one."""
        if self._to_firm:
            if self._is_subject_with_respect(found):
                return None
            if found in forms.BESIDE_FIRMS:
                return self._exchanged(found, forms.BESIDE_FIRMS[found])
        if self._from_firm and found in forms.BESIDE_PERSONS:
            return self._exchanged(found, forms.BESIDE_PERSONS[found])
        respect = ""
        if self._word.endswith(_NIM) and self._new == "고객" and found[0] == "께":
            respect = _NIM
        now = coda(respect) if respect else self._new_coda
        fitted = particles().refitted(found, self._old_coda, now)
        clear = now is not None and not respect and found not in _UNCLEAR
        given = self._to_firm and found.startswith(("에게", "한테"))
        return _Tail(len(found), respect + fitted, clear and not given)

    def _exchanged(self, found: str, other: str) -> _Tail:
        """Return the particle *other*, given after a consonant, in place of *found*."""
        fitted = particles().refitted(other, Coda.CONSONANT, self._new_coda)
        return _Tail(len(found), fitted, safe=False)

    def _glued(self) -> _Tail | None:
        """Return what a noun, a suffix or nothing asks for after the word."""
        known = self._place.compound is not None
        if not _GLUES.match(self._after):
            return _Tail(0, "", known or self._is_alone())
        if self._after.startswith("화"):
            return None
        if self._is_particle():
            # No spaces at all: 사용자가결제를취소하였습니다.
            particle = normalise(self._next_token().text).text
            return _Tail(len(particle), self._fitted(particle), safe=False)
        if forms.SUFFIX.match(self._after) or not _HANGUL.match(self._after):
            return _Tail(0, "", known)
        return _Tail(0, " ", known)

    def _fitted(self, particle: str) -> str:
        """Return *particle* as it stands after the new word."""
        found = particles().at_start(particle, self._old_coda)
        if not found:
            return particle
        return particles().refitted(found, self._old_coda, self._new_coda)

    # Whether it may be done.

    def _is_counted_otherwise(self) -> bool:
        """Tell whether persons are counted and a firm is offered, or the reverse."""
        if self._to_firm:
            return bool(
                forms.PERSONS_AFTER.match(self._after)
                or forms.PERSONS_BEFORE.search(self._before)
                or forms.EVERYBODY.match(self._after)
            )
        return (
            self._from_firm
            and self._new not in forms.EITHER
            and bool(
                forms.FIRMS_AFTER.match(self._after)
                or forms.FIRMS_BEFORE.search(self._before)
            )
        )

    def _is_subject_with_respect(self, found: str) -> bool:
        """Tell whether the word is a subject that its clause speaks of with 시.

        고객사께서 하신 gives respect to a thing, which guides to good Korean reject.
        """
        rest = self._after.partition(found)[2] if found else self._after
        clause = _CLAUSE_MARKS.split(rest)[0]
        subject = forms.SUBJECT.match(found) is not None
        return subject and forms.RESPECT.search(clause) is not None

    def _is_alone(self) -> bool:
        """Tell whether the word is not the first of an unknown compound (고객 니즈)."""
        token = self._next_token()
        gap = self._after[: len(self._after) - len(self._after.lstrip(" "))]
        start = self._place.span.end + len(gap)
        return not (
            token.span.start == start and token.pos.startswith(("NN", "XPN", "SL"))
        )

    def _is_free_to_change(self) -> bool:
        """Tell whether nothing beside the grammar speaks against changing the word."""
        block = self._place.block
        if block.kind in _SHORT_KINDS or forms.DEFINED.search(
            self._before + self._after
        ):
            return False
        left = _CLAUSE_MARKS.split(self._before)[-1]
        right = _CLAUSE_MARKS.split(self._after)[0]
        return self._new not in left and self._new not in right

    def _is_particle(self, *, gap: int = 0) -> bool:
        """Tell whether the token *gap* characters on is read as particle or copula."""
        token = self._next_token()
        near = token.span.start == self._place.span.end + gap
        return near and token.pos.startswith(("J", "VCP"))

    def _next_token(self) -> Token:
        """Return the token after the word, an empty one where there is none."""
        end = self._place.span.end
        following = (token for token in self._tokens if token.span.start >= end)
        return next(following, Token("", Span(-1, -1)))
