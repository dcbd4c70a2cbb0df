"""What was booked as a field stands in a landed row, or is said to be not understood."""

from dataclasses import replace
from pathlib import Path

import pytest

from ingest import pipeline
from ingest.document.landed import REASON, give_back
from ingest.errors import DocumentRejected
from ingest.rows import Reading
from ingest.source.ledger import Ledger

FORM = """2025年项目支出绩效自评表
项目名称,河道清淤,,,,,
主管部门,东莞市水务局,,联系人,采购科,,
项目资金（万元）,,年初预算数,全年预算数,全年执行数,分值,执行率,得分
,年度资金总额,100,90,45,10,50%,5
一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分
产出指标,数量指标,清淤长度,≥20公里,21公里,50,50
效益指标,生态效益指标,水质达标率,≥93%,96%,40,40
总分,,,,,100,95
"""
DOCUMENTS = Path(__file__).resolve().parents[2] / "documents"


def lost(data: bytes, monkeypatch: pytest.MonkeyPatch, **without: tuple[object, ...]) -> tuple[int, list[str]]:
    """What is given back of a document of which some rows are lost, and how many characters that is."""
    counts: list[int] = []

    def losing(ledger: Ledger, reading: Reading, above: str) -> int:
        counts.append(give_back(ledger, replace(reading, **without), above))  # type: ignore[arg-type]
        return 0

    monkeypatch.setattr(pipeline, "give_back", losing)
    read = pipeline.read(data, "form.csv")
    return counts[0], [row.text for row in read.not_understood if row.reason == REASON]


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.*")), ids=lambda path: path.name)
def test_every_field_of_the_documents_is_in_a_row(path: Path) -> None:
    if path.suffix in (".txt", ".html", ".pdf"):
        assert not [row for row in pipeline.read(path.read_bytes(), path.name).not_understood if row.reason == REASON]


def test_what_a_lost_row_held_is_not_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    data = FORM.encode()
    assert lost(data, monkeypatch) == (0, [])
    assert lost(data, monkeypatch, attributes=()) == (3, ["采购科"])
    rest = pipeline.read(data, "form.csv").performance[:-1]
    words = ["效益指标", "生态效益指标", "水质达标率", "≥93%", "96%", "40", "40"]
    assert lost(data, monkeypatch, performance=rest)[1] == words


def test_a_document_whose_rows_are_lost_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pipeline, "give_back", lambda ledger, reading, above: give_back(ledger, replace(reading, performance=()), above)
    )
    with pytest.raises(DocumentRejected, match="became no row") as rejected:
        pipeline.read(FORM.encode(), "form.csv")
    assert rejected.value.code == "not_landed"


@pytest.mark.parametrize(
    ("above", "left"),
    [
        ("附表1：2025年中央财政资金绩效表\n", []),
        ("（2024年度部门决算公开附件）\n", [("（2024年度部门决算公开附件）", "a line outside the form")]),
    ],
)
def test_a_line_with_a_year_above_the_form_is_no_field_that_is_lost(above: str, left: list[tuple[str, str]]) -> None:
    read = pipeline.read((above + FORM).encode(), "form.csv")
    assert [(row.text, row.reason) for row in read.not_understood] == left
    assert read.document.budget_year == 2025


@pytest.mark.parametrize("ending", ["本级", "部门"])
def test_what_an_account_adds_to_its_department_is_no_field_that_is_lost(ending: str) -> None:
    form = FORM.replace("东莞市水务局,,联系人", f"东莞市水务局{ending},,实施单位,东莞市水务局,联系人")
    read = pipeline.read(form.encode(), "form.csv")
    assert [row.text for row in read.not_understood] == []
    assert (read.document.department_name, [unit.unit_name for unit in read.units]) == (
        "东莞市水务局",
        ["东莞市水务局"],
    )


def test_a_department_that_is_not_that_of_the_document_is_kept_with_its_project() -> None:
    form = FORM.replace("东莞市水务局,,联系人", "水务部门,,实施单位,东莞市水务局机关,联系人")
    first = FORM.replace("东莞市水务局,,联系人", "东莞市水务局,,实施单位,东莞市水务局机关,联系人")
    read = pipeline.read((first + form.replace("河道清淤", "河道养护")).encode(), "form.csv")
    assert not [row for row in read.not_understood if row.reason == REASON]
    assert [(row.project_seq, row.value) for row in read.attributes if row.attribute == "主管部门"] == [
        (1, "东莞市水务局"),
        (2, "水务部门"),
    ]
