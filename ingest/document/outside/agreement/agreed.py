"""What words around the forms say against themselves, whatever the forms print.

调整后预算800万元。全年实际支出760万元，预算执行率98%: the amounts give another rate.
支出比上年427万元增加35万元，增长7%: the amounts give another growth.
合计1500万元，其中：基本支出1000万元，项目支出520万元: the parts are not the sum.
发放问卷200份，收回230份: more came back than were sent.
项目支出286万元 … 项目支出包括会议经费48万元，调研经费62万元，提案经费12万元: the list is not the sum.
Sums, products, shares and limits of its amounts (`sums`).
于2023年3月对2023年度项目开展绩效自评: the year was not over.
项目资金中12.6万元用于公务接待: the money went elsewhere.
实现林业总产值XX亿元: nothing was filled in.
各项目均完成年初绩效目标: what the forms have to bear out.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ingest.document.outside.agreement.sums import Disagreement, sums_disagreeing, value_of
from ingest.document.outside.clauses import NUMBER, rate_clause, spending_clause
from ingest.document.outside.sentences import Sentence
from ingest.forms.labelled.labels import speaks
from ingest.vocabulary import words

_ALIKE = Decimal("0.1")
"""Points by which a rate may be rounded."""
_OF_WHOLE = Decimal("0.6")
"""Points by which a rate without decimals may be rounded."""
_CENT = Decimal("0.011")
"""万元 by which a sum may be rounded."""
_LEAST, _MOST = 50, 130
"""Per cent between which amounts are a budget and what was spent of it."""
_LAST_MONTH = 12
_NUMBER = "(?<![0-9.,])" + NUMBER
_AMOUNT = re.compile(_NUMBER + "(万元|亿元|元)")
_SENTENCE = re.compile("[。！；;]")
_PARTS = re.compile(
    rf"{_NUMBER}万元[，,（(]?其中[：:]?基本支出为?{NUMBER}万元[^0-9元]{{0,6}}(?:[0-9.]+[%％])?[，,；;、]?项目支出为?{NUMBER}万元"
)
_ADDED = re.compile(
    rf"{_NUMBER}万元[和及与加、][^0-9。；;元]{{0,10}}{NUMBER}万元(?:组成|构成)?[，,、]?(?:资金)?(?:合计|共计|总计)[^0-9。；;元]{{0,6}}{NUMBER}万元"
)
_WAN = re.compile(rf"{_NUMBER}万元")
_LAST_YEAR = "(?:比|较)(?:上年|去年|上一年|20[0-9]{2}年)"
_GROWTH = (
    f"(增加|增长|减少|下降|压减|降低)了?{NUMBER}万元[，,、(（]?(?:同比|约)?(?:增[长加]|下降|减少|降低|[增降]幅)"
    f"[^0-9。；;，,]{{0,4}}{NUMBER}[%％]"
)
_GROWN_FROM = re.compile(rf"{_LAST_YEAR}[^0-9。；;，,]{{0,10}}{NUMBER}万元[，,]?{_GROWTH}")
_GROWN_TO = re.compile(rf"{_NUMBER}万元[，,](?:与|同)?{_LAST_YEAR}[^0-9。；;，,]{{0,10}}{_GROWTH}")
_ITEM = rf"[^0-9。；;，,、:：]{{2,24}}{NUMBER}万元"
_LISTED = re.compile(
    rf"([\u4e00-\u9fff]{{2}}支出)(?:分别)?(?:包括|包含|具体为|由|为)[：:]?{_ITEM}(?:[，,、和及]{_ITEM}){{2,40}}(?:组成|构成)?"
)
_SOME = re.compile("等|主要|其中|部分")
_MONTH = re.compile("([0-9]{1,2})月")
_SURVEY = re.compile(
    "(?:发放|发出)[^0-9。]{0,12}([0-9]{1,6})份[^0-9。]{0,12}(?:收回|回收|收到)[^0-9。]{0,6}([0-9]{1,6})份"
)
# 林业总产值XX亿元: a place that was to be filled in
_OPEN = re.compile(
    "(?<![0-9A-Za-zＸｘ×*＊○])(?:[XxＸｘ]{2,6}|×{2,6}|[*＊]{2,6}|○{2,6})"
    "(?:[万亿]?元|年度?|个百分点|个|人次?|名|户|[万亿]?亩|公里|千米|平方米|[万亿]?吨|次|场|条|家|[%％‰]|县|市|局|部门)"
)
_ALL_DONE = re.compile(
    "(?:各|所有|全部)(?:预算)?项目[^。；;，,未不除]{0,8}均(?:已)?(?:按期|按时|如期|全面)?"
    "(?:完成|实现|达到)[^。；;，,未不]{0,14}(?:目标|指标|任务)"
)
_DAY = re.compile(
    "(20[0-9]{2})年([0-9]{1,2})月[^。；;]{0,20}?对[^。；;0-9]{0,6}(20[0-9]{2})年度[^。；;]{0,24}(?:自评|绩效评价)"
)


def disagreements(sentence: Sentence) -> Iterator[Disagreement]:
    """What a sentence says against itself, or against the words before it in its paragraph."""
    yield from _rate(sentence)
    yield from _growth(sentence)
    sums = [*_sum(sentence), *_list(sentence)]
    yield from sums
    yield from (one for one in sums_disagreeing(sentence) if not (sums and one.figure == "sum_disagrees"))
    text = sentence.text
    for found in _SURVEY.finditer(text):
        if int(found[2]) > int(found[1]) and speaks(text, "survey_word"):
            yield Disagreement("survey_disagrees", *found.span(), Decimal(found[1]))
    for found in _DAY.finditer(text):
        last = max(int(month) for month in _MONTH.findall(found[0]))  # 1月至12月
        if found[1] == found[3] and last < _LAST_MONTH and not speaks(text, "not_evaluated_word"):
            yield Disagreement("day_disagrees", *found.span(), Decimal(found[3]))
    for found in _OPEN.finditer(text):
        yield Disagreement("left_open", *found.span(), Decimal(0))
    for found in _ALL_DONE.finditer(text):
        yield Disagreement("all_done", *found.span(), Decimal(0))
    for found in _other_use().finditer(text):
        # a project of receptions names them twice
        if speaks(text[: found.start()], "project_money_word") and sentence.above.count(found[3]) == 1:
            yield Disagreement("other_use", *found.span(), value_of(found[1], found[2]))


def _rate(sentence: Sentence) -> Iterator[Disagreement]:
    """A rate of execution, where no amount of its paragraph gives it with the one that was spent."""
    (said, of_part), (spending, of_some) = rate_clause(), spending_clause()
    rates = [one for one in said.finditer(sentence.text) if not of_part.search(one[0])]
    spent = [one for one in spending.finditer(sentence.text) if not of_some.search(one[0])]
    if len(rates) != 1 or len(spent) != 1:
        return
    executed, rate = value_of(spent[0][1], spent[0][2]), Decimal(rates[0][1])
    amounts = [value_of(*one) for one in _AMOUNT.findall(sentence.above)]
    budget = _budget(sentence, spent[0].start())
    if budget is None or any(abs(100 * executed / one - rate) <= _ALIKE for one in amounts if one):
        return
    due = 100 * executed / budget
    if _LEAST < due < _MOST:
        yield Disagreement("rate_disagrees", *rates[0].span(), round(due, 2))


def _growth(sentence: Sentence) -> Iterator[Disagreement]:
    """A growth since the year before that no amount of its paragraph gives with the one by which it grew."""
    text = sentence.text
    others = [value_of(*one) for one in _AMOUNT.findall(sentence.above)]
    for pattern in (_GROWN_FROM, _GROWN_TO):
        for found in pattern.finditer(text):
            amount, growth, rate = (Decimal(found[at].replace(",", "")) for at in (1, 3, 4))
            sign = 1 if found[2].startswith("增") else -1
            base = amount if pattern is _GROWN_FROM else amount - sign * growth
            bases = [base, *(one for one in others if one != amount), *(one - sign * growth for one in others)]
            alike = _ALIKE if "." in found[4] else _OF_WHOLE
            if base > 0 and not any(abs(100 * growth / one - rate) <= alike for one in bases if one > 0):
                yield Disagreement("rate_disagrees", *found.span(), round(100 * growth / base, 2))


def _list(sentence: Sentence) -> Iterator[Disagreement]:
    """A list of all items of an expenditure that are not the one amount of it that is said before."""
    found = _LISTED.fullmatch(sentence.text)
    if found is None or _SOME.search(found[0]):
        return
    totals = set(re.findall(rf"{found[1]}[^0-9。；;，,]{{0,4}}{NUMBER}万元", sentence.earlier + sentence.above))
    due = sum((Decimal(number.replace(",", "")) for number in _WAN.findall(found[0])), Decimal(0))
    said = [value_of(*one) for one in _AMOUNT.findall(sentence.earlier + sentence.above)]
    if len(totals) != 1 or any(abs(one - due) <= _CENT for one in said):
        return
    total = Decimal(totals.pop().replace(",", ""))
    if _LEAST < 100 * due / total < _MOST:
        yield Disagreement("sum_disagrees", *found.span(), due)


def _budget(sentence: Sentence, place: int) -> Decimal | None:
    """The last budget of the whole before what was spent: in its sentence, else in the one before."""
    before, _, _ = sentence.above.rpartition(sentence.text)
    last = _SENTENCE.split(before.rstrip("。！；;"))[-1]
    for text in (sentence.text[:place], last):
        clauses = [clause for clause in re.split("[，,：:（(、]", text) if speaks(clause, "adjusted_of_projects_word")]
        amounts = [one for clause in clauses for one in _AMOUNT.findall(clause)]
        if amounts:
            return value_of(*amounts[-1]) or None
    return None


def _sum(sentence: Sentence) -> Iterator[Disagreement]:
    """A sum that is not that of its two parts; parts may stand in sentences of their own."""
    text, place = sentence.text, sentence.above.rfind(sentence.text)
    for found in _PARTS.finditer(sentence.above):
        total, *parts = (Decimal(number.replace(",", "")) for number in found.groups())
        is_own = place < found.end() <= place + len(text)
        others = _WAN.findall(re.split("。", sentence.above[found.end() :])[0])  # 经营支出: a third part
        if is_own and abs(sum(parts, Decimal(0)) - total) > _CENT and not any(map(_is_some, others)):
            yield Disagreement(
                "sum_disagrees", max(0, found.start() - place), found.end() - place, sum(parts, Decimal(0))
            )
    for found in _ADDED.finditer(text):
        first, second, total = (Decimal(number.replace(",", "")) for number in found.groups())
        if abs(first + second - total) > _CENT and not _WAN.search(text[: found.start()]):  # no third part
            yield Disagreement("sum_disagrees", *found.span(), first + second)


def _is_some(number: str) -> bool:
    return Decimal(number.replace(",", "")) != 0


@cache
def _other_use() -> re.Pattern[str]:
    """其中12.6万元用于单位公务用车维修."""
    use = "|".join(words("form_labels", "other_use_word"))
    return re.compile(rf"其中{NUMBER}(万元|元)[^0-9。；;，,]{{0,4}}(?:用于|列支)[^0-9。；;，,]{{0,10}}?({use})")
