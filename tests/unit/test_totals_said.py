"""The total of a department that only a sentence says, and other totals than that of its form; all invented."""

import pytest

from tests.unit.test_balances_of_departments import BALANCE
from tests.unit.test_booklet import COVER, EVALUATION, FORM, ONE_SOURCE, page

DEPARTMENT = (
    "部门整体支出绩效目标表\n（2024年度）\n部门名称\t鹤庆县水务局\n年度预算（万元）\t资金总额\t{total}\n年度目标\t保障供水。\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t维护水库\t12座\n\t质量指标\t验收合格率\t100%\n"
)


def told(sentence: str, *, cover: str = COVER, form: str = FORM) -> list[tuple[str, int | None, int | None]]:
    rows = page(cover, sentence + "\n", ONE_SOURCE, "附件\n", form).department_budget
    return [(row.item_printed, row.amount_wan, row.executed_wan) for row in rows]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("2024年收支总预算320万元，比上年增加20万元。", "收支总预算"),
        ("按照综合预算的原则，均纳入部门预算管理。2024年收支总预算320.00万元。", "收支总预算"),
        ("2024年收入总计320万元，支出总计320万元，其中基本支出210万元，项目支出110万元。", "支出总计"),
        ("2024年部门收入预算320万元，其中一般公共预算拨款320万元；支出预算320万元。", "支出预算"),
        ("鹤庆县水务局2024年度收、支总计均为320万元。", "收、支总计"),
        ("（一）2024年支出预算3,200,000元。", "支出预算"),
    ],
)
def test_a_sentence_says_the_total(sentence: str, label: str) -> None:
    assert told(sentence) == [(label, 320, None)]


def test_a_sentence_of_final_accounts_says_what_was_spent() -> None:
    cover = COVER.replace("预算", "决算")
    sentence = "2024年本年支出合计310万元，其中：基本支出210万元，项目支出100万元。"
    assert told(sentence, cover=cover, form=EVALUATION) == [("本年支出合计", None, 310)]
    assert not told("2024年度收、支总计均为320万元。", cover=cover, form=EVALUATION)


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年财政拨款收支总预算320万元。",
        "2023年收支总预算320万元。",
        "其中：局本级2024年支出预算320万元。",
        "2024年收支总预算320万元。2024年支出总计330万元。",
        "与2023年相比，2024年收支总预算320万元。",
        "2024年一般公共预算支出预算320万元。",
        "2024年项目支出预算320万元。",
        "本年度收支总预算320万元。",
        "2024年鹤庆县水务局下属单位支出预算320万元。",
    ],
)
def test_what_is_not_of_the_whole_and_the_year_is_no_total(sentence: str) -> None:
    assert not told(sentence)


def test_a_table_is_asked_before_a_sentence() -> None:
    found = page(COVER, "2024年收支总预算330万元。\n", BALANCE, FORM)
    assert [row.amount_wan for row in found.department_budget] == [320]
    assert [(row.code, row.printed) for row in found.issues] == [("amount_contradicted", "320")]
    assert "收支总预算330万元" in found.issues[0].message


@pytest.mark.parametrize(
    ("total", "codes"), [("310", ["amount_contradicted"]), ("320", []), ("300", []), ("30", [])],
    ids=["another", "the same", "a part that the table prints", "of another size"],
)  # fmt: skip
def test_the_total_of_a_form_is_compared(total: str, codes: list[str]) -> None:
    balance = BALANCE.replace("一、农林水支出\t310\n", "一、农林水支出\t315\n").replace("支出\t10\n", "支出\t5\n")
    found = page(COVER, balance, DEPARTMENT.format(total=total))
    assert [str(row.amount_wan) for row in found.department_budget] == [total]
    assert [row.code for row in found.issues] == codes
