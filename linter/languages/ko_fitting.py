"""Another audience word in a Korean sentence: particles, honorifics, spaces, counters.

An edit is safe where the run of Hangul after the word is nothing but particles and
honorifics that the new word takes, or a compound that is known to take it.
"""

import re
from dataclasses import dataclass

from linter.languages.hangul import coda
from linter.languages.normal import normalise
from linter.languages.particles import Coda, particles
from linter.languages.replacing import Replacement
from linter.values import BlockKind, Place, Span, Term, Token

# Words for firms: no 님, no 분, no 께서, counted in 곳.
FIRMS = frozenset({"고객사", "거래처", "수임처", "회원사"})
# A firm or a person: the writer knows which.
_EITHER = frozenset({"클라이언트", "광고주"})
_WITH_HONORIFIC = "님"
# 의뢰인님, 회원님 are said every day; 클라이언트님, 소비자님 are stiff.
_TAKES_NIM = frozenset(
    {"의뢰인", "고객", "회원", "구독자", "후원자", "건축주", "광고주"}
)
# 환자님, 주민님 are not said, 환자분 is.
_TAKES_BUN = frozenset({"환자", "내담자", "주민", "수강생", "투숙객"})

_HONORIFIC = re.compile(r"(?P<respect>님|분)?(?P<plural>들)?")
# 님 and 들 start other words: 고객분석, 고객분류, 고객분포.
_NOT_BUN = re.compile(r"분(?:석|류|포|야|기|할|산|양|담|쟁|배|리|위|실|납)")
# What may close over the word before its particle: "고객"을, 고객(customer)을.
_CLOSED = re.compile(r"[\"'”’」』》)\]]+|\([^()\n]{1,30}\)")
# Suffixes that stay glued to any noun.
_SUFFIXES = re.compile(
    r"(?:층|군|별|용|당|측|수|쪽|형|향|간|화|사)(?![가-힣])|(?:층|군|별|측|용)"
)
_VERBAL = re.compile(r"화")
# Prefixes that no free noun is: 비회원 "non-member".
_BOUND = re.compile(r"(?<![가-힣])(?:비|준|정|무|탈|반)$")
_DETERMINERS = re.compile(r"(?<![가-힣])(?:각|전|타|현|구|신|총|주|양|모든)$")
_HEADS = re.compile(
    r"(?:신규|기존|잠재|단골|우수|우량|주요|핵심|일반|개인|기업|법인|해외|국내|해당|대상|"
    r"유료|무료|이용|구매|방문|주문|투숙|장기|최종|타겟|타깃|목표|충성|가망|전체|대표|전담|"
    r"담당|자문|수임|상담|협력|VIP|첫|재구매|휴면|실제|현재)$"
)

_NUMBER = (
    r"(?:\d[\d,]*|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|여러|몇|수십|수백|수천|수만)"
)
_PERSONS = re.compile(
    rf"\s*(?:약\s*)?{_NUMBER}\s*[만천백십여]*\s*(?:명|분|사람|인)(?![가-힣]{{2}})"
)
_PERSONS_BEFORE = re.compile(rf"{_NUMBER}\s*[만천백십여]*\s*(?:명|분|사람)(?:의)?\s*$")
_FIRMS_COUNTED = re.compile(
    rf"\s*(?:약\s*)?{_NUMBER}\s*[만천백십여]*\s*(?:곳|개사|개 사|군데|사)"
)
_FIRMS_BEFORE = re.compile(rf"{_NUMBER}\s*[만천백십여]*\s*(?:곳|개|군데)(?:의)?\s*$")
# 시 of respect for the subject: 하신, 오십니다, 계셨고. Not 시 of 시작, 시간.
_RESPECT = re.compile(
    r"[가-힣](?:시(?:는|면|고|며|기|거나|지|려|도록|어|었|었던|겠)|신(?![가-힣]{2})|실 |십니|"
    r"셨|세요|셔)|께서|드시|계시|여쭈"
)
_SUBJECT = re.compile(r"^(?:께서|이|가|은|는)")
_DEFINED = re.compile(
    r"(?:라|이라) (?:한다|함은|합니다|칭)|(?:이란|라 함은)|제\s?\d+\s?조"
)
_CLAUSE_MARKS = re.compile(r"[,.;:!?。、()\n]")
_SHORT_KINDS = frozenset({BlockKind.BUTTON, BlockKind.LABEL})
_STRAY = re.compile(
    r" (?P<particle>을|를|은|는|이|가|과|와|의|에게|에|께|으로|로|도|만)(?![가-힣])"
)


def fit(
    tokens: tuple[Token, ...], place: Place, old: Term, new: Term
) -> Replacement | None:
    """Return how *new* goes where *old* stands at *place*, None where it cannot.

    *tokens* are those of the sentence.
    """
    text = place.block.text[place.span.start : place.span.end]
    if new.word in (old.word, text):
        return None
    return _Fitting(tokens, place, new).replacement()


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows the word and goes with it, what is written for it, and safety."""

    length: int
    text: str
    safe: bool


class _Fitting:
    """One word of one sentence on its way to another."""

    def __init__(self, tokens: tuple[Token, ...], place: Place, new: Term) -> None:
        self._tokens = tokens
        self._place = place
        self._new = new.word
        text = place.block.text
        self._word = normalise(text[place.span.start : place.span.end]).text
        self._before = normalise(text[place.sentence.start : place.span.start]).text
        self._rest = normalise(text[place.span.end : place.sentence.end])
        self._after = self._rest.text

    def replacement(self) -> Replacement | None:
        """Return the stretch to change and its new text."""
        left = self._left()
        tail = self._tail()
        if left is None or tail is None or self._is_refused():
            return None
        place, text = self._place, self._place.block.text
        end = place.span.end
        if tail.length:
            end += self._rest.original(0, tail.length).end
        space, left_safe = left
        written = space + self._new + tail.text
        whole = place.compound
        shown = self._new
        if whole is not None:
            shown = text[whole.start : place.span.start] + written
            if end < whole.end:
                shown += text[end : whole.end]
            elif whole.end == place.span.end:
                shown = text[whole.start : place.span.start] + space + self._new
        safe = left_safe and tail.safe and self._is_free_to_change()
        return Replacement(Span(place.span.start, end), written, shown, safe)

    # What stands before the word.

    def _left(self) -> tuple[str, bool] | None:
        """Return the space to put before the word, and safety; None if it is bound."""
        before = self._before
        if not before or not re.search(r"[가-힣A-Za-z0-9]$", before):
            return "", True
        if _BOUND.search(before):
            return None
        if _DETERMINERS.search(before) or _HEADS.search(before):
            return " ", True
        return " ", self._place.compound is not None

    # What stands after it.

    def _tail(self) -> _Tail | None:
        """Return how what is glued to the word goes on after the new one."""
        closed = _CLOSED.match(self._after)
        if closed is not None:
            return self._closed(closed.end())
        stray = _STRAY.match(self._after)
        if stray is not None and self._is_particle(1):
            fitted = self._fitted(stray["particle"], self._coda)
            return _Tail(stray.end(), f" {fitted}", safe=False)
        match = _HONORIFIC.match(self._after)
        respect, plural = (match["respect"], match["plural"]) if match else (None, None)
        if respect == "분" and _NOT_BUN.match(self._after):
            respect = plural = None
        honorific = (respect or "") + (plural or "")
        if honorific:
            after = self._after[len(honorific) :]
            found = particles().at_start(after, _last(honorific))
            if found or not re.match("[가-힣]", after):
                return self._honoured(respect or "", plural or "", found)
        return self._plain()

    def _closed(self, length: int) -> _Tail:
        """Re-choose the particle behind a quotation mark or a bracket."""
        closing, after = self._after[:length], self._after[length:]
        old = self._coda
        if closing.endswith(")") and (inner := coda(closing)) is not None:
            # Some writers follow the word in the brackets: 고객(client)를.
            found = particles().at_start(after, old) or particles().at_start(
                after, inner
            )
        else:
            found = particles().at_start(after, old)
        if not found:
            return _Tail(0, "", safe=True)
        fitted = particles().refitted(found, old, coda(self._new))
        return _Tail(length + len(found), closing + fitted, safe=True)

    def _honoured(self, respect: str, plural: str, found: str) -> _Tail | None:
        """Return 님, 분, 들 and the particles for the new word."""
        new = self._new
        length = len(respect + plural + found)
        kept, safe = respect, True
        if new in FIRMS:
            kept, safe = "", False
        elif new.endswith(_WITH_HONORIFIC):
            kept, safe = "", respect == ""
        elif respect == "님" and new in _TAKES_BUN:
            kept, safe = "분", False
        elif respect == "님":
            safe = new in _TAKES_NIM
        elif respect == "분":
            safe = new not in _EITHER
        written = kept + plural
        old = _last(respect + plural)
        now = _last(written) if written else coda(new)
        fitted = self._for_firms(found, now) if new in FIRMS else None
        if fitted is None:
            fitted = particles().refitted(found, old, now)
        elif self._shows_respect(found):
            return None
        return _Tail(length, written + fitted, safe=safe)

    def _plain(self) -> _Tail | None:
        """Return the particles that follow the bare word."""
        found = particles().at_start(self._after, self._coda)
        if not found:
            return self._glued()
        if self._new in FIRMS:
            if self._shows_respect(found):
                return None
            changed = self._for_firms(found, coda(self._new))
            if changed is not None:
                return _Tail(len(found), changed, safe=False)
        respect = ""
        if self._new == "고객" and self._word == "손님" and found.startswith("께"):
            respect = _WITH_HONORIFIC
        if self._word in FIRMS and self._new not in FIRMS and found in _TO_FIRMS:
            return _Tail(len(found), _TO_FIRMS[found], safe=False)
        now = _last(respect) if respect else coda(self._new)
        fitted = particles().refitted(found, self._coda, now)
        sure = now is not None and not found.startswith(("야", "이야"))
        animate = self._new in FIRMS and found.startswith(("에게", "한테"))
        safe = sure and not respect and not animate
        return _Tail(len(found), respect + fitted, safe=safe)

    def _glued(self) -> _Tail | None:
        """Return what a noun, a suffix or nothing asks for after the word."""
        if not re.match("[가-힣A-Za-z0-9]", self._after):
            return _Tail(0, "", safe=self._is_alone())
        if _VERBAL.match(self._after):
            return None
        token = self._token_after()
        if token is not None and token.pos.startswith(("J", "VCP")):
            # No spaces at all: 사용자가결제를취소하였습니다.
            particle = normalise(token.text).text
            fitted = self._fitted(particle, self._coda)
            return _Tail(len(particle), fitted, safe=False)
        suffix = _SUFFIXES.match(self._after)
        known = self._place.compound is not None
        if suffix:
            return _Tail(0, "", safe=known)
        return (
            _Tail(0, " ", safe=known)
            if self._after[0] >= "가"
            else _Tail(0, "", safe=False)
        )

    def _fitted(self, particle: str, old: Coda) -> str:
        found = particles().at_start(particle, old)
        return particles().refitted(found, old, coda(self._new)) if found else particle

    def _for_firms(self, found: str, now: Coda | None) -> str | None:
        """Return 께서, 께 and their tails as a firm takes them, None for others."""
        if not found.startswith("께"):
            return None
        subject = "가" if now is Coda.VOWEL else "이"
        topic = "는" if now is Coda.VOWEL else "은"
        table = {
            "께서": subject,
            "께서는": topic,
            "께선": topic,
            "께서도": "도",
            "께서만": "만이",
            "께": "에",
            "께는": "에는",
            "께도": "에도",
            "께만": "에만",
        }
        return table.get(found, found)

    # Whether it may be done.

    def _is_refused(self) -> bool:
        """Tell whether the word is counted as its kind is not."""
        if self._new in FIRMS and self._word not in FIRMS:
            counted = _PERSONS.match(self._after) or _PERSONS_BEFORE.search(
                self._before
            )
            everybody = re.match(r"(?:님|분)?들?\s*여러분", self._after)
            return bool(counted or everybody)
        if self._word in FIRMS and self._new not in FIRMS:
            counted = _FIRMS_COUNTED.match(self._after) or _FIRMS_BEFORE.search(
                self._before
            )
            return bool(counted) and self._new not in _EITHER
        return False

    def _shows_respect(self, found: str) -> bool:
        """Tell whether the word is a subject that its clause speaks of with 시."""
        if not _SUBJECT.match(found):
            return False
        clause = _CLAUSE_MARKS.split(self._after[len(found) :])[0]
        return _RESPECT.search(clause) is not None

    def _is_alone(self) -> bool:
        """Tell whether the word is not the first of an unknown compound (고객 니즈)."""
        if self._place.compound is not None:
            return True
        token = self._token_after()
        if token is None:
            return True
        gap = self._place.block.text[self._place.span.end : token.span.start]
        noun = token.pos.startswith(("NN", "XPN", "SL", "XR"))
        return not (noun and gap == " " * len(gap) and "\n" not in gap)

    def _is_free_to_change(self) -> bool:
        """Tell whether nothing beside the grammar speaks against changing the word."""
        block = self._place.block
        if block.kind in _SHORT_KINDS or _DEFINED.search(self._before + self._after):
            return False
        left = _CLAUSE_MARKS.split(self._before)[-1]
        right = _CLAUSE_MARKS.split(self._after)[0]
        return self._new not in left and self._new not in right

    @property
    def _coda(self) -> Coda:
        return coda(self._word) or Coda.VOWEL

    def _token_after(self) -> Token | None:
        end = self._place.span.end
        return next((token for token in self._tokens if token.span.start >= end), None)

    def _is_particle(self, gap: int) -> bool:
        """Tell whether the next token, *gap* characters on, is read as a particle."""
        token = self._token_after()
        return (
            token is not None
            and token.span.start == self._place.span.end + gap
            and token.pos.startswith("J")
        )


# To firms one gives with 에, to people with 에게.
_TO_FIRMS = {"에": "에게", "에는": "에게는", "에도": "에게도", "에만": "에게만"}


def _last(written: str) -> Coda:
    return coda(written) or Coda.VOWEL
