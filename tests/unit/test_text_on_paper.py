"""Text of documents and sheets that is white on paper, or stands above the line by a style."""

import pytest

from ingest.readers import read_source
from tests.drawing.workbooks import Grid, ods
from tests.unit.test_readers import cells, repacked, word

WHITE = '<w:color w:val="FFFFFF"/>'
BLUE = '<w:shd w:val="clear" w:color="auto" w:fill="1F497D"/>'


def row(properties: str = "", of_cell: str = "", of_paragraph: str = "", of_table: str = "") -> bytes:
    run = f"<w:r><w:rPr>{WHITE}{properties}</w:rPr><w:t>99</w:t></w:r><w:r><w:t>12.50</w:t></w:r>"
    cell = f"<w:tc><w:tcPr>{of_cell}</w:tcPr><w:p><w:pPr>{of_paragraph}</w:pPr>{run}</w:p></w:tc>"
    name = "<w:tc><w:p><w:r><w:t>预算数</w:t></w:r></w:p></w:tc>"
    return word(f"<w:tbl><w:tblPr>{of_table}</w:tblPr><w:tr>{name}{cell}</w:tr></w:tbl>")


@pytest.mark.parametrize("ground", ["", BLUE.replace("1F497D", "auto"), BLUE.replace("1F497D", "FFFFFF")])
def test_white_text_of_word_is_not_read_on_paper(ground: str) -> None:
    source = read_source(row(of_cell=ground), "x")
    assert cells(source) == [["预算数", "12.50"]]
    assert [(notice.code, notice.printed) for notice in source.notices] == [("hidden", "99")]


@pytest.mark.parametrize(
    "data",
    [
        row(BLUE), row(of_cell=BLUE), row(of_paragraph=BLUE), row(of_table=BLUE), row('<w:highlight w:val="blue"/>'),
        row(of_table='<w:tblStyle w:val="MediumShading1"/>'), row(of_paragraph='<w:pStyle w:val="Banner"/>'),
    ],
)  # fmt: skip
def test_white_text_of_word_is_read_on_a_ground(data: bytes) -> None:
    assert cells(read_source(data, "x")) == [["预算数", "9912.50"]]


@pytest.mark.parametrize(
    ("place", "shown"), [("33% 58%", "10m²"), ("super 58%", "10m²"), ("-33% 58%", "10m2"), ("0% 100%", "10m2")]
)
def test_numbers_above_the_line_of_a_sheet_of_opendocument_are_such(place: str, shown: str) -> None:
    style = f'<style:style style:name="T9" style:family="text"><style:text-properties style:text-position="{place}"/></style:style>'

    def change(part: bytes) -> bytes:
        text = part.decode().replace(
            "<text:p>面积</text:p>", '<text:p>10m<text:span text:style-name="T9">2</text:span></text:p>'
        )
        assert "T9" in text and "<office:automatic-styles>" in text
        return text.replace("<office:automatic-styles>", f"<office:automatic-styles>{style}").encode()

    grid = Grid("a", {(0, 0): ("面积", "General"), (0, 1): ("甲", "General")})
    assert cells(read_source(repacked(ods([grid]), "content.xml", change), "x")) == [[shown, "甲"]]
