"""Numbers that character recognition is not sure of are listed; without the extra a scan is rejected, not misread."""

import io
from pathlib import Path

import duckdb
import pytest
from docx import Document as new_document
from PIL import Image

from ingest.delivery import folder as delivery
from ingest.document.recognition import recognise
from ingest.errors import DocumentRejected
from ingest.landing import tables as landing
from ingest.pipeline import read
from ingest.readers.scan import reader as scan
from ingest.source.blocks import Box, Cell, Row, Source, assemble
from jixiao.build import run as build
from tests.drawing.draw import Limits
from tests.drawing.strategies import drawn

SURE = Box(10, 20, 30, 40, 0.99)
DOUBT = Box(50, 60.126, 70, 80, 0.4)


def recognised(text: str, doubtful: str) -> Source:
    """The source of a drawn text in which every cell is surely recognised but those that print ``doubtful``."""
    rows = [
        Row(1, [Cell(part, lines=[DOUBT if part == doubtful else SURE] * bool(part)) for part in line.split("\t")])
        for line in text.splitlines()
    ]
    return assemble("scan.pdf", "0", "scan", "ocr", rows)


@pytest.mark.parametrize("seed", range(4))
def test_a_doubtful_number_is_an_issue_of_its_project(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = drawn(seed, "table", Limits(3, 4, 2)).text.replace("&nbsp;", "")
    amount = read(text.encode(), "text.txt").funding[-1]
    assert amount.amount_printed is not None
    source = recognised(text, amount.amount_printed)
    monkeypatch.setattr(recognise, "read_source", lambda data, file_name: source)
    reading = read(b"", "scan.pdf")
    issues = [issue for issue in reading.issues if issue.code == "low_confidence"]
    places = [
        cell for line in source.lines for cell in line.cells if source.text[slice(*cell)] == amount.amount_printed
    ]
    assert [(issue.char_start, issue.char_end) for issue in issues] == places
    assert {issue.printed for issue in issues} == {amount.amount_printed}
    own = next(row for row in reading.funding if row.project_seq == amount.project_seq)
    assert own.project_seq in {issue.project_seq for issue in issues}
    totals = {total.char_start: total.project_seq for total in reading.totals}
    assert all(totals.get(issue.char_start, issue.project_seq) == issue.project_seq for issue in issues)
    boxes = {(box.char_start, box.char_end): box for box in reading.text_boxes}
    assert all(str(boxes[place].confidence) == "0.4000" and str(boxes[place].y0) == "60.13" for place in places)


def test_without_the_extra_a_scan_is_rejected_and_told_how_to_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "find_spec", lambda name: None)
    with pytest.raises(DocumentRejected, match="make ocr") as rejected:
        read(b"\x89PNG\r\n\x1a\n", "scan.png")
    assert rejected.value.code == "ocr_not_installed"


def test_a_scan_rejected_for_want_of_the_extra_is_read_again_once_it_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "note.txt").write_text("会议通知", encoding="utf-8")
    delivered = delivery.scan(tmp_path)
    monkeypatch.setattr(scan, "find_spec", lambda name: None)
    rejected = []
    for document in delivered:
        with pytest.raises(DocumentRejected) as told:
            read(document.data(), document.file_name)
        rejected.append(delivery.quarantined(document, told.value))
    with duckdb.connect() as connection:
        landing.create(connection)
        landing.land_rows(connection, 1, rejected)
        for installed, known in ((None, ["note.txt", "scan.png"]), (object(), ["note.txt"])):
            monkeypatch.setattr(scan, "find_spec", lambda name, found=installed: found)
            quarantine = build.known_quarantine(connection, delivered)
            assert [row.file_name for row in quarantine] == known
            unread = build.unread(connection, delivered, quarantine)
            assert sorted(known + [document.file_name for document in unread]) == ["note.txt", "scan.png"]


def with_picture(size: tuple[int, int], heading: str) -> bytes:
    """A Word document with a picture of a size below a heading."""
    picture, word, out = io.BytesIO(), new_document(), io.BytesIO()
    Image.new("L", size, 255).save(picture, "PNG")
    word.add_paragraph(heading)
    word.add_picture(picture)
    word.save(out)
    return out.getvalue()


def test_without_the_extra_pictures_that_may_be_the_form_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "find_spec", lambda name: None)
    for heading in ("", "预算信息公开"):
        with pytest.raises(DocumentRejected, match=r"word/media/image1\.png.*make ocr") as rejected:
            read(with_picture((900, 600), heading), "a.docx")
        assert rejected.value.code == "ocr_not_installed"


def test_a_seal_is_no_picture_of_a_form() -> None:
    with pytest.raises(DocumentRejected) as rejected:
        read(with_picture((120, 120), "预算信息公开"), "a.docx")
    assert rejected.value.code == "unknown_form"


def test_a_cell_that_shows_the_error_of_a_formula_is_said() -> None:
    form = (
        "项目支出绩效目标表\n（2024年度）\n项目名称\t养护\t主管部门\t梅州市林业局\n"
        "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t面积\t#NAME?\n\t质量指标\t#1泵站合格率\t≥95%\n"
    )
    found = read(form.encode(), "a.txt").issues
    assert [(row.code, row.printed, row.project_seq, row.line) for row in found] == [("formula_error", "#NAME?", 1, 5)]
