"""OFD files: what only this medium does, on files made here."""

import io
import zipfile
from collections.abc import Callable

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read as read_document
from ingest.readers import read_source
from ingest.readers.ofd import page as drawing
from ingest.source.blocks import Source
from tests.drawing.render_ofd import OFD
from tests.unit.test_readers import cells, code_of

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
A4 = "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"


def element(name: str, inside: str, attributes: str = "") -> str:
    return f'{HEAD}<ofd:{name} xmlns:ofd="{OFD}" {attributes}>{inside}</ofd:{name}>'


def page(objects: str, above: str = "", layer: str = "") -> str:
    return element("Page", f"{above}<ofd:Content><ofd:Layer {layer}>{objects}</ofd:Layer></ofd:Content>")


def document(pages: list[str], common: str = "") -> str:
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="{name}"/>' for at, name in enumerate(pages))
    return element(
        "Document",
        f"<ofd:CommonData><ofd:PageArea>{A4}</ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>",
    )


def packed(parts: dict[str, str], roots: tuple[str, ...] = ("Doc_0/Document.xml",)) -> bytes:
    bodies = "".join(f"<ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>" for root in roots)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {"OFD.xml": element("OFD", bodies), **parts}.items():
            package.writestr(name, content)
    return out.getvalue()


def ofd(objects: str, common: str = "", above: str = "", **others: str) -> bytes:
    """An OFD of one page."""
    files = {name.replace("__", "/") + ".xml": content for name, content in others.items()}
    return packed({"Doc_0/Document.xml": document(["P/1.xml"], common), "Doc_0/P/1.xml": page(objects, above), **files})


def text(words: str, x: float, y: float, attributes: str = "", code: str = "") -> str:
    return f'<ofd:TextObject ID="1" Font="5" Size="4" Boundary="{x} {y} 80 5" {attributes}><ofd:TextCode X="0" Y="3.5" {code}>{words}</ofd:TextCode></ofd:TextObject>'


def path(data: str, attributes: str = "") -> str:
    return f'<ofd:PathObject ID="2" Boundary="0 0 210 297" {attributes}><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>'


GRID = path("M 20 20 L 120 20 L 120 40 L 20 40 C M 20 30 L 120 30 M 70 20 L 70 40")
TABLE = GRID + text("项目", 21, 22) + text("金额", 71, 22) + text("甲", 21, 32) + text("12.50", 71, 32)
ROWS = [["项目", "金额"], ["甲", "12.50"]]


def read(data: bytes) -> Source:
    return read_source(data, "x")


def test_a_ruled_table_is_read_with_the_boxes_of_its_cells() -> None:
    source = read(ofd(TABLE))
    assert (source.medium, cells(source)) == ("ofd", ROWS)
    box = next(mark.box for mark in source.marks if source.text[slice(*mark.span)] == "12.50")
    assert (round(box.x0, 1), box.y0 > 30 * 72 / 25.4, box.y1 < 40 * 72 / 25.4) == (
        round(71 * 72 / 25.4, 1),
        True,
        True,
    )


@pytest.mark.parametrize(
    "code",
    [
        "",
        'DeltaX="4"',
        'DeltaX="g 3 4"',
        'DeltaX="4 g 2 4"',
        'DeltaX="4 4 4 4 4 4"',
        'DeltaX="g 99999999999 4"',
        'DeltaX="g"',
    ],
)
def test_steps_between_characters_are_printed_in_many_ways(code: str) -> None:
    source = read(ofd(text("绩效目标", 20, 20, code=code)))
    assert cells(source) == [["绩效目标"]]


def test_text_upright_by_steps_in_y_is_a_column_and_gaps_are_spaces() -> None:
    assert cells(read(ofd(text("目标", 20, 20, code='DeltaY="5"')))) == [["目"], ["标"]]
    assert cells(read(ofd(text("甲乙", 20, 20, code='DeltaX="12"')))) == [["甲 乙"]]


def test_matrices_scale_and_turn_objects() -> None:
    small = '<ofd:TextObject Boundary="20 20 50 5" Size="400" CTM="0.01 0 0 0.01 0 0"><ofd:TextCode X="0" Y="350" DeltaX="400">目标</ofd:TextCode></ofd:TextObject>'
    assert cells(read(ofd(GRID + small))) == [["目标"]] or cells(read(ofd(GRID + small)))[0][0] == "目标"
    lying = text("正文正文", 20, 20) + text("水印", 90, 90, 'CTM="0.7 0.7 -0.7 0.7 0 0"')
    assert cells(read(ofd(lying)))[0] == ["正文正文"]


def test_templates_lie_below_and_above_and_their_place_may_begin_at_the_root() -> None:
    common = '<ofd:TemplatePage ID="8" BaseLoc="/Doc_0/T/1.xml"/><ofd:TemplatePage ID="9" BaseLoc="T\\2.xml"/>'
    above = '<ofd:Template TemplateID="8"/><ofd:Template TemplateID="9" ZOrder="Foreground"/>'
    files = {"Doc_0__T__1": page(GRID + text("项目", 21, 22)), "Doc_0__T__2": page(text("12.50", 71, 32))}
    assert cells(read(ofd(text("金额", 71, 22) + text("甲", 21, 32), common, above, **files))) == ROWS


def test_templates_that_are_printed_on_themselves_are_drawn_once() -> None:
    common = '<ofd:TemplatePage ID="8" BaseLoc="T/1.xml"/>'
    own = '<ofd:Template TemplateID="8"/>'
    assert cells(read(ofd(text("一", 20, 20), common, own, Doc_0__T__1=page(text("二", 20, 40), own)))) == [
        ["二"],
        ["一"],
    ]


def test_blocks_and_shared_drawings_are_drawn_in_place() -> None:
    unit = f'<ofd:CompositeGraphicUnit ID="4" Width="9" Height="9"><ofd:Content>{text("金额", 1, 2)}</ofd:Content></ofd:CompositeGraphicUnit>'
    resources = element("Res", f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits>")
    shared = '<ofd:CompositeObject ID="3" ResourceID="4" Boundary="70 20 30 10"/>'
    block = f'<ofd:PageBlock ID="6">{text("项目", 21, 22)}{shared}</ofd:PageBlock>'
    rest = text("甲", 21, 32) + text("12.50", 71, 32)
    common = "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"
    assert cells(read(ofd(GRID + block + rest, common, Doc_0__Res=resources))) == ROWS


def test_symbols_are_read_as_they_are_shown() -> None:
    fonts = element("Res", '<ofd:Fonts><ofd:Font ID="5" FontName="Wingdings 2"/></ofd:Fonts>')
    data = ofd(text("R£", 20, 20), "<ofd:PublicRes>/Res.xml</ofd:PublicRes>", Res=fonts)
    assert cells(read(data)) == [["☑☐"]]


def test_what_is_not_shown_is_not_read() -> None:
    hidden = [
        text("隐藏", 20, 50, 'Visible="false"'),
        text("透明", 20, 60, 'Alpha="0"'),
        text("无色", 20, 70, 'Fill="false"'),
        text("页外", 300, 20),
    ]
    assert cells(read(ofd(TABLE + "".join(hidden)))) == ROWS


@pytest.mark.parametrize(
    "grid",
    [
        path("M 20 20 L 120 20 L 120 40 L 20 40 C", "") + path("M 20 30 L 120 30") + path("M 70 20 L 70 40"),
        "".join(path(f"M {x} {y} L {x + w} {y} L {x + w} {y + h} L {x} {y + h} C", 'Stroke="false" Fill="true"')
                for x, y, w, h in [(20, 20, 100, 0.3), (20, 30, 100, 0.3), (20, 40, 100, 0.3), (20, 20, 0.3, 20), (70, 20, 0.3, 20), (120, 20, 0.3, 20)]),
        path("S 20 20 L 120 20 B 120 20 120 40 120 40 L 20 40 C M 20 30 L 120 30 M 70 20 L 70 40"),
    ],
)  # fmt: skip
def test_rules_of_every_make(grid: str) -> None:
    texts = TABLE.removeprefix(GRID)
    assert cells(read(ofd(grid + texts))) == ROWS
    invisible = grid.replace("<ofd:PathObject ", '<ofd:PathObject Visible="false" ')
    assert len(cells(read(ofd(invisible + texts)))) != 0


def test_cells_told_by_their_ground_alone_are_a_table() -> None:
    grounds = "".join(
        path(f"M {x} {y} L {x + 49} {y} L {x + 49} {y + 9} L {x} {y + 9} C", 'Stroke="false" Fill="true"')
        for x in (20, 70, 120) for y in (20, 30, 40)
    )  # fmt: skip
    words = [["项目", "金额", "比例"], ["甲", "12.00", "95%"], ["乙", "7.50", "80%"]]
    texts = "".join(text(word, 21 + 50 * x, 22 + 10 * y) for y, row in enumerate(words) for x, word in enumerate(row))
    assert cells(read(ofd(grounds + texts))) == words


def test_ways_of_writing_that_the_standard_does_not_know_are_read() -> None:
    grid = path("M20 20L120,20L120,40L20,40C M20,30L120 30M70 20 L70 40")
    listed = document([]).replace(
        "<ofd:Pages>", "<ofd:Pages><ofd:Page ID='1'><ofd:BaseLoc>文档/页.xml</ofd:BaseLoc></ofd:Page>"
    )
    data = packed(
        {"Doc_0/Document.xml": listed, "文档/页.xml": page(grid + TABLE.removeprefix(GRID).replace("DeltaX", "deltax"))}
    )
    assert cells(read(data)) == ROWS
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as other:
        for name in package.namelist():
            other.writestr(name.encode("gb18030").decode("cp437"), package.read(name))
    assert cells(read(out.getvalue())) == ROWS


def test_characters_written_by_number_are_read_and_glyphs_alone_are_unknown() -> None:
    assert cells(read(ofd(text("\\2265\\002095%", 20, 20)))) == [["≥ 95%"]]
    glyphs = '<ofd:CGTransform CodePosition="0" CodeCount="1"><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform>'
    found = text("¤九十八以上的合格率", 20, 20).replace("<ofd:TextCode", glyphs + "<ofd:TextCode")
    assert cells(read(ofd(found))) == [["\ufffd九十八以上的合格率"]]
    assert cells(read(ofd(text("¤5", 20, 20)))) == [["¤5"]]


@pytest.mark.parametrize(
    ("turned", "x", "y"),
    [('CTM="0 -1 1 0 0 0"', 22, 39), ('CTM="0 1 -1 0 0 0"', 29, 21), ('ReadDirection="270" CharDirection="270"', 25, 38), ('ReadDirection="90" CharDirection="90"', 22, 21)],
)  # fmt: skip
def test_a_label_along_the_side_stands_in_its_cell(turned: str, x: float, y: float) -> None:
    grid = path("M 20 20 L 120 20 L 120 40 L 20 40 C M 30 20 L 30 40 M 30 30 L 120 30 M 70 20 L 70 40")
    label = f'<ofd:TextObject Size="4" Boundary="{x} {y} 8 18" {turned}><ofd:TextCode X="0" Y="{0 if "Read" in turned else 3.5}">产出指标</ofd:TextCode></ofd:TextObject>'
    texts = "".join(
        text(word, at, top) for word, at, top in [("数量", 31, 22), ("12", 71, 22), ("质量", 31, 32), ("95%", 71, 32)]
    )
    assert cells(read(ofd(grid + texts + label))) == [["产出指标", "数量", "12"], ["", "质量", "95%"]]


def test_documents_of_one_file_follow_one_another() -> None:
    parts = {f"D{at}/Document.xml": document(["1.xml"]) for at in range(2)}
    parts |= {f"D{at}/1.xml": page(text(words, 20, 20)) for at, words in enumerate(("一", "二"))}
    source = read(packed(parts, ("D0/Document.xml", "D1/Document.xml")))
    assert (cells(source), [line.page for line in source.lines]) == ([["一"], ["二"]], [1, 2])


def test_files_that_an_ofd_carries_are_named_where_it_is_no_form() -> None:
    listed = element(
        "Attachments",
        '<ofd:Attachment Name="绩效目标表" Format="XLSX"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment>',
    )
    whole = document(["P.xml"]).replace("</ofd:Document>", "<ofd:Attachments>A/A.xml</ofd:Attachments></ofd:Document>")
    data = packed({"Doc_0/Document.xml": whole, "Doc_0/P.xml": page(text("见附件", 20, 20)), "Doc_0/A/A.xml": listed})
    assert read(data).attachments == ("绩效目标表.xlsx",)
    with pytest.raises(DocumentRejected, match=r"绩效目标表\.xlsx"):
        read_document(data, "x")


def image(share: float) -> str:
    return f'<ofd:ImageObject ID="2" ResourceID="3" Boundary="0 0 210 {297 * share}"/>'


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">]>'


def drawings(*inside: int) -> bytes:
    """Shared drawings by number, each holding the one of a number forty times."""
    inner = '<ofd:CompositeObject ResourceID="{}" Boundary="0 0 9 9"/>'
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{at}"><ofd:Content>{inner.format(own) * 40}{text("字", 20, 20)}</ofd:Content></ofd:CompositeGraphicUnit>'
        for at, own in enumerate(inside)
    )
    common = "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>"
    return ofd(inner.format(0), common, Doc_0__Res=element("Res", units))


def many_pages(count: int, objects: str) -> bytes:
    return packed({"Doc_0/Document.xml": document(["P.xml"] * count), "Doc_0/P.xml": page(objects)})


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        (lambda: ofd(image(0.9)), "no_text_layer", "OFD is an image"),
        (lambda: ofd(image(0.9) + text("识别", 9, 9, 'Fill="false"') + text("7", 9, 280)), "no_text_layer", "to trust"),
        (lambda: ofd(text("\ue123\ue124\ue125甲", 20, 20)), "no_text_layer", "without a meaning"),
        (lambda: ofd(""), "no_text_layer", "no page of the OFD"),
        (lambda: packed({"Doc_0/Document.xml": document([])}), "damaged", "names no pages"),
        (lambda: packed({}), "damaged", "Doc_0/Document.xml"),
        (lambda: packed({"Doc_0/Document.xml": document(["../../../etc/passwd"])}), "damaged", "etc/passwd"),
        (lambda: ofd("", above='<ofd:Template TemplateID="1"/>'), "damaged", "template"),
        (lambda: ofd("<ofd:"), "damaged", ""),
        (lambda: ofd(TABLE, Encryptions="<a/>"), "encrypted", "encrypted"),
        (lambda: packed({"Doc_0/Document.xml": BOMB + document(["P.xml"]).removeprefix(HEAD)}), "unsafe_xml", ""),
        (lambda: ofd(" " * 70_000_000), "too_large", ""),
        (lambda: drawings(1, 2, 3, 4, 5, 6, 7, 8), "too_large", "draws more"),
        (lambda: many_pages(5001, ""), "too_large", "pages"),
        (lambda: many_pages(40, text("字" * 2000, 20, 20)), "too_large", "draws more"),
    ],
)  # fmt: skip
def test_what_cannot_be_honoured_is_rejected_and_named(
    make: Callable[[], bytes], code: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "MOST_DRAWN", 20_000)
    with pytest.raises(DocumentRejected) as rejected:
        read(make())
    assert (rejected.value.code, words in str(rejected.value)) == (code, True), rejected.value


def test_a_drawing_that_holds_itself_is_drawn_once() -> None:
    assert cells(read(drawings(0))) == [["字"]]
    assert cells(read(drawings(1, 0)))[0][0].startswith("字")


@pytest.mark.parametrize("word", ["nan", "inf", "1e308", "-1e308", "x", "", "9" * 400, "０"])
def test_numbers_that_are_none_harm_nothing(word: str) -> None:
    odd = TABLE.replace('Size="4"', f'Size="{word}"', 1) + path(f"M {word} 1 L 5 {word} Z B 1 A C C")
    odd += text(
        "尾",
        20,
        200,
        f'CTM="{word} 0 0 1 0 0" HScale="{word}" CharDirection="{word}"',
        f'DeltaX="{word} g {word} {word}"',
    )
    found = {cell for row in cells(read(ofd(odd))) for cell in row}
    assert {"金额", "甲", "12.50"} <= found
    assert code_of(ofd(text("尾", 20, 200).replace("Boundary", "B"))) == "no_text_layer"
    assert (
        code_of(ofd(text("尾", 20, 200, 'CTM="1 0 0 0 0 0"') + text("巴", 20, 90).replace('Size="4"', 'Size="0"')))
        == "no_text_layer"
    )


def mark(x: float, y: float, size: float, inside: str = "", attributes: str = "") -> str:
    code = f'<ofd:TextCode X="0" Y="{size * 0.9}" DeltaX="{size}">样张</ofd:TextCode>'
    return f'<ofd:TextObject ID="9" Font="5" Size="{size}" Boundary="{x} {y} 80 {size + 1}" {attributes}>{inside}{code}</ofd:TextObject>'


@pytest.mark.parametrize(
    "marks",
    [
        "".join(mark(x, y, 4, '<ofd:FillColor Value="200 200 200"/>') for x in (22, 75) for y in (25, 35, 60)),
        "".join(mark(x, y, 4, '<ofd:FillColor Value="0 0 0" Alpha="60"/>') for x in (22, 75) for y in (25, 35, 60)),
        "".join(mark(x, y, 4, "", 'Alpha="60"') for x in (22, 75) for y in (25, 35, 60)),
        mark(15, 18, 20, '<ofd:FillColor Value="200"/>'),
        mark(15, 18, 20),
    ],
    ids=["grey", "colour alpha", "alpha", "large and pale", "large"],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_watermark_stands_apart(marks: str, is_first: bool) -> None:
    rows = cells(read(ofd(marks + TABLE if is_first else TABLE + marks)))
    assert rows[:2] == ROWS
    assert {word for row in rows[2:] for cell in row for word in cell.split()} == {"样张"}


def test_pale_text_that_is_no_watermark_stays_in_its_cell() -> None:
    pale = TABLE.replace("<ofd:TextCode", '<ofd:FillColor Value="180 180 180"/><ofd:TextCode')
    assert cells(read(ofd(pale))) == ROWS
