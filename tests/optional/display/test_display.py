"""Number formats beside what LibreOffice displays: a drawn corpus of formatted cells, and where both are known to part.

Needs Debian's libreoffice-calc-nogui; runs it headless, with a profile that is thrown away.
"""

import subprocess
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from random import Random

import xlsxwriter

from ingest.readers import read_source
from ingest.readers.sheets.number_format import shown

_FEWEST = 2000
_SAME = 0.995
_SECONDS = 300
_TEXTS = ("甲", "文本 1", "12")
_OF_TEXTS = ("@", '0;0;0;"单位："@', '@"局"', "0.00", "General", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ')
_NUMBERS = [0, 1, -1, 12, 0.5, -0.5, 0.05, 2.675, 99.995, 100, -12.5, 60, 59.9, 90, 1234.5, -1234.567, 10000, 12345.678,
    123456, 1234567.8, -7654321.25, 12345678, 100000000, 123456789.12, 0.1 + 0.2, 0.95, 0.9555, 0.333333333, 330102]  # fmt: skip
_PLACES = (
    "0",
    "0.0",
    "0.00",
    "#,##0",
    "#,##0.0",
    "#,##0.00",
    "#,##0.0000",
    "0.##",
    "#,##0.##",
    "000",
    "0000.0",
    "??0.0?",
    "#,###.00",
)
_AROUND = ("{}", '{}"人"', '{}" 元"', '"¥"{}', "[$¥-804]{}", '"≥"{}', '"约"{}"公里"', "{}_ ", "[Red]{}", "{};-{}", "{}_);({})", '{};"负"{};"-"',
    "_ * {}_ ;_ * -{}_ ;_ * \"-\"??_ ;_ @_ ", "{};{};;@", "{}%")  # fmt: skip
_SPECIAL = ("General", 'General"万元"', 'General;-General;"零"', "@", "0.0,", "#,##0.00,,", '0\\.0,"万"', "0\\.0000", "000\\-0000",
    "00\\-00\\-00", '[>=60]"合格";"不合格"', '[=0]"-";General', '[>=10000]0\\.0,"万";0', '[>=90]"优";[>=60]"良";"差"', '[=1]"是";[=0]"否";0',
    "[DBNum2][$-804]General", "[DBNum1][$-804]General", "0‰", "▲0.0;▼0.0", "+0.0;-0.0;0.0", '0"-"0')  # fmt: skip
_DAYS = [45325, 45325.378554, 45657.99999, 44196.5, 61, 36526.75, 47848.04166]
_OF_DAYS = ("yyyy/m/d", "yyyy-mm-dd", "yyyy.mm", "yy/m/d", 'yyyy"年"m"月"d"日"', 'm"月"d"日"', "[$-804]yyyy\\/m\\/d;@", "d-mmm-yy", "mmmm d, yyyy",
    "dddd", "[$-804]aaaa;@", "m/d/yy h:mm", "yyyy-mm-dd hh:mm:ss", "yyyy/m/d h:mm AM/PM", "h:mm", "h:mm:ss AM/PM", "[h]:mm", "[mm]:ss", "mm:ss.0",
    'h"时"mm"分"', '[$-804]AM/PMh"时"mm"分";@', '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "yyyymmdd", 'yyyy"年度"')  # fmt: skip

Drawn = tuple[str, float | str]

APART: dict[str, tuple[Drawn, ...]] = {
    "no number is shown with an exponent": ((("0.00E+00"), 12345),),
    "a day before March 1900 is counted as Excel does": (("yyyy/m/d", 1), ("yyyy/m/d", 0.25)),
    "Chinese numerals need no language, and a point stays a point": (
        ("[DBNum2]General", 123),
        ("[DBNum2][$-804]General", 0.5),
    ),
    "a date of the system is shown as on a Chinese one": (("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45325),),
    "a condition that is not for negative numbers alone keeps their sign": (
        ('[=0]"-";General', -1),
        ('[>=90]"优";[>=60]"良";"差"', -1),
    ),
    "a negative number that rounds to zero keeps its sign": (("0.0,", -1),),
    "a number is rounded as it is written": (("0%", 1.005),),
    "General has a Chinese name": (("G/通用格式", 12),),
    "colours and halves of the day have Chinese names too": (("[红色]0.0", 1), ('上午/下午h"时"', 0.5)),
}
"""Where the reader shows what Excel shows and LibreOffice does not, with cells that show it."""


def displayed(cells: Sequence[Drawn], folder: Path) -> list[str]:
    """What LibreOffice shows in each cell."""
    with xlsxwriter.Workbook(folder / "cells.xlsx") as book:
        sheet = book.add_worksheet()
        formats = {form: book.add_format({"num_format": form}) for form in {form for form, _ in cells}}
        for row, (form, value) in enumerate(cells):
            sheet.write_string(row, 0, str(row))
            write = sheet.write_string if isinstance(value, str) else sheet.write_number
            write(row, 1, value, formats[form])  # type: ignore[operator]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "ods", "cells.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_SECONDS)
    source = read_source((folder / "cells.ods").read_bytes(), "cells.ods")
    rows = [[source.text[slice(*cell)] for cell in line.cells] for line in source.lines]
    assert [row[0] for row in rows] == [str(row) for row in range(len(cells))]
    return [" ".join(row[1].split()) if len(row) > 1 else "" for row in rows]


def ours(form: str, value: float | str) -> str:
    return " ".join(shown(value, form).text.split())


def corpus() -> list[Drawn]:
    random = Random("cells")
    placed = [around.replace("{}", place) for around, place in product(_AROUND, _PLACES)]
    cells: list[Drawn] = [(form, value) for form in placed for value in random.sample(_NUMBERS, 10)]
    cells += product(_SPECIAL, _NUMBERS)
    cells += product(_OF_DAYS, _DAYS)
    cells += product(_OF_TEXTS, _TEXTS)
    return [cell for cell in cells if not _is_apart(*cell)]


def _is_apart(form: str, value: float | str) -> bool:
    """True for a cell of the kinds of `APART`, which have a test of their own."""
    if isinstance(value, str):
        return False
    has_decimals = value != int(value)
    return (
        (("[>" in form or "[=" in form) and value < 0)
        or ("DBNum" in form and "yyyy" not in form and has_decimals)
        or (value < 0 and not ours(form, value).strip("-0.,%万").strip("¥人元≥约公里 "))
        or ("[h]" not in form and "yy" in form and 0 < value < 61)
    )  # fmt: skip


def test_cells_show_what_libreoffice_displays(tmp_path: Path) -> None:
    cells = corpus()
    assert len(cells) >= _FEWEST
    found = displayed(cells, tmp_path)
    differing = [
        (form, value, ours(form, value), text)
        for (form, value), text in zip(cells, found, strict=True)
        if ours(form, value) != text
    ]
    share = 1 - len(differing) / len(cells)
    print(f"{len(cells)} cells, {share:.2%} as displayed")
    assert share >= _SAME, differing
    assert differing == []


def test_where_both_part_it_is_known_why(tmp_path: Path) -> None:
    cells = [(why, cell) for why, own in APART.items() for cell in own]
    found = displayed([cell for _, cell in cells], tmp_path)
    assert [why for (why, cell), text in zip(cells, found, strict=True) if ours(*cell) == text] == []
