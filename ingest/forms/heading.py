"""What stands above a table: title, department, unit of money."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.forms.indicators import issue
from ingest.forms.reading import FormReading
from ingest.grammar.codes import split_code
from ingest.grammar.years import printed_years
from ingest.source.blocks import Line
from ingest.source.ledger import Ledger
from ingest.source.page_numbers import is_page_number
from ingest.source.printed import NOTHING, Printed, fold
from ingest.vocabulary import words

_MARKS = re.compile(r"[#*=\-_\s]+")
# 单位：万元, 金额单位:元, （单位：万元）; damage may leave only the colon and the unit.
_MONEY_UNIT = re.compile(
    r"(?:[（(]\s*+)?(?P<label>(?:金额|计量|货币|资金|位)?单?位?)(?:(?<=[额量币金单位])\s*+)?[：:]"
    r"\s*+(?:人民币\s*+)?(?P<unit>万元|亿元|千元|元)(?:\s*+[)）])?"
)
_SENTENCE = re.compile("[。；;]|[：:]$")
# 2024年部门预算总支出713.28万元，其中: a line of prose that goes on in the next
_SAID = re.compile(r"\d\s?(?:[万亿千]?元|[%％])")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}\s*[.、．](?!\d)|[（(]\d{1,2}[)）])")
_YEAR_BEHIND = re.compile(r"(?<!\s)\s*+[（(]\s*+(?P<year>20\d\d\s*+年?度?)\s*+[)）]$")
_STRICT_LABEL, _MONEY = "单位", "元"
_LONGEST_YEAR_LINE = 60


class Notes:
    """Knows the notes around a table: a line that begins as one does (填表说明), and the numbered lines behind it."""

    def __init__(self) -> None:
        self._is_open = False

    def begins(self, text: str) -> bool:
        """True for the first line of notes."""
        self._is_open = fold(text).startswith(tuple(words("form_labels", "note")))
        return self._is_open

    def goes_on(self, text: str) -> bool:
        """True for a numbered line behind another of notes; any other text ends them."""
        self._is_open = self._is_open and _NUMBERED.match(text) is not None
        return self._is_open


def read_heading_line(ledger: Ledger, reading: FormReading, printed: Printed, title_kinds: tuple[str, ...]) -> bool:
    """Read a line above a table into ``reading``; False where nothing in it is known.

    A line may hold several of title, department and unit of money.
    """
    rest = take_money_unit(ledger, reading, printed)
    mark = _MARKS.match(rest.text)
    if mark:
        ledger.label(rest[: mark.end()].strip())
        rest = rest[mark.end() :].strip()
    if not rest:
        return True
    department = _after_label(ledger, rest, words("form_labels", "department"))
    if department is not None:
        if department and reading.department is None:
            department = without_year(ledger, reading, department)
            coded = split_code(department)
            reading.department, reading.department_code = coded.name.text, coded.code.text or None
            for part in (coded.name, coded.code):
                ledger.field(part)
            for other in coded.others:
                ledger.label(other)
        elif department and fold(_YEAR_BEHIND.sub("", department.text)) == fold(reading.department or ""):
            ledger.label(department)
        return True
    folded = fold(rest.text)
    if any(map(folded.__contains__, _titles(title_kinds))) and not _SENTENCE.search(rest.text):
        reading.heading += rest.text + "\n"
        if reading.title is None:
            reading.title = ledger.field(rest).text
        else:
            ledger.label(rest)
        return True
    return rest.text != printed.text


def without_year(ledger: Ledger, reading: FormReading, department: Printed) -> Printed:
    """A department without the year in brackets behind it, which is printed above the table: 某区水务局（2024年）."""
    found = _YEAR_BEHIND.search(department.text)
    if found is None or not found.start():
        return department
    ledger.label(department[found.start() : found.start("year")])
    reading.above += ledger.field(department[found.start("year") : found.end("year")]).text + "\n"
    ledger.label(department[found.end("year") :])
    return department[: found.start()].strip()


@cache
def _titles(kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(word) for kind in kinds for word in words("form_labels", kind))


def read_year_line(ledger: Ledger, reading: FormReading, printed: Printed) -> bool:
    """Take a line above a table that prints a year (2024年部门预算, 预算年度：2024); False for any other, and prose."""
    line = printed.strip()
    if not printed_years(line.text) or len(line.text) > _LONGEST_YEAR_LINE:
        return False
    if _SENTENCE.search(line.text) or _SAID.search(line.text):
        return False
    ledger.field(line)
    reading.above += line.text + "\n"
    return True


def take_money_unit(ledger: Ledger, reading: FormReading, printed: Printed) -> Printed:
    """Take `单位：万元` off a line; gives what is left of it."""
    found = _find_money_unit(printed.text)
    if found is None:
        return printed.strip()
    unit = printed[found.start("unit") : found.end("unit")]
    ledger.label(printed[found.start() : found.start("unit")].strip())
    ledger.label(printed[found.end("unit") : found.end()].strip())
    set_money_unit(ledger, reading, unit)
    return without_money_unit(printed)


def without_money_unit(printed: Printed) -> Printed:
    """What is left of a line without `单位：万元`."""
    found = _find_money_unit(printed.text)
    if found is None:
        return printed.strip()
    return printed[found.end() :].strip() or printed[: found.start()].strip()


def _find_money_unit(text: str) -> re.Match[str] | None:
    for own in _MONEY_UNIT.finditer(text) if _MONEY in text else ():
        label = own["label"]
        if label and (label.endswith(_STRICT_LABEL) or own[0] == text.strip()):
            return own
    return None


def printed_money_unit(text: str) -> str | None:
    """The unit of money that a line above a table prints (`单位：万元`); None where it prints none."""
    found = _find_money_unit(text) if _MONEY in text else None
    return found["unit"] if found else None


def set_money_unit(ledger: Ledger, reading: FormReading, unit: Printed) -> None:
    """Take a printed unit of money; the first one counts, later ones are labels."""
    if reading.money_unit_basis == "printed":
        ledger.label(unit)
        return
    ledger.field(unit)
    reading.money_unit, reading.money_unit_basis = unit.text, "printed"


def say_assumed_unit(ledger: Ledger, reading: FormReading) -> None:
    """Say that no unit of money is printed, where an amount does not print its own."""
    if reading.money_unit_basis == "assumed" and not all(map(_has_unit, _amounts(reading))):
        message = "no unit of money is printed; 万元 is assumed"
        reading.issues.append(issue(ledger, "money_unit_assumed", NOTHING, message))


def _amounts(reading: FormReading) -> Iterator[str]:
    """The amounts of a reading as printed."""
    yield from (row.amount_printed for row in reading.funding if row.amount_printed)
    for line in reading.executions:
        yield from filter(None, (line.budget_printed, line.adjusted_printed, line.executed_printed))
    yield from (item.amount_printed for item in reading.department_budget)


def _has_unit(amount: str) -> bool:
    return "元" in amount or amount.rstrip().endswith("万")


@cache
def _label(label_words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(map(re.escape, label_words)) + r")\s*[：:]\s*")


def _after_label(ledger: Ledger, printed: Printed, label_words: tuple[str, ...]) -> Printed | None:
    """The text behind a label and colon at the start of a line; None where the line begins otherwise."""
    found = _label(label_words).match(printed.text)
    if found is None:
        return None
    ledger.label(printed[: found.end()].strip())
    return printed[found.end() :].strip()


def books_page_number(ledger: Ledger, line: Line) -> bool:
    """Book a line that is a page number as layout; False for any other line."""
    if line.is_row or not is_page_number(ledger.source.text[line.span.start : line.span.end]):
        return False
    ledger.layout(line.span)
    return True
