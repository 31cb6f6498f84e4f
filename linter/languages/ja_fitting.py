"""Another audience word in a Japanese sentence: honorifics, の, compounds.

An edit is safe only for a bare noun with its particle, or in a compound that is known
to take the new word; respect (様, お…) follows the words, not the model.
"""

import re
from dataclasses import dataclass

from linter.languages.replacing import Replacement
from linter.values import BlockKind, Place, Span, Term, Token


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Respect after the word.
_HONORIFICS = ("様", "さま", "サマ", "さん", "殿")
_PLURALS = ("たち", "達", "方", "がた", "ら", "方々")
_EVERYBODY = re.compile("の(?:皆(?:様|さま|さん)|みなさ[まん]|みな様|方々|方)")
_HONORIFIC = re.compile("|".join(_HONORIFICS))
_PLURAL = re.compile("|".join(sorted(_PLURALS, key=len, reverse=True)))

# ご/お before the word itself; words of katakana and 会員, 顧客, 患者 never take one.
_PREFIXES = {
    "依頼者": "ご",
    "依頼主": "ご",
    "依頼人": "ご",
    "利用者": "ご",
    "購入者": "ご",
    "購読者": "ご",
    "登録者": "ご",
    "支援者": "ご",
    "取引先": "お",
    "得意先": "お",
}
# 顧客様 is a mistake, and nobody says 消費者様 or 住民様 of people in general.
_WITHOUT_HONORIFIC = frozenset({"顧客", "消費者", "住民", "生徒", "受講生", "買い物客"})

# Adverbs that UniDic calls nouns: no compound with the word after them.
_ADVERBS = _listed(
    "現在 今日 本日 今 今後 今回 以前 以後 従来 最近 通常 普段 日頃 日々 毎日 毎週 "
    "毎月 毎年 時々 当初 将来 結局 実際 一方 他方 当時 先日 昨年 今年 後 際 時 場合 "
    "ため 上 中 間 ほか"
)
# Before お客様 a noun needs の, a prefix another word.
_BEFORE_HONORIFIC = {
    "全": "すべての",
    "各": "それぞれの",
    "両": "両方の",
    "元": "以前の",
    "旧": "以前の",
    "新": "新しい",
    "他": "ほかの",
    "主要": "主要な",
    "優良": "優良な",
    "潜在": "潜在的な",
    "重要": "重要な",
    "特定": "特定の",
}
# 法人のお客様 → 法人クライアント: kinds of buyers, not somebody who has buyers.
_KINDS = _listed(
    "法人 個人 企業 新規 既存 見込み 一般 大口 小口 常連 海外 国内 担当 主要な 優良な "
    "潜在的な ターゲットの"
)
_COMPOUND_TAILS = _listed(
    "企業 層 名 数 情報 データ 向け 側 先 リスト 一覧 ニーズ 対応 自身 本人 専用 用 別 "
    "ごと 同士 各位 基盤 対象 全体 全員 宛 宛て 宛て先 担当 担当者 目線 視点 様"
)
_HONORIFIC_TAILS = _listed(
    "情報 名 数 層 向け 側 先 対応 自身 本人 専用 用 別 ごと 同士 各位 宛 宛て 目線 "
    "視点 企業 リスト"
)
# 企業 is no person: 依頼者企業 cannot be said.
_NO_FIRMS = re.compile("[者員人主手客生民]$")
_COMPOUND_HEADS = _listed(
    "新規 既存 法人 個人 見込み 潜在 主要 優良 大口 小口 担当 全 各 海外 国内 外部 "
    "直接 重要 ターゲット 紹介 有料 一般 特定 大手"
)
# 注文 of an お客様 is rather ご注文; which takes お, which ご, is left to the writer.
_DEEDS = re.compile(
    "の(?:注文|要望|希望|意見|相談|予約|依頼|質問|連絡|来店|購入|利用|到着|都合|負担|了承|"
    "同意|理解|協力|声がけ|申し込み|申込|問い合わせ|家族|自宅|名前|住所|支払い)"
)
_POLITE = re.compile(
    "ください|下さい|くださ[るっ]|いただ|頂[いきけく]|なさ[いっるれ]|お(?:[一-龠]{1,2}[いきしちみりえけせてめれび])"
    "に?な|ご[一-龠]{2,4}(?:になれ|にな|でき|いた)|ご(?:自身|希望|要望|都合|負担|意見|家族|利用|"
    "自宅|指定|確認|了承|注意)|おります|ございます|差し上げ|お(?:選び|申し|問い|買い|支払|"
    "手元|届け|名前)"
)
_DEFINED = re.compile(
    "といいます|と言います|という。|と称し|以下「|以下「|第[0-9０-９一二三四五六七八九十]+条"
)
_CLAUSE_MARKS = re.compile("[、。,;:：；！？!?「」『』()（）\n]")
_SHORT_HEADING = 12
_SHORT_KINDS = frozenset({BlockKind.BUTTON, BlockKind.LABEL})
_KATAKANA = re.compile("[ァ-ヺー・]+")
_BLANKS = " \u3000・"


_NOUNS = ("名詞", "接尾辞", "代名詞")
_LOOSE = ("助詞", "助動詞", "補助記号", "記号", "空白")


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
    return word.endswith(_HONORIFICS) and word[0] in "お御ご"


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
            prefix = _PREFIXES.get(word, "") if not self._noun_before(start) else ""
        start, before, left_safe = self._left(start)
        end, after, right_safe = self._right(end, after)
        if after is None:
            return None
        return _Around(
            start,
            end,
            before + prefix,
            word,
            after,
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
        return before.span.start, True, _PREFIXES.get(self._new.word, "")

    def _suffix(self) -> tuple[int, bool, str, bool]:
        """Return where 様 ends, whether it asks for ご, what is written for it, safety."""
        end = self._place.span.end
        text, limit = self._text, self._sentence.end
        if (match := _HONORIFIC.match(text, end, limit)) and self._ends(match.end()):
            if self._gives_respect:
                return match.end(), False, "", True
            if self._new.word in _WITHOUT_HONORIFIC:
                return match.end(), False, "", False
            return match.end(), True, match[0], True
        if match := _EVERYBODY.match(text, end, limit):
            if (
                not self._ends(match.end())
                or text[match.end() : match.end() + 1] == "が"
            ):
                return end, False, "", False
            if self._gives_respect:
                return match.end(), False, "", False
            return match.end(), False, match[0], not self._takes_respect
        if (match := _PLURAL.match(text, end, limit)) and self._ends(match.end()):
            plural = "方" if self._gives_respect else match[0]
            if self._takes_respect and not self._gives_respect:
                plural = "の皆様"
            keeps = not (self._gives_respect or self._takes_respect)
            return match.end(), False, plural, keeps
        if self._takes_respect and not self._gives_respect:
            polite = _POLITE.search(text, end, limit) is not None
            takes = self._new.word not in _WITHOUT_HONORIFIC
            return end, polite and takes, "様" if polite and takes else "", False
        return end, False, "", True

    def _left(self, start: int) -> tuple[int, str, bool]:
        """Return where the change starts, what stands before the word, and safety."""
        noun = self._noun_before(start)
        if noun is None:
            return self._without_no(start)
        if self._gives_respect and not self._takes_respect:
            if noun.text in _BEFORE_HONORIFIC:
                return noun.span.start, _BEFORE_HONORIFIC[noun.text], False
            return start, "の", False
        adjacent = noun.span.end == start
        return start, "", adjacent and noun.text in _COMPOUND_HEADS

    def _without_no(self, start: int) -> tuple[int, str, bool]:
        """Drop の between a kind and katakana: 法人のお客様 → 法人クライアント."""
        if (
            self._takes_respect
            and not self._gives_respect
            and _KATAKANA.fullmatch(self._new.word)
        ):
            before = self._text[self._sentence.start : start]
            for kind in _KINDS:
                if before.endswith(f"{kind}の"):
                    return start - 1, "", False
        return start, "", True

    def _right(self, end: int, after: str) -> tuple[int, str | None, bool]:
        """Return where the change ends, what follows the word, and safety."""
        token = self._token_after(end)
        if token is None or token.pos.startswith(_LOOSE):
            deed = self._gives_respect and _DEEDS.match(self._text, end) is not None
            return end, after, not deed
        if token.text == "化":
            return end, None, False
        if not token.pos.startswith(_NOUNS) or token.span.start != end:
            return end, after, False
        if token.text[0].isdecimal():
            return end, after, not self._gives_respect
        tail = self._text[end : self._compound_end(end)]
        if self._gives_respect and not self._takes_respect:
            if tail in _HONORIFIC_TAILS:
                return end, after, tail not in ("企業", "リスト")
            return end, after + "の", False
        if tail == "企業" and _NO_FIRMS.search(self._new.word):
            return end + len(tail), after, False
        return end, after, tail in _COMPOUND_TAILS

    def _compound_end(self, end: int) -> int:
        """Return where the run of nouns that starts at *end* stops."""
        for token in self._tokens:
            if token.span.start == end and token.pos.startswith(_NOUNS):
                end = token.span.end
        return end

    def _is_free_to_change(self) -> bool:
        """Tell whether nothing beside the grammar speaks against changing the word."""
        block = self._place.block
        if block.kind in _SHORT_KINDS or _DEFINED.search(block.text):
            return False
        if (
            block.kind is BlockKind.HEADING
            and len(block.text.strip()) <= _SHORT_HEADING
        ):
            return False
        clause = self._clause()
        return not any(word in clause for word in (self._new.word, *self._new.also))

    def _clause(self) -> str:
        """Return the clause without the word itself."""
        span, text = self._place.span, self._text
        left = _CLAUSE_MARKS.split(text[self._sentence.start : span.start])[-1]
        right = _CLAUSE_MARKS.split(text[span.end : self._sentence.end])[0]
        return f"{left}\n{right}"

    def _noun_before(self, start: int) -> Token | None:
        token = self._token_before(start)
        if token is None or token.text in _ADVERBS:
            return None
        return token if token.pos.startswith((*_NOUNS, "接頭辞", "形状詞")) else None

    def _token_before(self, offset: int) -> Token | None:
        """Return the token that ends at *offset* or one blank or ・ before it."""
        for token in reversed(self._tokens):
            if token.span.end <= offset:
                gap = self._text[token.span.end : offset]
                return token if not gap.strip(_BLANKS) and len(gap) <= 1 else None
        return None

    def _token_after(self, offset: int) -> Token | None:
        for token in self._tokens:
            if token.span.start >= offset:
                return token
        return None

    def _ends(self, offset: int) -> bool:
        return any(token.span.end == offset for token in self._tokens)
