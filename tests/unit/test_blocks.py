from hypothesis import given
from hypothesis import strategies as st

from ingest.source.blocks import Cell, Row, assemble


def test_a_row_is_a_line_and_a_break_in_a_cell_stays_inside_it() -> None:
    source = assemble("a", "0", "xlsx", "utf-8", [Row(1, [Cell("a\nb"), Cell(""), Cell("c\td")]), Row(2, [Cell("e")])])
    assert source.text == "a\vb\t\tc d\ne\n"
    assert [[source.text[slice(*cell)] for cell in line.cells] for line in source.lines] == [["a\vb", "", "c d"], ["e"]]
    assert source.position(source.text.index("e")) == (2, 2)


@given(st.lists(st.lists(st.text(max_size=6), max_size=4), max_size=5))
def test_every_cell_stands_at_its_span(table: list[list[str]]) -> None:
    source = assemble("a", "0", "xlsx", "utf-8", [Row(1, [Cell(text) for text in row]) for row in table])
    assert source.text.count("\n") == len(source.lines) == len(table)
    for row, line in zip(table, source.lines, strict=True):
        kept = [source.text[slice(*cell)] for cell in line.cells]
        assert [text.replace("\v", "") for text in kept] == [
            "".join(" " if c == "\t" else c for c in text if c not in "\r\n\f\v") for text in row or [""]
        ]
