"""Money drawn by levels of government, in plans and self-evaluations: each is its own fact, and they add up to 财政拨款."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pipeline import read
from ingest.rows import FundingLevelRow, Reading
from tests.properties.settings import RUN
from tests.unit.test_published_forms import as_html

WORDS = {
    "central": ("中央", "中央财政"),
    "province": ("省级", "自治区", "省"),
    "prefecture": ("市级", "市本级", "盟级"),
    "county": ("县级", "区级", "旗本级"),
    "town": ("乡镇", "镇级"),
}
NAMED = {word: code for code, own in WORDS.items() for word in own}
MONEY = st.decimals(1, 9999, places=2, allow_nan=False)
LABEL = st.tuples(st.sampled_from(sorted(NAMED)), st.sampled_from(("资金", "补助", "配套")))
LEVELS = st.lists(st.tuples(LABEL, MONEY), min_size=2, max_size=4, unique_by=lambda own: NAMED[own[0][0]])
GRID = (
    "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分",
    "\t产出指标\t数量指标\t改造管道长度\t8公里\t8公里\t60\t60",
)
Drawn = list[tuple[tuple[str, str], Decimal]]


def form(title: str, *rows: str) -> Reading:
    head = (title, "（2024年度）", "项目名称\t苗圃灌溉改造", "主管部门\t梅州市林业局")
    return read(as_html("\n".join((*head, *rows))).encode(), "form.html")


def told(rows: tuple[FundingLevelRow, ...]) -> list[tuple[str | None, str, Decimal]]:
    return [(row.level_code, row.amount_kind, row.amount_wan) for row in rows if not row.is_part]


@settings(RUN)
@given(LEVELS, MONEY, st.booleans(), st.booleans())
def test_levels_of_a_plan_add_up_to_its_fiscal_money(drawn: Drawn, other: Decimal, has_whole: bool, said: bool) -> None:
    whole = sum((amount for _, amount in drawn), Decimal(0))
    rows = [f"项目资金（万元）\t年度资金总额\t{whole + other}"]
    rows += [f"\t财政拨款\t{whole}"] if has_whole else []
    rows += [
        f"\t{'其中：' if said and not at else ''}{''.join(own)}\t{amount}" for at, (own, amount) in enumerate(drawn)
    ]
    found = form("项目支出绩效目标表", *rows, f"\t其他资金\t{other}", *(row.rsplit("\t", 3)[0] for row in GRID))
    (fiscal,) = (row for row in found.funding if row.funding_source_code == "fiscal")
    assert fiscal.is_proved
    assert told(found.funding_levels) == [(NAMED[word], "allocated", amount) for (word, _), amount in drawn]
    assert sum(row.amount_wan for row in found.funding_levels) == fiscal.amount_wan == whole


@settings(RUN)
@given(LEVELS, st.integers(1, 99))
def test_levels_of_a_self_evaluation_add_up_in_each_column(drawn: Drawn, rate: int) -> None:
    lines = [("".join(own), amount, (amount * rate / 100).quantize(Decimal("0.01"))) for own, amount in drawn]
    planned, spent = (sum((line[at] for line in lines), Decimal(0)) for at in (1, 2))
    rows = ["项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数", f"\t年度资金总额\t{planned}\t{planned}\t{spent}"]
    rows += [f"\t{label}\t{amount}\t{amount}\t{executed}" for label, amount, executed in lines]
    found = form("项目支出绩效自评表", *rows, *GRID)
    (fiscal,) = (row for row in found.executions if row.measure == "fiscal")
    for kind, at, whole in (("budget", 1, fiscal.budget_wan), ("executed", 2, fiscal.executed_wan)):
        levels = tuple(row for row in found.funding_levels if row.amount_kind == kind)
        codes = [NAMED[word] for (word, _), _ in drawn]
        assert told(levels) == [(code, kind, line[at]) for code, line in zip(codes, lines, strict=True)]
        assert sum(row.amount_wan for row in levels) == whole


@settings(RUN)
@given(MONEY, MONEY, MONEY)
def test_what_a_level_that_is_not_told_consists_of_counts_once(
    central: Decimal, province: Decimal, own: Decimal
) -> None:
    upper = central + province
    rows = [f"项目资金（万元）\t年度资金总额\t{upper + own}", f"\t财政拨款\t{upper + own}", f"\t上级补助\t{upper}"]
    rows += [f"\t其中：中央资金\t{central}", f"\t省级资金\t{province}", f"\t本级资金\t{own}"]
    found = form("项目支出绩效目标表", *rows, *(row.rsplit("\t", 3)[0] for row in GRID))
    assert told(found.funding_levels) == [("superior", "allocated", upper), ("local", "allocated", own)]
    assert [row.amount_wan for row in found.funding_levels if row.is_part] == [central, province]
