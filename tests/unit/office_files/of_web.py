"""Web pages and mails as offices save and publish them."""

from tests.unit.office_files import Made
from tests.unit.test_html import mail

_ROWS = "<tr><td>项目<td>金额<tr><td>甲<td>12.50"
_TABLE = f"<table>{_ROWS}</table>"
_READ = [["项目", "金额"], ["甲", "12.50"]]


def _page(inside: str) -> bytes:
    return f"<html><head><meta charset=utf-8></head><body>{inside}</body></html>".encode()


_FRAMES = '<html><frameset><frame src="sheet001.htm"><frame src="sheet002.htm"></frameset></html>'

WEB: dict[str, Made] = {
    "a workbook saved as one web file": Made(
        mail(
            ("a.htm", "8bit", _FRAMES),
            ("sheet001.htm", "base64", f"<html><body>{_TABLE}</body></html>"),
            ("sheet002.htm", "8bit", "<html><body><table><tr><td>乙<td>3.00</table></body></html>"),
        ),
        [*_READ, ["乙", "3.00"]],
    ),
    "a document of Word saved as one web file, with a running head": Made(
        mail(
            ("a.htm", "8bit", f"<html><body>{_TABLE}</body></html>"),
            (
                "a.files/header.htm",
                "8bit",
                "<html><body><div style='mso-element:header'><p>单位：万元</p></div></body></html>",
            ),
        ),
        [["单位：万元"], *_READ],
    ),
    "tables side by side in a table of the layout": Made(
        _page(f"<table><tr><td>{_TABLE}</td><td><table><tr><td>乙<td>3.00<tr><td>丙<td>4.00</table></td></tr></table>"),
        [*_READ, ["乙", "3.00"], ["丙", "4.00"]],
    ),
    "a cell over all the rows that are left": Made(
        _page("<table><tr><td rowspan=0>产出<td>数量<tr><td>质量</table>"), [["产出", "数量"], ["", "质量"]]
    ),
    "spaces that do not break, breaks, a number above the line": Made(
        _page("<table><tr><td>项&nbsp;目<td>金额<tr><td>甲<br>乙<td>50m<sup>2</sup></table>"),
        [["项\xa0目", "金额"], ["甲\v乙", "50m²"]],
    ),
    "what a comment holds": Made(_page(f"<!-- 99.00 -->{_TABLE}"), _READ),
    "a footnote of Word": Made(
        _page(
            "<table><tr><td>项目<td>金额<tr><td>甲<td>12.50<span style='mso-special-character:footnote'></span></table><div style='mso-element:footnote'><p>不含结转</p></div>"
        ),
        [*_READ, ["不含结转"]],
    ),
}
"""By what is odd about them."""
