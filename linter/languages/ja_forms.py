"""The words round a Japanese audience word that decide how another one goes in."""

import re

from linter.values import BlockKind


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Respect after the word.
HONORIFICS = ("様", "さま", "サマ", "さん", "殿")
PLURALS = ("たち", "達", "方", "がた", "ら", "方々")
EVERYBODY = re.compile("の(?:皆(?:様|さま|さん)|みなさ[まん]|みな様|方々|方)")
HONORIFIC = re.compile("|".join(HONORIFICS))
PLURAL = re.compile("|".join(sorted(PLURALS, key=len, reverse=True)))

# ご/お before the word itself; words of katakana and 会員, 顧客, 患者 never take one.
PREFIXES = {
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
WITHOUT_HONORIFIC = frozenset({"顧客", "消費者", "住民", "生徒", "受講生", "買い物客"})

# Adverbs that UniDic calls nouns: no compound with the word after them.
ADVERBS = _listed(
    "現在 今日 本日 今 今後 今回 以前 以後 従来 最近 通常 普段 日頃 日々 毎日 毎週 "
    "毎月 毎年 時々 当初 将来 結局 実際 一方 他方 当時 先日 昨年 今年 後 際 時 場合 "
    "ため 上 中 間 ほか"
)
# Before お客様 a noun needs の, a prefix another word.
BEFORE_HONORIFIC = {
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
KINDS = _listed(
    "法人 個人 企業 新規 既存 見込み 一般 大口 小口 常連 海外 国内 担当 主要な 優良な "
    "潜在的な ターゲットの"
)
COMPOUND_TAILS = _listed(
    "企業 層 名 数 情報 データ 向け 側 先 リスト 一覧 ニーズ 対応 自身 本人 専用 用 別 "
    "ごと 同士 各位 基盤 対象 全体 全員 宛 宛て 宛て先 担当 担当者 目線 視点 様 以外 "
    "等 間 同様 ほか"
)
HONORIFIC_TAILS = _listed(
    "情報 名 数 層 向け 側 先 対応 自身 本人 専用 用 別 ごと 同士 各位 宛 宛て 目線 "
    "視点 企業 リスト 限定 以外 等 間 同様 ほか 方 方々"
)
# お客様企業 and お客様リスト can be said, but a writer may want other words.
RARE_TAILS = frozenset({"企業", "リスト"})
# No other word can stand before these: 顧客化 (making customers), クライアントワーク
# (work for clients).
UNFIT_TAILS = frozenset({"化", "ワーク", "ワークス"})
# 企業 is no person: 依頼者企業 cannot be said.
NO_FIRMS = re.compile("[者員人主手客生民]$")
COMPOUND_HEADS = _listed(
    "新規 既存 法人 個人 見込み 潜在 主要 優良 大口 小口 担当 全 各 海外 国内 外部 "
    "直接 重要 ターゲット 紹介 有料 一般 特定 大手"
)
# 注文 of an お客様 is rather ご注文; which takes お, which ご, is left to the writer.
DEEDS = re.compile(
    "(?:から)?の(?:注文|要望|希望|意見|相談|予約|依頼|質問|連絡|来店|購入|利用|到着|都合|負担|了承|"
    "同意|理解|協力|声がけ|申し込み|申込|問い合わせ|家族|自宅|名前|住所|支払い)"
)
POLITE = re.compile(
    "ください|下さい|くださ[るっ]|いただ|頂[いきけく]|なさ[いっるれ]|お(?:[一-龠]{1,2}[いきしちみりえけせてめれび])"
    "に?な|ご[一-龠]{2,4}(?:になれ|にな|でき|いた)|ご(?:自身|希望|要望|都合|負担|意見|家族|利用|"
    "自宅|指定|確認|了承|注意)|おります|ございます|差し上げ|お(?:選び|申し|問い|買い|支払|"
    "手元|届け|名前)"
)
DEFINED = re.compile(
    "といいます|と言います|という。|と称し|以下「|以下「|第[0-9０-９一二三四五六七八九十]+条"
)
CLAUSE_MARKS = re.compile("[、。,;:：；！？!?「」『』()（）\n]")
SHORT_HEADING = 12
SHORT_KINDS = frozenset({BlockKind.BUTTON, BlockKind.LABEL})
KATAKANA = re.compile("[ァ-ヺー・]+")
BLANKS = " \u3000・"


NOUNS = ("名詞", "接尾辞", "代名詞")
LOOSE = ("助詞", "助動詞", "接続詞", "補助記号", "記号", "空白")
