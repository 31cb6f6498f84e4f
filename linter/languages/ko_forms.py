"""What Korean sets beside an audience word: respect, counters, suffixes, prefixes."""

import re

# Words for firms: no 님, no 분, no 께서, counted in 곳.
FIRMS = frozenset({"고객사", "거래처", "수임처", "회원사"})
# A firm or a person: the writer knows which.
EITHER = frozenset({"클라이언트", "광고주"})
# 의뢰인님, 회원님 are said every day; 클라이언트님, 소비자님 are stiff.
TAKES_NIM = frozenset(
    {"의뢰인", "고객", "회원", "구독자", "후원자", "건축주", "광고주"}
)
# 환자님, 주민님 are not said, 환자분 is.
TAKES_BUN = frozenset({"환자", "내담자", "주민", "수강생", "투숙객"})

HONORIFIC = re.compile(r"(?P<respect>님|분)?(?P<plural>들)?")
# 분 starts other nouns: 고객분석 "customer analysis".
NOT_BUN = re.compile(r"분(?:[석류포야기할산양담쟁배리위실납]|쟁)")
# What may close over the word before its particle: "고객"을, 고객(customer)을.
CLOSED = re.compile(r"[\"'”’」』》)\]]+|\([^()\n]{1,30}\)")
# Machine translation sets a blank before the particle: 고객 을.
STRAY = re.compile(
    r" (?P<particle>을|를|은|는|이|가|과|와|의|에게|에|께|으로|로|도|만)(?![가-힣])"
)
# Suffixes that stay glued to any noun.
SUFFIX = re.compile(
    r"(?:층|군|별|용|당|측|수|쪽|형|향|간)(?![가-힣])|(?:층|군|별|측|용)"
)
# 비회원 "non-member": no free noun takes the place of the second half.
BOUND_PREFIX = re.compile(r"(?<![가-힣])(?:비|준|정|무|탈|반)$")
# What stands before a noun and is no part of a name: 신규고객, 각고객.
FREE_PREFIX = re.compile(
    r"(?<![가-힣])(?:각|전|타|현|구|신|총|주|양|모든)$|"
    r"(?:신규|기존|잠재|단골|우수|우량|주요|핵심|일반|개인|기업|법인|해외|국내|해당|대상|"
    r"유료|무료|이용|구매|방문|주문|투숙|장기|최종|타겟|타깃|목표|충성|가망|전체|대표|전담|"
    r"담당|자문|수임|상담|협력|VIP|첫|재구매|휴면|실제|현재)$"
)

_NUMBER = (
    r"(?:\d[\d,]*|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|여러|몇|수십|수백|수천|수만)"
    r"\s*[만천백십여]*\s*"
)
PERSONS_AFTER = re.compile(rf"\s*(?:약\s*)?{_NUMBER}(?:명|분|사람|인)(?![가-힣]{{2}})")
PERSONS_BEFORE = re.compile(rf"{_NUMBER}(?:명|분|사람)(?:의)?\s*$")
FIRMS_AFTER = re.compile(rf"\s*(?:약\s*)?{_NUMBER}(?:곳|개\s?사|군데|사)")
FIRMS_BEFORE = re.compile(rf"{_NUMBER}(?:곳|개|군데)(?:의)?\s*$")
EVERYBODY = re.compile(r"(?:님|분)?들?\s*여러분")

# 시 of respect for the subject: 하신, 오십니다, 계셨고. Not 시 of 시작, 시간.
RESPECT = re.compile(
    r"[가-힣](?:시(?:는|면|고|며|기|거나|지|려|도록|어|었|었던|겠)|신(?![가-힣]{2})|"
    r"실 |십니|셨|세요|셔)|께서|드시|계시|여쭈"
)
SUBJECT = re.compile(r"(?:께서|이|가|은|는)")
DEFINED = re.compile(
    r"(?:라|이라) (?:한다|함은|합니다|칭)|(?:이란|라 함은)|제\s?\d+\s?조"
)

# What 께서 and 께 become beside a firm: the subject's 이/가, the topic's 은/는, 에.
BESIDE_FIRMS = {
    "께서": "이",
    "께서는": "은",
    "께선": "은",
    "께서도": "도",
    "께서만": "만이",
    "께": "에",
    "께는": "에는",
    "께도": "에도",
    "께만": "에만",
}
# To firms one gives with 에, to persons with 에게; a firm acts with 에서.
BESIDE_PERSONS = {
    "에": "에게",
    "에는": "에게는",
    "에도": "에게도",
    "에만": "에게만",
    "에서": "이",
    "에서는": "은",
    "에서도": "도",
}
