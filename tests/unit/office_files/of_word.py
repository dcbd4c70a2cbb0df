"""Word documents: what stands beside the text, cells in cells, whatever wraps rows and cells."""

from tests.drawing.render_odt import NAMES as OF_ODT
from tests.drawing.render_odt import packed_odt
from tests.unit.office_files import Made
from tests.unit.test_readers import packed, paragraph, run
from tests.unit.test_word import NAMESPACES, of_2003

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'{NAMESPACES} xmlns:r="{_LINK}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_BESIDE = ("beside",)


def _document(body: str, parts: dict[str, str] | None = None, beside: str = "", strict: bool = False) -> bytes:
    """A document; ``parts`` are running heads by their kind (`header default`) and notes; ``beside`` is of the section."""
    links, references, files = "", "", {}
    for number, (kind, inside) in enumerate((parts or {}).items()):
        name, _, which = kind.partition(" ")
        root = {"header": "hdr", "footer": "ftr"}.get(name, name)
        files[f"word/part{number}.xml"] = f"<w:{root} {_NAMES}>{inside}</w:{root}>"
        links += f'<Relationship Id="r{number}" Type="{_LINK}/{name}" Target="part{number}.xml"/>'
        if which:
            references += f'<w:{name}Reference w:type="{which}" r:id="r{number}"/>'
    text = f"<w:document {_NAMES}><w:body>{body}<w:sectPr>{references}{beside}</w:sectPr></w:body></w:document>"
    if strict:
        text = text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    return packed(
        {"word/document.xml": text, "word/_rels/document.xml.rels": f"<Relationships>{links}</Relationships>", **files}
    )


def _cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<') else paragraph(inside)}</w:tc>"


def _row(*cells: str) -> str:
    return "<w:tr>" + "".join(one if one.startswith("<w:tc>") else _cell(one) for one in cells) + "</w:tr>"


def _table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def _tabbed(*texts: str) -> str:
    return f"<w:p>{'<w:r><w:tab/></w:r>'.join(map(run, texts))}</w:p>"


_TABBED = [["项目", "单位", "金额"], ["甲", "某站", "12.50"], ["乙", "", "22.00"], ["合计", "34.50"]]
_PLAIN = _table(_row("项目", "金额"), _row("甲", "12.50"))
_READ = [["项目", "金额"], ["甲", "12.50"]]
_TITLE = "项目支出绩效目标表"


def word_document(below: str, parts: dict[str, str]) -> bytes:
    """A document with a table, ``below`` it something that refers to ``parts`` by `r0`, `r1`."""
    return _document(_PLAIN + below, parts)


def _reference(kind: str, attributes: str = "") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="2" {attributes}/>'


def _noted(kind: str, attributes: str = "", mark: str = "") -> str:
    value = f"<w:p>{run('12.50')}{_reference(kind, attributes)}{mark}</w:r></w:p>"
    return _table(_row("项目", "金额"), _row("甲", value))


def _notes(kind: str, text: str) -> dict[str, str]:
    return {f"{kind}s": f'<w:{kind} w:id="2">{paragraph(text)}</w:{kind}>'}


def _box(inside: str) -> str:
    shape = f"<w:r><w:drawing><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></w:drawing></w:r>"
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r>"
    return f"<w:p><mc:AlternateContent><mc:Choice>{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:p>"


def _merge(kind: str = "") -> str:
    return f"<w:vMerge{f' w:val={chr(34)}{kind}{chr(34)}' if kind else ''}/>"


def _span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


_CHANGED = "<w:trPr><w:{}/></w:trPr>"
_OF_HEAD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
_ODT_NOTE = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>不含结转</text:p></text:note-body></text:note>'


def _odt(inside: str) -> str:
    rows = (("<text:p>项目</text:p>", "<text:p>金额</text:p>"), ("<text:p>甲</text:p>", inside))
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{one}</table:table-cell>" for one in row)
        + "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{cells}</table:table>"


def _flat_odt(head: str) -> bytes:
    page = f'<office:master-styles><style:master-page style:name="a"><style:header><text:p>{head}</text:p></style:header></style:master-page></office:master-styles>'
    body = f"<office:body><office:text>{_odt('<text:p>12.50</text:p>')}</office:text></office:body>"
    return f'<?xml version="1.0"?><office:document {OF_ODT} office:mimetype="application/vnd.oasis.opendocument.text">{page}{body}</office:document>'.encode()


WORD: dict[str, Made] = {
    "the unit of money in a head": Made(
        _document(_PLAIN, {"header default": paragraph("单位：万元")}), [["单位：万元"], *_READ]
    ),
    "the title in a head, the number of the page beside it": Made(
        _document(_PLAIN, {"header default": f"<w:p>{run(_TITLE)}</w:p><w:p>{_OF_HEAD}</w:p>"}), [[_TITLE], *_READ]
    ),
    "a head that says what the text says": Made(
        _document(
            paragraph(f"{_TITLE}") + paragraph("单位：万元") + _PLAIN, {"header default": paragraph("单位：万元")}
        ),
        [[_TITLE], ["单位：万元"], *_READ],
    ),
    "a head with another unit": Made(
        _document(paragraph("单位：元") + _PLAIN, {"header default": paragraph("单位：万元")}),
        [["单位：元"], *_READ],
        _BESIDE,
    ),
    "a head without words of a form": Made(_document(_PLAIN, {"header default": paragraph("东莞市财政局编")}), _READ),
    "a head of the first page": Made(
        _document(_PLAIN, {"header first": paragraph(_TITLE), "header default": paragraph("续")}, "<w:titlePg/>"),
        [[_TITLE], *_READ],
    ),
    "a head of a first page that has none": Made(_document(_PLAIN, {"header first": paragraph(_TITLE)}), _READ),
    "a head that is a table": Made(
        _document(_PLAIN, {"header default": _table(_row("填报单位：东莞市水务局", "单位：万元"))}),
        [["填报单位：东莞市水务局"], ["单位：万元"], *_READ],
    ),
    "a head beside a report and its forms": Made(
        _document(
            paragraph("一、基本情况") + _PLAIN + paragraph(_TITLE) + _PLAIN, {"header default": paragraph("单位：元")}
        ),
        [["一、基本情况"], ["单位：元"], *_READ, [_TITLE], ["单位：元"], *_READ],
    ),
    "a foot that fills in a label": Made(
        _document(_PLAIN, {"footer default": paragraph("填报单位：东莞市水务局")}), [["填报单位：东莞市水务局"], *_READ]
    ),
    "a footnote at a number": Made(
        _document(_noted("footnote"), _notes("footnote", "不含上年结转 3.00")), _READ, _BESIDE
    ),
    "a footnote with a mark of its own": Made(
        _document(_noted("footnote", 'w:customMarkFollows="1"', "<w:t>1</w:t>"), _notes("footnote", "不含结转")),
        _READ,
        _BESIDE,
    ),
    "a footnote with the unit": Made(
        _document(_noted("footnote"), _notes("footnote", "单位：元")), [["单位：元"], *_READ]
    ),
    "an endnote": Made(_document(_noted("endnote"), _notes("endnote", "不含上年结转")), _READ, _BESIDE),
    "a comment": Made(_document(_noted("comment"), _notes("comment", "此处应为 15.00")), _READ, _BESIDE),
    "a footnote of Word 2003": Made(
        of_2003(
            _table(
                _row("项目", "金额"),
                _row("甲", f"<w:p>{run('12.50')}<w:r><w:footnote>{paragraph('不含结转')}</w:footnote></w:r></w:p>"),
            )
        ),
        _READ,
        _BESIDE,
    ),
    "a head of Word 2003": Made(
        of_2003(_PLAIN + f'<w:sectPr><w:hdr w:type="odd">{paragraph("单位：万元")}</w:hdr></w:sectPr>'),
        [["单位：万元"], *_READ],
    ),
    "a footnote of an OpenDocument text": Made(packed_odt(_odt(f"<text:p>12.50{_ODT_NOTE}</text:p>")), _READ, _BESIDE),
    "a comment of an OpenDocument text": Made(
        packed_odt(_odt("<text:p>12.50<office:annotation><text:p>待核</text:p></office:annotation></text:p>")),
        _READ,
        _BESIDE,
    ),
    "a head of an OpenDocument text": Made(_flat_odt("单位：万元"), [["单位：万元"], *_READ]),
    "a workbook that is embedded": Made(
        _document(
            _PLAIN + '<w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>'
        ),
        _READ,
        _BESIDE,
    ),
    "a form in a text box": Made(_document(_box(paragraph(_TITLE) + _PLAIN)), [[_TITLE], *_READ]),
    "a title in a text box over the table": Made(_document(_box(paragraph(_TITLE)) + _PLAIN), [[_TITLE], *_READ]),
    "a table in a cell": Made(
        _document(_table(_row("指标", _PLAIN + "<w:p/>"), _row("备注", "无"))),
        [["指标"], ["", "项目", "金额"], ["", "甲", "12.50"], ["备注", "无", ""]],
    ),
    "rows that begin and end inside": Made(
        _document(
            _table(
                _row("项目", "数量", "金额"),
                '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + _cell("3") + _cell("12.50") + "</w:tr>",
                "<w:tr><w:trPr><w:gridAfter w:val='1'/></w:trPr>" + _cell("乙") + _cell("4") + "</w:tr>",
            )
        ),
        [["项目", "数量", "金额"], ["", "3", "12.50"], ["乙", "4", ""]],
    ),
    "cells merged both ways": Made(
        _document(
            _table(
                _row(_cell("产出", _span(2) + _merge("restart")), _cell("数量"), _cell("12")),
                _row(_cell("", _span(2) + _merge()), _cell("质量", _merge("restart")), _cell("95%")),
                _row(_cell("效益"), _cell("社会"), _cell("", _merge()), _cell("好")),
            )
        ),
        [["产出", "", "数量", "12"], ["", "", "质量", "95%"], ["效益", "社会", "", "好"]],
    ),
    "merged cells that are never begun": Made(
        _document(_table(_row(_cell("甲", _merge()), _cell("1")), _row(_cell("乙", _merge()), _cell("2")))),
        [["甲", "1"], ["", "2"]],
        ("hidden",),
    ),
    "controls around cells and rows": Made(
        _document(
            _table(
                _row("项目", "金额"),
                f"<w:sdt><w:sdtContent>{_row('甲', '<w:p/>').replace('<w:p/>', paragraph('12.50'))}</w:sdtContent></w:sdt>",
                f"<w:tr>{_cell('乙')}<w:sdt><w:sdtContent>{_cell('7.50')}</w:sdtContent></w:sdt></w:tr>",
            )
        ),
        [*_READ, ["乙", "7.50"]],
    ),
    "rows that a change puts in and takes out": Made(
        _document(
            _table(
                _row("项目", "金额"),
                f"<w:tr>{_CHANGED.format('ins')}{_cell('甲')}{_cell('12.50')}</w:tr>",
                f"<w:tr>{_CHANGED.format('del')}{_cell('丙')}{_cell('9.00')}</w:tr>",
            )
        ),
        _READ,
        ("hidden",),
    ),
    "text moved elsewhere": Made(
        _document(
            _table(
                _row("项目", "金额"),
                _row("甲", f"<w:p><w:moveFrom>{run('99')}</w:moveFrom><w:moveTo>{run('12.50')}</w:moveTo></w:p>"),
            )
        ),
        _READ,
        ("hidden",),
    ),
    "links, tags and fields": Made(
        _document(
            _table(
                _row("项目", "金额"),
                _row(
                    f"<w:p><w:hyperlink>{run('甲')}</w:hyperlink></w:p>",
                    f"<w:p><w:smartTag><w:customXml>{run('12.50')}</w:customXml></w:smartTag></w:p>",
                ),
                _row("<w:p><w:fldSimple w:instr='SUM(ABOVE)'>" + run("合计") + "</w:fldSimple></w:p>", "12.50"),
            )
        ),
        [*_READ, ["合计", "12.50"]],
    ),
    "breaks of pages and lines in a cell": Made(
        _document(
            _table(
                _row(
                    "目标",
                    f"<w:p>{run('一')}<w:r><w:br/></w:r>{run('二')}<w:r><w:br w:type='page'/></w:r>{run('三')}</w:p>",
                )
            )
        ),
        [["目标", "一\v二\v三"]],
    ),
    "two tables without a paragraph between": Made(_document(_PLAIN + _PLAIN), [*_READ, *_READ]),
    "a table that text flows around": Made(
        _document(_PLAIN.replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblpPr w:tblpX="100"/></w:tblPr>') + paragraph("旁文")),
        [*_READ, ["旁文"]],
    ),
    "a strict document": Made(
        _document(_PLAIN, {"header default": paragraph("单位：万元")}, strict=True), [["单位：万元"], *_READ]
    ),
    "a table drawn with tabs": Made(
        _document("".join(_tabbed(*row) for row in _TABBED)), [*_TABBED[:3], ["合计 34.50"]]
    ),
    "two lines with tabs are no table": Made(
        _document("".join(_tabbed(*row) for row in _TABBED[:2])), [["项目 单位 金额"], ["甲 某站 12.50"]]
    ),
    "letters set apart by spaces": Made(
        _document(_table(_row("项　　目", "金 额"), _row("甲", "12.50"))), [["项　　目", "金 额"], ["甲", "12.50"]]
    ),
    "soft hyphens and spaces that do not break": Made(
        _document(
            _table(
                _row("项目", "金额"),
                _row(f"<w:p>{run('甲')}<w:r><w:softHyphen/></w:r></w:p>", f"<w:p>{run('12.50' + chr(0xA0))}</w:p>"),
            )
        ),
        [["项目", "金额"], ["甲", "12.50\xa0"]],
    ),
}
"""By what is odd about them."""
