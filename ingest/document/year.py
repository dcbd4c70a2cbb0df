"""The budget year of a document: printed, inferred, or the one that the file is called by."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.delivery.manifest import ManifestEntry
from ingest.document.file_name import names_of
from ingest.document.outside.agreement.years import year_of_most
from ingest.errors import DocumentRejected
from ingest.forms.labelled.labels import fold_label, speaks
from ingest.forms.reading import FormReading
from ingest.grammar.years import YearRange, infer_year, printed_years, year_range
from ingest.vocabulary import words

# 2024年部门预算, 2023年度某局单位决算
_BUDGET = re.compile(
    r"(?<![\d\-~至到])(?P<year>20\d\d)\s*年度?[^\s\d，,。；;：:]{0,16}?(?:部门|单位)(?:综合|汇总)?[预决]算"
)
# 关于提前下达2024年中央某补助资金的通知
_GIVEN = re.compile(r"下达\s*(?P<year>20\d\d)\s*年度?[^\s\d，,。；;：:]{2,40}?(?:资金|经费|补助|预算)")
# 2023年度某专项资金 / 绩效评价报告
_EVALUATED = re.compile(
    r"(?<![\d\-~至到])(?P<year>20\d\d)\s*年度?[^\d，,。；;：:《》]{0,40}?绩效(?:单位|部门)?(?:自评价|自评|评价)报告"
)
# 我单位2024年无另文下达项目: a note below a table that is empty
_DECLARED = re.compile(
    r"[我本](?:单位|部门)\s*(?P<year>20\d\d)\s*年度?(?:没有|未|无)[^\s\d，,。；;：:]{0,12}?(?:项目|预算|资金|支出|绩效)"
)
# 2024部门预算; not the date of P020240315602834 or 2024-03-15
_YEAR_ALONE = re.compile(r"(?<![\d\-_.])(20\d\d)(?![\d\-_.])")
# 2025年项目支出绩效目标表, （2025年度） below a title; 2025年 alone may be when it was printed
_OF_FORM = re.compile(r"表$|^[（(]\s?20\d\d\s?年度\s?[)）]$")
# what a page is called, where that is its form; a notice is of when it was published
_OF_BUDGETS = re.compile(r"绩效|[预决]算|项目支出")
# 项目支出绩效目标表（2025）, 2025项目支出绩效目标表
_BARE_IN_TITLE = re.compile(r"(?:^|(?<=表))[（(【〔\[]\s?(20\d\d)\s?[)）】〕\]]$|^(20\d\d)\s?(?=[\u4e00-\u9fff])(?!年)")
_MOST_AROUND = 30
_DATE = re.compile(r"(20\d\d)年\d{1,2}月")
_DUE = re.compile(r"20\d\d年\d{1,2}月(?:\d{1,2}日|[底末])?(?:之|以)?前|20\d\d年\d{1,2}月底")
_FEWEST_DATES = 2
_YEAR_OF_DATE = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
# 2024年1月至12月, 2024.1-2024.12
_MONTHS = re.compile(r"20\d\d\s?[年.]\s?\d{1,2}[^至到~～—－-]{0,6}[至到~～—－-]")
_LAST_EARLY_MONTH = 3


def year_of(
    reading: FormReading, manifest: ManifestEntry | None, file_text: str, file_name: str, called: str = ""
) -> tuple[int, str, str]:
    """The budget year of a document, its basis, and the words it is taken from.

    ``called`` is the title that a page gives itself: it tells the year where nothing printed does.
    Raises DocumentRejected (``year_unknown``).
    """
    if manifest and manifest.year:
        return manifest.year, "manifest", "documents.csv"
    text = reading.heading if printed_years(reading.heading) else reading.above
    printed = printed_years(text)
    if len(printed) == 1:
        line = next(line for line in text.splitlines() if printed_years(line))
        return printed[0], "printed", line
    said = [(year, own) for year, own in reading.years_said.items() if year in printed or not printed]
    if len(said) == 1:
        return said[0][0], "printed", said[0][1]
    named = _year_of_file(file_name)
    if len(printed) > 1:
        return _of_several(reading, text, printed, named, file_text)
    if (bare := None if printed or said else _bare_of_titles(reading)) is not None:
        return bare[0], "printed", bare[1]
    ranges = [found for project in reading.projects if (found := year_range(project.project_name))]
    year = infer_year(ranges)
    distinct = dict.fromkeys(f"{found.first}-{found.last}" for found in ranges)
    if year is None and (titled := _year_of_page(file_text)) is not None:
        return titled[0], "outside", titled[1]
    if year is None and (own := _year_by_name(named, called)) is not None:
        return own
    told = (_only_year(file_text) or _year_of_names(reading, file_text)) if year is None else None
    if told is not None and all(found.first <= told[0] <= found.last for found in ranges):
        return told[0], "inferred", told[1]
    dated = _dated(reading, file_text) if not ranges else None
    if year is None and dated is not None:
        return dated[0], "inferred", dated[1]
    if year is None:
        raise DocumentRejected(
            "year_unknown",
            "no budget year is printed, and neither projects nor the file's name tell it; say it in documents.csv",
            expected="a printed year, or year ranges that share one year",
            found=", ".join(distinct) or "no year ranges",
        )
    return year, "inferred", f"{' ∩ '.join(distinct)} = {year}; {_examples(reading, ranges)}"


def _of_several(
    reading: FormReading, text: str, printed: Sequence[int], named: tuple[int, str] | None, file_text: str
) -> tuple[int, str, str]:
    """One of several printed years: of the titles, of the file's name, of all forms but one."""
    if (titled := _year_of_titles(text)) is not None:
        return titled[0], "printed", titled[1]
    if named is not None and named[0] in printed:
        return named[0], "file_name", named[1]
    if (most := year_of_most(reading, file_text)) is not None:
        return most.year, "printed", most.words
    raise DocumentRejected(
        "year_unknown",
        "several years are printed; say which one in documents.csv",
        expected="one budget year",
        found=", ".join(map(str, printed)),
    )


def _bare_of_titles(reading: FormReading) -> tuple[int, str] | None:
    """The one year that titles print without 年."""
    found = {
        int(year[1] or year[2]): line
        for line in map(str.strip, reversed(reading.heading.splitlines()))
        if (year := _BARE_IN_TITLE.search(line)) is not None
    }
    return next(iter(found.items())) if len(found) == 1 else None


def _year_of_titles(heading: str) -> tuple[int, str] | None:
    """The one year of the lines that announce nothing, with the first: that of 关于公开2024年…的通知 above
    2025年项目支出绩效目标表 is when it was published. None for no such line and for several years.
    """
    dated = [line for line in heading.splitlines() if printed_years(line)]
    lines = [line for line in dated if not fold_label(line).endswith(words("form_labels", "notice_ending"))]
    years = {year for line in lines for year in printed_years(line)}
    is_of_form = any(_OF_FORM.search(line.strip()) for line in lines)
    return (years.pop(), lines[0]) if len(years) == 1 and is_of_form else None


def _year_by_name(named: tuple[int, str] | None, called: str) -> tuple[int, str, str] | None:
    """The year of the file's name, else the one in what a page of budgets calls itself, if that is no notice."""
    if named is not None:
        return named[0], "file_name", named[1]
    years = printed_years(called) if _OF_BUDGETS.search(called) else ()
    is_notice = fold_label(called).endswith(words("form_labels", "notice_ending"))
    return (years[0], "outside", called) if len(years) == 1 and not is_notice else None


def _year_of_page(text: str) -> tuple[int, str] | None:
    """The year of the budget or final accounts that a page is of, of the money that a letter gives, of a report, or of
    what its unit has none of.

    With its words; None for none and for several.
    """
    for pattern in (_BUDGET, _GIVEN, _EVALUATED, _DECLARED):
        found = {int(own["year"]): " ".join(own[0].split()) for own in reversed([*pattern.finditer(text)])}
        if found:
            return next(iter(found.items())) if len(found) == 1 else None
    return None


def _year_of_file(file_name: str) -> tuple[int, str] | None:
    """The year by which a file, or a folder that it lies in, is called, with that name; None for none or several."""
    for name in names_of(file_name):
        years = printed_years(name.text) or tuple(map(int, _YEAR_ALONE.findall(name.text)))
        if years:
            return (years[0], name.text) if len(years) == 1 else None
    return None


def _year_of_deadlines(reading: FormReading) -> tuple[int, str] | None:
    """The one year in which targets that are dates fall due and are met, with the first; None for fewer than two.

    What a goal says to be done by a date (2024年11月底前完成) counts beside a target.
    """
    targets = [row.annual_target for row in reading.indicators]
    targets += [printed for row in reading.performance for printed in (row.target, row.actual)]
    goals = [row.annual_goal for row in reading.projects] + [row.annual_goal for row in reading.department_goals]
    dates = [target for target in targets if target and _DATE.search(target)]
    dates += [due[0] for goal in goals if dates and goal and (due := _DUE.search(goal))]
    years = {int(found[1]) for text in dates for found in _DATE.finditer(text)}
    years |= {int(found[1]) for goal in goals if goal and dates for found in _DATE.finditer(goal)}
    return (years.pop(), dates[0]) if len(dates) >= _FEWEST_DATES and len(years) == 1 else None


def _dated(reading: FormReading, text: str) -> tuple[int, str] | None:
    """The year by the dates of a form: of its targets, of its filling in, of its project."""
    return _year_of_deadlines(reading) or _year_of_filling(reading, text) or _year_of_period(reading)


def _year_of_period(reading: FormReading) -> tuple[int, str] | None:
    """The one year in which all projects begin and end (2024年1月至12月), with the first; None for any other."""
    said = [row.value for row in reading.attributes if speaks(row.attribute, "period_word")]
    dates = [date for value in said for date in _YEAR_OF_DATE.findall(value)]
    is_whole = len(dates) > 1 or any(map(_MONTHS.search, said))
    return (int(dates[0]), said[0]) if is_whole and len(set(dates)) == 1 else None


def _year_of_filling(reading: FormReading, text: str) -> tuple[int, str] | None:
    """The year in the first months of which a form of targets was filled in, by its own date; None for any other form.

    What is filled in later may be next year's, and an evaluation is of the year before.
    """
    is_evaluated = reading.performance or reading.executions or reading.evaluations or "评" in reading.heading
    is_evaluated = is_evaluated or any(row.actual or row.score for row in reading.department_indicators)
    dates = [*_filled_in().finditer(text)] if not is_evaluated else []
    months = {(int(date["year"]), int(date["month"])) for date in dates}
    is_early = all(1 <= month <= _LAST_EARLY_MONTH for _, month in months)
    years = {year for year, _ in months}
    return (years.pop(), dates[0][0].strip()) if len(years) == 1 and is_early else None


@cache
def _filled_in() -> re.Pattern[str]:
    labels = "|".join(words("form_labels", "filling_date"))
    return re.compile(rf"(?:{labels})\s?[:：]?\s?(?P<year>20\d\d)\s?年\s?(?P<month>\d{{1,2}})\s?月")


def _only_year(text: str) -> tuple[int, str] | None:
    """The year of a text that speaks of no other one, in several lines, with the first of these."""
    lines = [line for line in text.splitlines() if printed_years(line)]
    years = {year for line in lines for year in printed_years(line)}
    return (years.pop(), _around(lines[0])) if len(lines) > 1 and len(years) == 1 else None


def _year_of_names(reading: FormReading, text: str) -> tuple[int, str] | None:
    """The year with which the name of every project begins, with the first; None where the text speaks of another."""
    names = [project.project_name for project in reading.projects]
    years = set(printed_years(text))
    is_said = bool(names) and len(years) == 1 and all(name.startswith(f"{min(years)}年") for name in names)
    return (years.pop(), names[0]) if is_said else None


def _around(line: str) -> str:
    """The words about the first year of a line."""
    at = line.find("20")
    return line[max(at - _MOST_AROUND, 0) : at + _MOST_AROUND].strip()


def _examples(reading: FormReading, ranges: list[YearRange]) -> str:
    """The project names behind the inference, one for each distinct range."""
    names: dict[tuple[int, int], str] = {}
    for project in reading.projects:
        found = year_range(project.project_name)
        if found:
            names.setdefault((found.first, found.last), project.project_name)
    return "; ".join(names[(r.first, r.last)] for r in dict.fromkeys(ranges) if (r.first, r.last) in names)
