"""Japanese: sentences, and words by UniDic with what it reads wrongly put right."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from linter.languages import ja_fitting
from linter.languages.mecab import Mecab, Word, cut
from linter.languages.normal import normalise
from linter.languages.replacing import Replacement
from linter.values import Place, Span, Term, Token

# Words that UniDic cuts apart inside their neighbours, and that no other word holds:
# 顧客待ち is read as 顧 + 客待ち, なお客様 as なお + 客 + 様, 依頼主に as 依頼 + 主に.
KANJI_WORDS = ("お客様", "お客さま", "お客さん", "御客様", "顧客", "依頼主", "取引先")
# A run of katakana with one rare member is a single unknown word to UniDic.
KATAKANA_WORDS = (
    "クライアント",
    "クライエント",
    "カスタマー",
    "カスタマ",
    "ユーザー",
    "ユーザ",
    "コンシューマー",
    "コンシューマ",
    "サブスクライバー",
    "サブスクライバ",
    "フォロワー",
    "フォロワ",
    "メンバー",
    "ゲスト",
)
# What makes another word of one of these: カスタマイズ, ユーザビリティ, メンバーシップ.
_OTHER_WORD = "(?!ー|ズ|イ(?:ズ|ゼ)|ナイズ|ビリ|シップ|レス)"
# カスタマ is known to UniDic only as カス ("dregs") + タマ or カスタ + マ.
_CUT_APART = frozenset({"カスタマ", "カスタマー"})

# A line that stops at a particle or a comma goes on in the next one.
_GOES_ON = "[、，・はがをにへとのもでや]"
_BLANK_LINE = r"(?:\r?\n|\r(?!\n))[ \t\u3000]*[\r\n]"
_SENTENCE_END = re.compile(
    r"(?:[。！？‼⁇⁈⁉｡]|[!?](?![A-Za-z0-9=&/])|(?<![A-Za-z0-9０-９])．(?![0-9０-９]))+"
    r"[」』）)】〕》”\"’]*"
    rf"|(?:(?<!{_GOES_ON})(?<!{_GOES_ON}\r)|(?={_BLANK_LINE}))[\r\n\u2028\u2029]+"
)

_KNOWN_FEATURES = 7
_LEMMA = 7


class Japanese:
    """Japanese; UniDic is loaded when tokens are first asked for.

    *katakana* and *kanji* are the words that keep their boundaries where UniDic
    does not see them.
    """

    def __init__(
        self,
        *,
        katakana: Iterable[str] = KATAKANA_WORDS,
        kanji: Iterable[str] = KANJI_WORDS,
    ) -> None:
        self._katakana = _any_of(katakana, after=_OTHER_WORD)
        self._kanji = _any_of(kanji)

    def sentences(self, text: str) -> tuple[Span, ...]:
        """Return the sentences of *text*: to 。！？ and closing brackets, or line ends.

        A line that stops at a particle or a comma is no end. Blanks round a sentence
        do not belong to it.
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

        UniDic reads the NFKC form (half-width ｶﾅ are unknown to it). Of characters
        that are several words in NFKC (㈱) the first word alone becomes a token.
        """
        normal = normalise(text[sentence.start : sentence.end])
        found: list[Token] = []
        for word in self._words(normal.text):
            span = normal.original(word.start, word.end)
            start, end = sentence.start + span.start, sentence.start + span.end
            if found and start < found[-1].span.end:
                continue
            known = len(word.features) > _KNOWN_FEATURES
            lemma = word.features[_LEMMA].partition("-")[0] if known else ""
            pos = "-".join(part for part in word.features[:2] if part != "*")
            found.append(Token(text[start:end], Span(start, end), pos, lemma))
        return tuple(found)

    def stretch(self, text: str, sentence: Span, offset: int) -> Span:
        """Return the *sentence*: MeCab weighs all of it for each of its tokens."""
        del text, offset
        return sentence

    def replace(self, place: Place, old: Term, new: Term) -> Replacement | None:
        """Return how *new* goes where *old* stands at *place*, with honorifics and の.

        None where the word is part of another one (顧客化).
        """
        tokens = self.tokens(place.block.text, place.sentence)
        return ja_fitting.fit(tokens, place, old, new)

    @cached_property
    def _mecab(self) -> Mecab:
        from unidic_lite import DICDIR  # noqa: PLC0415 - heavy, and not always used

        return Mecab(f'-r /dev/null -d "{DICDIR}"')

    def _words(self, text: str) -> list[Word]:
        words = self._mecab.words(text)
        for match in self._kanji.finditer(text):
            words = cut(words, text, match.span(), _features)
        for match in self._katakana.finditer(text):
            if _may_be_cut(words, match):
                words = cut(words, text, match.span(), _features)
                words = _joined(words, text, match.start(), match.end())
        return words


def _any_of(words: Iterable[str], *, after: str = "") -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'}){after}")


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    inner = part.strip()
    if inner:
        begin = start + len(part) - len(part.lstrip())
        yield Span(begin, begin + len(inner))


def _may_be_cut(words: list[Word], match: re.Match[str]) -> bool:
    """Tell whether no word that UniDic knows would be cut (メンバーズカード is one)."""
    touched = [
        word for word in words if word.start < match.end() and match.start() < word.end
    ]
    if match[0] in _CUT_APART and touched[0].start == match.start():
        return touched[-1].end == match.end() or len(touched[-1].features) < _LEMMA
    return all(len(word.features) < _LEMMA for word in touched)


def _features(piece: str, word: Word) -> tuple[str, ...]:
    """Return what *piece* is; a verb's or noun's rest keeps the features of *word*."""
    return _PIECES.get(piece, word.features)


_PIECES = {
    "な": ("助動詞", "*"),
    "に": ("助詞", "格助詞"),
    "お": ("接頭辞", "*"),
    "間": ("接尾辞", "名詞的"),
}


def _joined(words: list[Word], text: str, start: int, end: int) -> list[Word]:
    """Make one noun of the words between *start* and *end*."""
    before = [word for word in words if word.end <= start]
    after = [word for word in words if word.start >= end]
    noun = Word(text[start:end], start, end, ("名詞", "普通名詞"))
    return [*before, noun, *after]
