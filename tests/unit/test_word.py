"""Word documents: symbols, boxes, automatic numbers, and what is in the file without being shown."""

import pytest

from ingest.pipeline import read
from ingest.readers import read_source
from ingest.readers.word.counting import counted
from ingest.readers.word.fields import equation
from ingest.source.blocks import Source
from tests.unit.test_html import mail
from tests.unit.test_readers import W, cells, code_of, packed, paragraph, run

NAMESPACES = (
    f'xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def document(body: str, styles: str = "", numbering: str = "") -> bytes:
    """A document with styles and lists, in a package without relations."""
    parts = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    if styles:
        parts["word/styles.xml"] = f"<w:styles {NAMESPACES}>{styles}</w:styles>"
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
    return packed(parts)


def shown(body: str, styles: str = "", numbering: str = "") -> list[list[str]]:
    return cells(read_source(document(body, styles, numbering), "x"))


def said(source: Source) -> list[tuple[str, str]]:
    return [(notice.code, notice.printed) for notice in source.notices]


def looking(text: str, properties: str) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def sign(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


@pytest.mark.parametrize(
    ("font", "code", "seen"),
    [
        ("Symbol", "F0B3", "≥"), ("Symbol", "00A3", "≤"), ("symbol", "F0B1", "±"), ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "☐"), ("Wingdings 2", "F052", "☑"), ("Wingdings 2", "0054", "☒"), ("Webdings", "F063", "☐"),
        ("Wingdings", "F0FC", "✓"), ("宋体", "2265", "≥"), ("Somebody's Symbols", "F041", "\ufffd"), ("Symbol", "zz", "\ufffd"),
        ("Symbol", "FFFFFFFF", "\ufffd"), ("Symbol", "7", "\ufffd"),
    ],
)  # fmt: skip
def test_symbols_are_what_their_font_shows(font: str, code: str, seen: str) -> None:
    assert shown(f"<w:p>{sign(font, code)}{run('95%')}</w:p>") == [[f"{seen}95%"]]


def test_letters_in_a_font_of_symbols_are_symbols_and_ideographs_beside_them_are_not() -> None:
    fonts = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2" w:eastAsia="宋体"/>'
    assert shown(f"<w:p>{looking('R是 £否', fonts)}</w:p>") == [["☑是 ☐否"]]
    style = f'<w:style w:type="character" w:styleId="box"><w:rPr>{fonts}</w:rPr></w:style>'
    assert shown("<w:p>" + looking("R", "<w:rStyle w:val='box'/>") + "</w:p>", style) == [["☑"]]


def test_a_font_of_the_theme_goes_before_a_named_one() -> None:
    assert shown(
        f"<w:p>{looking('R', '<w:rFonts w:ascii=' + repr('Wingdings 2') + ' w:asciiTheme=' + repr('minorHAnsi') + '/>')}</w:p>"
    ) == [["R"]]


def control(state: str, text: str) -> str:
    return f"<w:sdt><w:sdtPr><w14:checkbox>{state}</w14:checkbox></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def form_field(inside: str, instruction: str = "FORMCHECKBOX", result: str = "") -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end")]
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar></w:r>'
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[0]}{result}{marks[1]}"


@pytest.mark.parametrize(
    ("box", "seen"),
    [
        (control('<w14:checked w14:val="1"/>', "☒"), "☒"),
        (control('<w14:checked w14:val="1"/>', ""), "☑"),
        (control('<w14:checked w14:val="0"/>', ""), "☐"),
        (control("", "?"), "☐"),
        (form_field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>"), "☑"),
        (form_field("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>"), "☐"),
        (form_field("<w:checkBox><w:default w:val='1'/></w:checkBox>"), "☑"),
        (form_field("<w:checkBox/>"), "☐"),
        (form_field("", r"eq \o\ac(□,√)"), "☑"),
        (form_field("<w:ddList><w:result w:val='1'/><w:listEntry w:val='甲'/><w:listEntry w:val='乙'/></w:ddList>", "FORMDROPDOWN").replace(
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', ""), "乙"),
        (form_field("", "SUM(ABOVE)", run("12.5")), "12.5"),
    ],
)  # fmt: skip
def test_it_is_read_which_box_is_ticked(box: str, seen: str) -> None:
    assert shown(f"<w:p>{box}{run('是')}</w:p>") == [[f"{seen}是"]]


@pytest.mark.parametrize(
    ("instruction", "seen"),
    [
        (r"eq \o\ac(□,√)", "☑"), (r" EQ \o\ac(□,×)", "☒"), (r"eq \o\ac(○,3)", "③"), (r"eq \o\ac(○,\s\up 2(12))", "⑫"),
        (r"eq \f(1,2)", "1/2"), (r"eq \o\ac(○,99)", "99"), (r"eq \i(1,2,x)", "\ufffd"), ("eq ", "\ufffd"),
        (r"eq \o(＞,_)", "≥"), (r"EQ \o\ac(-,<)", "≤"), (r"eq \o(>,\s\do2(＿))", "≥"), (r"eq \o(>,>)", "\ufffd"),
    ],
)  # fmt: skip
def test_signs_laid_over_one_another_are_one_sign(instruction: str, seen: str) -> None:
    assert equation(instruction) == seen


def test_a_field_that_is_never_closed_hides_its_own_paragraph_alone() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
    inner = f"<w:p>{begun}{run('condition')}{form_field('', 'PAGE', run('7'))}</w:p>"
    assert shown(inner + paragraph("甲")) == [["甲"]]


LEVELS = """<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>
<w:suff w:val="{}"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>"""


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}{run(text) if text else ''}</w:p>"


def test_automatic_numbers_are_printed_before_their_paragraphs() -> None:
    decimal = LEVELS.format("decimal", "%1.", "tab")
    body = (
        numbered("a")
        + numbered("b", level=1)
        + numbered("c", level=1)
        + numbered("")
        + numbered("d", level=1)
        + numbered("e", 2)
    )
    assert shown(body, "", decimal) == [["1. a"], ["1.1 b"], ["1.2 c"], ["2. "], ["2.1 d"], ["7. e"]]
    chinese = LEVELS.format("chineseCounting", "（%1）", "nothing")
    assert shown("".join(numbered("项") for _ in range(11)), "", chinese)[9:] == [["（十）项"], ["（十一）项"]]
    assert shown(numbered("a", 0) + numbered("b", 9), "", decimal) == [["a"], ["b"]]


def test_numbers_of_styles_bullets_and_lists_that_the_file_lacks() -> None:
    style = '<w:style w:type="paragraph" w:styleId="s"><w:basedOn w:val="t"/></w:style><w:style w:styleId="t"><w:basedOn w:val="s"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    body = f'<w:p><w:pPr><w:pStyle w:val="s"/></w:pPr>{run("a")}</w:p>'
    assert shown(body, style, LEVELS.format("upperRoman", "%1", "space")) == [["I a"]]
    bullets = LEVELS.format("bullet", "&#xF0FE;", "tab").replace(
        "</w:lvl>", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>', 1
    )
    assert shown(numbered("是"), "", bullets) == [["☑ 是"]]
    assert shown(numbered("a") + numbered("b")) == [["1. a"], ["2. b"]]


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("decimal", "1 10 21 105"), ("decimalZero", "01 10 21 105"), ("upperLetter", "A J U AAAAA"), ("lowerRoman", "i x xxi cv"),
        ("chineseCounting", "一 十 二十一 一百零五"), ("chineseLegalSimplified", "壹 壹拾 贰拾壹 壹佰零伍"),
        ("ideographDigital", "一 一〇 二一 一〇五"), ("decimalEnclosedCircle", "① ⑩ 21 105"), ("ideographTraditional", "甲 癸 21 105"),
        ("decimalFullWidth", "１ １０ ２１ １０５"), ("aiueo", "\ufffd \ufffd \ufffd \ufffd"),
    ],
)  # fmt: skip
def test_numbers_are_counted_as_word_prints_them(form: str, printed: str) -> None:
    lower = printed.lower() if form == "upperLetter" else printed
    assert " ".join(counted(number, form) for number in (1, 10, 21, 105)) == printed
    assert " ".join(counted(n, "lowerLetter" if form == "upperLetter" else form) for n in (1, 10, 21, 105)) == lower
    assert (counted(10_000, form), counted(5, "none")) == ("\ufffd", "")


def test_what_is_hidden_or_deleted_is_not_read_and_said() -> None:
    vanished = looking("隐藏的", "<w:vanish/>") + looking("看得见", '<w:vanish w:val="0"/>')
    style = '<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    by_style = f'<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr>{run("样式隐藏")}</w:p>'
    deleted = f"<w:del><w:r><w:delText>10.00</w:delText></w:r></w:del><w:ins>{run('20.00')}</w:ins>"
    struck = looking("30.00", "<w:strike/>") + run("40.00")
    rows = "".join(
        f"<w:tr>{properties}<w:tc><w:p>{left}</w:p></w:tc><w:tc><w:p>{right}</w:p></w:tc></w:tr>"
        for properties, left, right in [
            ("", vanished, deleted),
            ("<w:trPr><w:del/></w:trPr>", run("删去的行"), run("1.00")),
            ("", run("甲"), struck),
            ("", looking("整格", "<w:dstrike/>"), run("5.00")),
        ]
    )
    source = read_source(document(f"{by_style}<w:tbl>{rows}</w:tbl>", style), "x")
    assert cells(source) == [["看得见", "20.00"], ["甲", "40.00"], ["整格", "5.00"]]
    assert said(source) == [("hidden", text) for text in ("样式隐藏；隐藏的", "10.00", "删去的行1.00", "30.00", "整格")]


def test_paragraphs_whose_end_was_deleted_go_on_in_the_next() -> None:
    begun = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('100')}</w:p>"
    assert shown(begun + paragraph("万元") + paragraph("注")) == [["100万元"], ["注"]]
    assert shown(begun) == [["100"]]
    table = f"<w:tbl><w:tr><w:tc>{begun}{paragraph('万元')}{paragraph('注')}</w:tc><w:tc>{paragraph('甲')}</w:tc></w:tr></w:tbl>"
    assert shown(begun + table + begun) == [["100"], ["100万元\v注", "甲"], ["100"]]


def test_what_a_form_holds_hidden_is_an_issue_of_its_document() -> None:
    rows = [("项目名称", run("河道清淤")), ("主管部门", run("东莞市水务局")), ("年度总体目标", run("保持畅通。") + looking("暂定", "<w:vanish/>")),
            ("项目资金", run("12.00")), ("其中：财政拨款", run("12.00"))]  # fmt: skip
    table = "".join(
        f"<w:tr><w:tc>{paragraph(label)}</w:tc><w:tc><w:p>{text}</w:p></w:tc></w:tr>" for label, text in rows
    )
    heading = paragraph("项目支出绩效目标表") + paragraph("（2025年度）") + paragraph("单位：万元")
    reading = read(document(f"{heading}<w:tbl>{table}</w:tbl>"), "x")
    assert [(issue.code, issue.printed) for issue in reading.issues if issue.code == "hidden"] == [("hidden", "暂定")]
    assert reading.projects[0].annual_goal == "保持畅通。"


def test_formulas_and_numbers_above_the_line_keep_their_meaning() -> None:
    fraction = (
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    power = (
        "<m:oMath><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
    )
    raised = run("50m") + looking("2", '<w:vertAlign w:val="superscript"/>')
    old = '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
    by_hand = run("60m") + looking("2", '<w:position w:val="6"/>')
    lowered = run("70m") + looking("2", '<w:position w:val="-6"/>')
    ruby = f"<w:r><w:ruby><w:rt>{run('han')}</w:rt><w:rubyBase>{run('汉')}</w:rubyBase></w:ruby></w:r>"
    body = "".join(
        f"<w:p>{inside}</w:p>" for inside in (fraction, power, raised, by_hand, lowered, old + run("95%"), ruby)
    )
    assert shown(body) == [["1/2"], ["m²"], ["50m²"], ["60m²"], ["70m2"], ["\ufffd95%"], ["汉"]]


def test_a_paragraph_that_is_raised_as_a_whole_stands_on_its_line() -> None:
    both = looking("95", '<w:position w:val="6"/>') + looking("20", '<w:position w:val="6"/>')
    assert shown(f"<w:p>{both}</w:p>") == [["9520"]]


def test_boxes_and_nested_tables_stand_in_and_below_their_cell_and_the_table_goes_on() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('框')}</w:txbxContent></w:pict></w:r>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    inner = "<w:tbl>" + f"<w:tr><w:tc>{paragraph('一')}</w:tc><w:tc>{paragraph('二')}</w:tc></w:tr>" * 2 + "</w:tbl>"
    column = "<w:tbl>" + f"<w:tr><w:tc>{paragraph('列')}</w:tc></w:tr>" * 2 + "</w:tbl>"
    rows = [
        (paragraph("标"), f"<w:p>{run('甲')}{twice}</w:p>"),
        (paragraph("套"), inner + "<w:p/>"),
        (paragraph("条"), column + "<w:p/>"),
        (paragraph("末"), paragraph("乙")),
    ]
    table = "".join(f"<w:tr><w:tc>{left}</w:tc><w:tc>{right}</w:tc></w:tr>" for left, right in rows)
    assert shown(f"<w:tbl>{table}</w:tbl>") == [
        ["标", "甲\v框", ""], ["套"], ["", "一", "二"], ["", "一", "二"], ["条", "列\v列\v", ""], ["末", "乙", ""],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "box",
    [
        '<w:pict><o:shape style="Position: absolute;width:9pt"><w:txbxContent>{}</w:txbxContent></o:shape></w:pict>',
        "<w:drawing><o:anchor><w:txbxContent>{}</w:txbxContent></o:anchor></w:drawing>",
    ],
)
def test_a_box_that_floats_over_a_cell_is_read_where_the_cell_is_blank_else_said(box: str) -> None:
    drawn = f"<w:r>{box}</w:r>"
    rows = [
        f"<w:tc>{paragraph('名称')}</w:tc><w:tc><w:p>{run('堤防')}{drawn.format(paragraph('样表'))}</w:p></w:tc>",
        f"<w:tc>{paragraph('数量')}</w:tc><w:tc><w:p>{drawn.format(paragraph('≥3处'))}</w:p></w:tc>",
    ]
    source = read_source(document("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"), "x")
    assert cells(source) == [["名称", "堤防"], ["数量", "≥3处"]]
    assert [(notice.code, notice.printed) for notice in source.notices] == [("beside", "样表")]


def test_a_document_of_pictures_is_named_as_one() -> None:
    picture = f"<w:p><w:r><w:drawing><a:blip xmlns:a='{W}'/></w:drawing></w:r></w:p>"
    assert code_of(document(picture)) == "no_text_layer"
    assert shown(picture + paragraph("甲")) == [["甲"]]


def test_parts_may_bear_any_name_that_the_relations_give() -> None:
    types = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    links = '<Relationships><Relationship Type="http://x/{}" Target="{}"/></Relationships>'
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": links.format("officeDocument", "/Word/Main.xml"),
        "word/_rels/main.xml.rels": links.format("numbering", "lists/n.xml"),
        "word/main.xml": f"<w:document {NAMESPACES}><w:body>{numbered('a')}</w:body></w:document>",
        "word/lists/n.xml": f"<w:numbering {NAMESPACES}>{LEVELS.format('upperLetter', '%1)', 'tab')}</w:numbering>",
    }
    assert cells(read_source(packed(parts), "x")) == [["A) a"]]


@pytest.mark.parametrize("kind", ["html", "mhtml", "text", "pdf"])
def test_files_that_stand_whole_in_a_document_are_read_or_named(kind: str) -> None:
    page = "<html><body><p>标题</p><table><tr><td>a<td>b</table></body></html>"
    chunk = {
        "html": page.encode(),
        "mhtml": mail(("a", "base64", page)),
        "text": "标题\n\na b".encode(),
        "pdf": b"%PDF-1.4",
    }[kind]
    links = '<Relationships><Relationship Id="r1" Type="http://x/aFChunk" Target="/chunk.bin"/></Relationships>'
    body = f'{paragraph("前")}<w:altChunk r:id="r1" xmlns:r="http://x"/>{paragraph("后")}'
    parts: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": links,
        "chunk.bin": chunk,
    }
    if kind == "pdf":
        assert code_of(packed(parts)) == "unknown_type"
    else:
        inside = [["a b"]] if kind == "text" else [["a", "b"]]
        assert cells(read_source(packed(parts), "x")) == [["前"], ["标题"], *inside, ["后"]]


OF_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"


def of_2003(body: str, beside: str = "") -> bytes:
    names = f'xmlns:w="{OF_2003}" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?><w:wordDocument {names}>{beside}<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>'.encode()


def test_documents_of_word_2003_are_read() -> None:
    merged = "<w:tc><w:tcPr><w:vmerge{}/></w:tcPr>{}</w:tc>"
    first = merged.format(" w:val='restart'", paragraph("甲"))
    rows = f"<w:tr>{first}<w:tc>{paragraph('一')}</w:tc></w:tr><w:tr>{merged.format('', '<w:p/>')}<w:tc>{paragraph('二')}</w:tc></w:tr>"
    listed = '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/>{}</w:listPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>'
    lists = '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/><w:suff w:val="Nothing"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
    changed = f'<w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>旧</w:delText></w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content>{run("新")}</aml:content></aml:annotation><aml:annotation w:type="Word.Comment"><aml:content>{paragraph("批注")}</aml:content></aml:annotation>{sign("Symbol", "F0B3")}</w:p>'
    body = f"<w:tbl>{rows}</w:tbl>" + listed.format("") + listed.format('<wx:t wx:val="(9)"/>') + changed
    source = read_source(of_2003(body, lists + "<w:docPr><w:t>x</w:t></w:docPr>"), "x.doc")
    assert (source.medium, cells(source)) == ("docx", [["甲", "一"], ["", "二"], ["三、项"], ["(9) 项"], ["新≥"]])
    assert said(source) == [("hidden", "旧"), ("beside", "批注")]
    assert read_source(of_2003(body).partition(b"?>")[2].partition(b"?>")[2], "x").medium == "docx"


def flat(parts: dict[str, str]) -> bytes:
    inside = "".join(
        f'<pkg:part pkg:name="{name}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>' for name, xml in parts.items()
    )
    return f'<?xml version="1.0" standalone="yes"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{inside}</pkg:package>'.encode()


def test_documents_in_one_xml_file_are_read() -> None:
    parts = {
        "/word/document.xml": f"<w:document {NAMESPACES}><w:body>{numbered('a')}</w:body></w:document>",
        "/word/numbering.xml": f"<w:numbering {NAMESPACES}>{LEVELS.format('decimal', '%1)', 'tab')}</w:numbering>",
    }
    assert cells(read_source(flat(parts), "x")) == [["1) a"]]
    assert code_of(flat({"/word/styles.xml": "<a/>"})) == "damaged"


@pytest.mark.parametrize("make", [of_2003, lambda body: flat({"/word/document.xml": body})])
def test_hostile_xml_files_are_refused(make) -> None:  # type: ignore[no-untyped-def]
    whole = make(paragraph("a"))
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaa">]>'
    assert code_of(whole.replace(b"?>", b"?>" + bomb, 1)) == "unsafe_xml"
    assert code_of(whole[:-20]) == "damaged"
    assert code_of(whole + b" " * 70_000_000) == "too_large"
    assert code_of(make("<w:p>" * 5000 + "</w:p>" * 5000)) == "damaged"


def test_styles_in_a_circle_and_levels_beyond_all_bounds_end() -> None:
    circle = "".join(
        f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in (("a", "b"), ("b", "a"))
    )
    body = '<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="99999"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    assert shown(
        body,
        circle,
        LEVELS.format("decimal", "%9", "tab").replace(
            '"decimal"/><w:lvlText w:val="%9"', '"decimal"/><w:lvlText w:val="%1%9"'
        ),
    ) == [["甲"]]
    deep = paragraph("底")
    for _ in range(40):
        deep = f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{deep}</w:tc></w:tr></w:tbl><w:p/>"
    assert len(cells(read_source(document(deep), "x"))) < 100


MATH = "<m:r><m:t>{}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        ("<m:rad><m:deg/><m:e>{2}</m:e></m:rad>", "√2"),
        ("<m:rad><m:deg>{3}</m:deg><m:e>{8}</m:e></m:rad>", "³√8"),
        ("<m:d><m:e>{a}</m:e></m:d>", "(a)"),
        ('<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>{a}</m:e><m:e>{b}</m:e></m:d>', "[a|b"),
        ('<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub/><m:sup/><m:e>{x}</m:e></m:nary>', "∑x"),
        ("<m:f><m:num><m:d><m:e>{a}</m:e></m:d></m:num><m:den>{2}</m:den></m:f>", "(a)/2"),
    ],
)
def test_the_signs_of_formulas_are_read(inside: str, seen: str) -> None:
    for text in "ab2348x":
        inside = inside.replace(f"{{{text}}}", MATH.format(text))
    assert shown(f"<w:p><m:oMath>{inside}</m:oMath></w:p>") == [[seen]]


PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    "inside",
    [
        f"<w:p>{PROMPT.format(run('单击此处输入文字'))}</w:p>",
        PROMPT.format(paragraph("单击此处输入文字")),
        f"<w:p>{PROMPT.replace('Hdr/', 'Hdr w:val=' + chr(34) + '1' + chr(34) + '/').format(run('单击此处输入文字'))}</w:p>",
    ],
)
def test_the_prompt_of_a_blank_control_is_no_text(inside: str) -> None:
    body = f"<w:tbl><w:tr><w:tc>{paragraph('目标')}</w:tc><w:tc>{inside}</w:tc><w:tc>{paragraph('3')}</w:tc></w:tr></w:tbl>"
    source = read_source(document(body + inside), "x")
    assert cells(source) == [["目标", "", "3"]]
    assert said(source) == [("hidden", "单击此处输入文字")] * 2


def test_what_is_hidden_at_the_end_is_said_and_a_part_that_is_missing_too() -> None:
    source = read_source(document(paragraph("甲") + f"<w:p>{looking('藏', '<w:vanish/>')}</w:p>"), "x")
    assert (cells(source), said(source)) == ([["甲"]], [("hidden", "藏")])
    assert code_of(document('<w:altChunk r:id="none" xmlns:r="http://x"/>' + paragraph("甲"))) == "damaged"
