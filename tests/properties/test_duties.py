"""Goals of a department by its duties, drawn in any number and order of columns: each number and name is found again."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pipeline import read
from tests.unit.test_published_forms import as_html

GRADES = ("优", "良", "中", "差")
WORDS = st.text("防汛抗旱水源监管巡查宣传养护", min_size=3, max_size=8)
MONEY = st.decimals(0, 99999, places=2, allow_nan=False)
INDICATOR = st.tuples(WORDS.map(lambda text: f"{text}率"), st.integers(60, 99))
DUTY = st.tuples(WORDS, MONEY, st.lists(INDICATOR, min_size=1, max_size=4, unique_by=lambda own: own[0]))


@settings(max_examples=40, deadline=None)
@given(st.lists(DUTY, min_size=1, max_size=5, unique_by=lambda own: own[0]), st.booleans(), st.booleans())
def test_duties_are_read_as_they_were_drawn(
    duties: list[tuple[str, Decimal, list[tuple[str, int]]]], two_rows: bool, is_described: bool
) -> None:
    described = ["指标描述"] if is_described else []
    head = ["职责活动", "年度预算数", "内容描述", "绩效目标", "绩效指标", *described]
    blank = [""] * len(head)
    rows = [[*head, "评价标准", "", "", ""], [*blank, *GRADES]] if two_rows else [[*head, *GRADES]]
    for name, money, indicators in duties:
        for number, (indicator, best) in enumerate(indicators):
            own = [name, f"{money:f}", f"{name}工作", f"做好{name}"] if number == 0 else [""] * 4
            grades = [f"≥{best - 5 * step}%" for step in range(3)] + [f"<{best - 10}%"]
            rows.append([*own, indicator, *(["比例"] if is_described else []), *grades])
    total = sum((money for _, money, _ in duties), Decimal(0))
    rows.append(["合计", f"{total:f}", *[""] * (len(head) + 2)])
    above = "涿州市水利局\n部门职责—工作活动绩效目标\n（2019年度）单位：万元\n"
    found = read(as_html(above + "\n".join("\t".join(row) for row in rows)).encode(), "duties.html")
    assert [(row.task_name, row.amount_wan) for row in found.department_tasks] == [own[:2] for own in duties]
    assert [(row.indicator_name, row.annual_target) for row in found.department_indicators] == [
        (indicator, f"≥{best}%") for _, _, indicators in duties for indicator, best in indicators
    ]
    assert [(row.amount_kind, row.amount_wan) for row in found.totals] == [("tasks", total)]
    assert not found.not_understood


def test_duties_of_several_departments_are_of_no_one_of_them() -> None:
    rows = "职责活动\t年度预算数\t绩效指标\t优\t良\t中\t差\n防汛\t12.00\t处置率\t≥98%\t≥95%\t≥90%\t<90%\n"
    title = "部门职责—工作活动绩效目标\n（2019年度）单位：万元\n"
    found = read(as_html(f"涿州市水利局\n{title}{rows}涿州市应急管理局\n{title}{rows}").encode(), "duties.html")
    assert (found.document.department_name, found.document.department_basis) == ("涿州市多个部门", "several")
    assert [(row.form_seq, row.task_name) for row in found.department_tasks] == [(1, "防汛"), (2, "防汛")]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(MONEY.filter(bool), min_size=1, max_size=3), min_size=1, max_size=4),
    st.booleans(),
    st.booleans(),
)
def test_the_money_of_activities_counts_once(duties: list[list[Decimal]], is_indented: bool, is_line: bool) -> None:
    rows = ["职责活动\t年度预算数\t绩效目标\t绩效指标\t评价标准\t\t\t", "\t\t\t\t优\t良\t中\t差"]
    whole, expected = Decimal(0), []
    for number, amounts in enumerate(duties):
        rows.append(f"职责{number}\t{sum(amounts):f}\t做好工作\t\t\t\t\t")
        expected.append((f"职责{number}", sum(amounts), False))
        for place, amount in enumerate(amounts):
            name = f"活动{number}之{place}"
            indent = "\u3000" if is_indented else ""
            rows.append(f"{indent}{name}\t{amount:f}\t完成\t办理率\t≥95%\t≥90%\t≥85%\t<85%")
            expected.append((name, amount, True))
        whole += sum(amounts)
    rows.append(f"部门预算合计：{whole:,f}" if is_line else f"合计\t{whole:f}\t\t\t\t\t\t")
    above = "部门职责-工作活动绩效目标\n部门编码及名称：[419]涿州市水利局　　　　预算年度：2019　　　　单位：万元\n"
    found = read(as_html(above + "\n".join(rows)).encode(), "duties.html")
    assert (found.document.department_name, found.document.department_code) == ("涿州市水利局", "419")
    assert (found.document.budget_year, found.document.money_unit_basis) == (2019, "printed")
    assert [(row.task_name, row.amount_wan, row.is_part) for row in found.department_tasks] == expected
    assert [row.amount_wan for row in found.totals] == [whole]
    assert [(row.item, row.amount_wan, row.is_proved) for row in found.department_budget] == (
        [("total", whole, True)] if is_line else []
    )
    assert not found.not_understood
