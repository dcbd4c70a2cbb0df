"""Whose budget a document is, and of which year: printed, inferred, or said by the manifest."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.delivery.manifest import ManifestEntry
from ingest.errors import DocumentRejected
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.labels import find_label, speaks
from ingest.forms.reading import FormReading
from ingest.grammar.places import CENTRAL, Place, city_of, find_place, is_ambiguous, parent_of, place_by_name
from ingest.grammar.years import YearRange, infer_year, printed_years, year_range
from ingest.rows import AttributeRow
from ingest.vocabulary import words

# 2024年部门预算, 2023年度某局单位决算
_BUDGET = re.compile(
    r"(?<![\d\-~至到])(?P<year>20\d\d)\s*年度?[^\s\d，,。；;：:]{0,16}?(?:部门|单位)(?:综合|汇总)?[预决]算"
)
# 关于提前下达2024年中央某补助资金的通知
_GIVEN = re.compile(r"下达\s*(?P<year>20\d\d)\s*年度?[^\s\d，,。；;：:]{2,40}?(?:资金|经费|补助|预算)")
_MOST_NAMED = 4
_LONGEST_NAME = 40
_LEVELS = {"省": "province", "市": "prefecture", **dict.fromkeys(("区", "县", "旗"), "county")}


@dataclass(frozen=True, slots=True)
class Identity:
    """Place, department and budget year of a document, each with its basis."""

    place: Place
    city: Place
    place_basis: str
    department: str
    department_basis: str
    year: int
    year_basis: str
    year_evidence: str


def identify(reading: FormReading, manifest: ManifestEntry | None, file_text: str = "") -> Identity:
    """Resolve the identity of a document; the manifest always wins.

    ``file_text`` is the text of the whole file, in which a page says who published it.
    Raises DocumentRejected (``department_unknown``, ``city_unknown``, ``year_unknown``).
    """
    department, department_basis = _department(reading, manifest)
    place, place_basis = _place(reading, manifest, department, file_text)
    year, year_basis, evidence = _year(reading, manifest, file_text)
    return Identity(place, city_of(place), place_basis, department, department_basis, year, year_basis, evidence)


def _department(reading: FormReading, manifest: ManifestEntry | None) -> tuple[str, str]:
    if manifest and manifest.department:
        return manifest.department, "manifest"
    if reading.other_departments:
        raise DocumentRejected(
            "department_unknown",
            "projects of several departments are printed; name the department in documents.csv",
            expected="one department",
            found=", ".join([reading.department or "", *reading.other_departments]),
        )
    if reading.department:
        return reading.department, "printed"
    units = list(dict.fromkeys(unit.unit_name for unit in reading.units if unit.is_printed))
    # 某局, 某局机关服务中心: the first is the department of both
    whole = next((name for name in units if all(other.startswith(name.removesuffix("本级")) for other in units)), None)
    if whole is not None:
        return whole, "printed"
    if units:
        raise DocumentRejected(
            "department_unknown",
            "several units are printed, and no department; name it in documents.csv",
            expected="部门名称 or 主管部门",
            found=", ".join(units[:_MOST_NAMED]),
        )
    raise DocumentRejected(
        "department_unknown",
        "no department is printed; name it in documents.csv",
        expected="部门名称 or 预算单位",
        found=reading.title,
    )


def _place(reading: FormReading, manifest: ManifestEntry | None, department: str, file_text: str) -> tuple[Place, str]:
    if manifest and manifest.city:
        place = place_by_name(manifest.city) or find_place(manifest.city)
        if place is None:
            raise DocumentRejected(
                "city_unknown",
                "documents.csv names a city that is not in seeds/places.csv",
                expected="a name or code of GB/T 2260",
                found=manifest.city,
            )
        return place, "manifest"
    units = [unit.unit_name for unit in reading.units if not unit.unit_name.endswith(words("name_endings", "company"))]
    for text in (department, reading.title or "", *units):
        place = find_place(text)
        if place is not None and (place.code != CENTRAL or text is not reading.title):  # 中央财政资金 of a county
            return place, "printed"
    printed = [*reading.bodies, *(row.value for row in reading.attributes if _names_own_body(row))]
    for names in (printed, publishers(file_text)):
        found = {place for name in names if _is_body(name) and (place := find_place(name)) is not None}
        if len(found) == 1 and (own := _place_of(department, found.pop())) is not None:
            return own, "printed"
    raise DocumentRejected(
        "city_unknown",
        "the name of a place that several cities have is printed alone; name the city in documents.csv"
        if is_ambiguous(department)
        else "no city is printed with the department, the title or the publisher; name it in documents.csv",
        expected="a place of seeds/places.csv",
        found=department,
    )


def publishers(text: str) -> list[str]:
    """The bodies that the lines of a page name as its publishers: `来源：某局`, `发布机构：某局`."""
    return [found["name"] for found in _published_by().finditer(text)]


@cache
def _published_by() -> re.Pattern[str]:
    labels = "|".join(words("form_labels", "publisher"))
    return re.compile(
        rf"(?<![\u4e00-\u9fff])(?:{labels})(?:\s*+[\]】])?+(?:\s*+[:：]\s*+|\s++)(?P<name>[^\s:：，,。；;]{{3,40}})"
    )


def _is_body(name: str) -> bool:
    """True for a body, or a place below a county that publishes by its name alone: 巴南区接龙镇."""
    return is_name_of_body(name) or name.endswith(words("name_endings", "region"))


def _names_own_body(row: AttributeRow) -> bool:
    """True for a body that fills a form in or is its unit, not one above it: 中央主管部门."""
    label = find_label(row.attribute)
    is_of_unit = label is not None and "form_unit" in label.kinds
    return len(row.value) <= _LONGEST_NAME and (is_of_unit or speaks(row.attribute, "filler_word"))


def _place_of(department: str, place: Place) -> Place | None:
    """The place of a department by that of who published it, in which it is or which is in it.

    省水利厅 beside 梅州市水务局 is of 广东省; 县水利局 beside 梅州市财政局 may be of any county.
    """
    level = _LEVELS.get(department[:1])
    while level not in (None, place.level) and not (level == "prefecture" and place.name.endswith("市")):
        if not place.parent_code:
            return None
        place = parent_of(place)
    return place


def _year(reading: FormReading, manifest: ManifestEntry | None, file_text: str) -> tuple[int, str, str]:
    if manifest and manifest.year:
        return manifest.year, "manifest", "documents.csv"
    text = reading.heading if printed_years(reading.heading) else reading.above
    printed = printed_years(text)
    if len(printed) == 1:
        line = next(line for line in text.splitlines() if printed_years(line))
        return printed[0], "printed", line
    said = [(year, words) for year, words in reading.years_said.items() if year in printed or not printed]
    if len(said) == 1:
        return said[0][0], "printed", said[0][1]
    if len(printed) > 1:
        raise DocumentRejected(
            "year_unknown",
            "several years are printed; say which one in documents.csv",
            expected="one budget year",
            found=", ".join(map(str, printed)),
        )
    ranges = [found for project in reading.projects if (found := year_range(project.project_name))]
    year = infer_year(ranges)
    distinct = dict.fromkeys(f"{found.first}-{found.last}" for found in ranges)
    if year is None and (titled := _year_of_page(file_text)) is not None:
        return titled[0], "printed", titled[1]
    if year is None:
        raise DocumentRejected(
            "year_unknown",
            "no budget year is printed and project names do not settle it; say it in documents.csv",
            expected="a printed year, or year ranges that share one year",
            found=", ".join(distinct) or "no year ranges",
        )
    return year, "inferred", f"{' ∩ '.join(distinct)} = {year}; {_examples(reading, ranges)}"


def _year_of_page(text: str) -> tuple[int, str] | None:
    """The year of the budget or final accounts that a page is of, or of the money that a letter gives, with its words.

    None for none and for several.
    """
    for pattern in (_BUDGET, _GIVEN):
        found = {int(own["year"]): own[0] for own in reversed([*pattern.finditer(text)])}
        if found:
            return next(iter(found.items())) if len(found) == 1 else None
    return None


def _examples(reading: FormReading, ranges: list[YearRange]) -> str:
    """The project names behind the inference, one for each distinct range."""
    names: dict[tuple[int, int], str] = {}
    for project in reading.projects:
        found = year_range(project.project_name)
        if found:
            names.setdefault((found.first, found.last), project.project_name)
    return "; ".join(names[(r.first, r.last)] for r in dict.fromkeys(ranges) if (r.first, r.last) in names)
