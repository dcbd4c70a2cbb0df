"""Whose budget a document is: the department printed, or the one that the file is called by."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from ingest.delivery.manifest import ManifestEntry
from ingest.document.file_name import names_of
from ingest.errors import DocumentRejected
from ingest.forms.labelled.bodies import body_of_title, is_name_of_body
from ingest.forms.labelled.labels import find_label
from ingest.forms.reading import FormReading
from ingest.grammar.places import CENTRAL, city_of, find_place, parent_of, place_by_name
from ingest.source.printed import Printed
from ingest.vocabulary import words

# 某局2022年度部门决算, at the beginning of a line, perhaps in two
BOOKLET = re.compile(
    r"^[ \t\u3000]*(?P<name>[\u4e00-\u9fff（）()]{4,30}?)\s*20\d\d\s*年度?\s*(?:部门|单位)(?:综合|汇总)?[预决]算",
    re.MULTILINE,
)
# 由某局组织实施, 对某局主管的资金; 主管部门为某局
_ACTING = re.compile(r"(?:由|对)(?P<name>[\u4e00-\u9fff（）()\n]{4,26}?)(?:(?:负责|牵头)?(?:组织|实施)|主管的)")
_IN_CHARGE = re.compile(r"主管部门[为是](?P<name>[\u4e00-\u9fff（）()\n]{4,26})(?=[，。；,;])")
# 某中心2024年度专项任务考核书, 某项目由某学院2023年度资金资助
_HEADED = re.compile(
    r"^[ \t\u3000]*(?:[\u4e00-\u9fff]{1,40}由)?(?P<name>(?:(?!由)[\u4e00-\u9fff（）()]){4,30}?)\s*20\d\d\s*年",
    re.MULTILINE,
)
_MOST_NAMED = 4
_LONGEST_LINE = 80
_BODIES = frozenset(("department", "form_department", "form_unit"))

SEVERAL, _SEVERAL = "several", "多个部门"
"""The basis of a department that stands for several, and what it is called after its place: 尉犁县多个部门."""


def department_of(
    reading: FormReading, manifest: ManifestEntry | None, file_text: str, file_name: str
) -> tuple[str, str]:
    """The department of a document, with its basis. Raises DocumentRejected (``department_unknown``)."""
    if manifest and manifest.department:
        return manifest.department, "manifest"
    if reading.other_departments:
        department = _with_its_city(reading) or _of_several(reading) or _of_one_unit(reading)
        department = department or _above_units(reading, file_text)
        several = [reading.department or "", *reading.other_departments]
        return (department, "printed") if department is not None else _together(several)
    if reading.department:
        if (own := _own_publisher(reading, reading.department, file_text)) is not None:
            return own, "outside"
        return reading.department, "printed"
    if (booked := _of_goals_above(reading, file_text)) is not None:
        return booked, "outside"
    units = list(dict.fromkeys(unit.unit_name for unit in reading.units if unit.is_printed))
    # 某局, 某局机关服务中心: the first is the department of both
    whole = next((name for name in units if all(other.startswith(name.removesuffix("本级")) for other in units)), None)
    if (of_title := _of_titles(reading.heading, units)) is not None and not (whole and of_title.startswith(whole)):
        return of_title, "printed"
    if whole is not None:
        return whole, "printed"
    if (told := _told_around(reading, file_text, file_name)) is not None:
        return told
    acting = list(filter(_is_department, units))
    if len(acting) == 1:  # 某局, 某中心, 某大队
        return acting[0], "inferred"
    if units:
        return _together(units)
    raise DocumentRejected(
        "department_unknown",
        "no department is printed; name it in documents.csv",
        expected="部门名称 or 预算单位",
        found=reading.title,
    )


def _told_around(reading: FormReading, text: str, file_name: str) -> tuple[str, str] | None:
    """The department that lines above the forms, other lines of a text or the file's name tell, with its basis."""
    above = set(filter(_is_department, reading.bodies))
    if len(above) == 1:  # in a line of its own above the titles of its forms
        return above.pop(), "printed"
    if (titled := _of_booklet(text)) is not None:
        return titled, "outside"
    named = next((body.text for body in map(body_of_title, names_of(file_name)) if body is not None), None)
    return (named, "file_name") if named is not None else None


def _of_goals_above(reading: FormReading, text: str) -> str | None:
    """The one department of whose budget a text says to be, where its goals stand above all units; else None.

    Forms of projects below may name no more than the units that carry them out.
    """
    lines = [unit.line for unit in reading.units if unit.is_printed]
    if not (lines and reading.department_goals and reading.department_goals[0].line < min(lines)):
        return None
    names = {own["name"] for own in BOOKLET.finditer(text) if is_name_of_body(own["name"])}
    return names.pop() if len(names) == 1 else None


def _own_publisher(reading: FormReading, department: str, text: str) -> str | None:
    """The one publisher that a department printed without its name stands for, or that acts below it; else None.

    文化部门 is said of 泸县文化广电旅游局; 四川省市场监管局 is above 安居区市场监管局, which fills a form in.
    """
    if any(unit.is_printed for unit in reading.units):
        return None
    names = {name for name in publishers(text) if is_name_of_body(name) and find_place(name) is not None}
    if len(names) != 1:
        return None
    name = names.pop()
    if department.endswith(words("name_endings", "open_department")):
        return name
    above, place = find_place(department), find_place(name)
    if above is None or place is None or above == place or above not in (city_of(place), parent_of(city_of(place))):
        return None
    return name if name.partition(place.name)[2] == department.partition(above.name)[2] != "" else None


def _of_titles(heading: str, units: Sequence[str]) -> str | None:
    """The one department that the titles of a document name; None for none, and where a unit is another one."""
    lines = (Printed(line, range(len(line))) for line in heading.splitlines())
    named = {body.text for body in map(body_of_title, lines) if body is not None}
    departments = {*filter(_is_department, (*named, *units))}
    return named.pop() if len(named) == 1 and named == departments else None


def _is_department(name: str) -> bool:
    return name.removesuffix("本级").endswith(words("name_endings", "department"))


def _together(names: Sequence[str]) -> tuple[str, str]:
    """Several bodies of one place, none of them alone the department of the document. Raises DocumentRejected.

    A body of the city above a county may act in it: 某州生态环境局某县分局. Above several counties of a city the one
    body of that city is the department: 某州农业农村局, 某县农业农村局.
    """
    places = {place for name in names if (place := find_place(name)) is not None}
    cities = {city_of(place) for place in places}
    of_city = {name for name in names if find_place(name) in cities}
    if len(places - cities) > 1 and len(cities) == len(of_city) == 1:
        return of_city.pop(), "printed"
    places -= {city_of(place) for place in places if city_of(place) != place}
    if len(places) != 1 and (above := _above_all(names)) is not None:
        return above, "printed"
    if len(places) != 1:
        raise DocumentRejected(
            "department_unknown",
            "projects of several bodies are printed, of no one place; name the department in documents.csv",
            expected="one department",
            found=", ".join(names[:_MOST_NAMED]),
        )
    return f"{places.pop().name}{_SEVERAL}", SEVERAL


def _above_all(names: Sequence[str]) -> str | None:
    """The one body of a province, or of the centre, whose transfers bodies of several places in it receive.

    Of one place alone where it stands first: 某省林业和草原局, 某市林业和草原局.
    """
    places = {name: place for name in names if (place := find_place(name)) is not None}
    tops = [name for name, place in places.items() if place.level in ("national", "province")]
    above = places[tops[0]] if len(tops) == 1 else None
    if above is None or len(places) != len(set(names)):
        return None
    below = {place for name, place in places.items() if name != tops[0]}
    is_of_it = above.code == CENTRAL or all(parent_of(city_of(place)) == above for place in below)
    return tops[0] if is_of_it and (len(below) > 1 or names[0] == tops[0]) else None


def _of_booklet(text: str) -> str | None:
    """The department that a cover names, else of whose budget or final accounts a text says to be, else who acts in it.

    Else the one that stands before the year of a heading. None for none and for several.
    """
    patterns = (BOOKLET, _ACTING, _IN_CHARGE, _HEADED)
    booklets = ({own["name"].replace("\n", "") for own in pattern.finditer(text)} for pattern in patterns)
    for names in chain([set(_on_cover(text))], booklets):
        found = {name for name in names if is_name_of_body(name) and find_place(name) is not None}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _on_cover(text: str) -> Iterator[str]:
    """What lines outside of tables answer the labels of a department by: `部门（单位）名称：某中心`."""
    for line in text.splitlines():
        label = find_label(line.strip()) if len(line) < _LONGEST_LINE and "\t" not in line else None
        if label is not None and label.has_value and label.kinds & _BODIES:
            yield line.strip()[label.end :].strip("：: \u3000")


def _with_its_city(reading: FormReading) -> str | None:
    """The one department that is printed with its city and without: 武汉市青山区教育局, 青山区教育局; else None."""
    names = {name for name in (reading.department, *reading.other_departments) if name}
    longest = max(names, key=len, default="")
    before = {longest.removesuffix(name) for name in names if longest.endswith(name)} - {""}
    is_one = len(names) > 1 and all(map(longest.endswith, names))
    return longest if is_one and all(place_by_name(own) is not None for own in before) else None


def _of_one_unit(reading: FormReading) -> str | None:
    """The unit that prints its own place and carries out the projects of all departments named; None for none."""
    units = {unit.unit_name for unit in reading.units}
    name = next(iter(units), None)
    return name if name is not None and len(units) == 1 and find_place(name) is not None else None


def _of_several(reading: FormReading) -> str | None:
    """The one department of forms that name several, of which the others are above or below it; None for none.

    That is the one whose form of a whole department it is, else the one whose units the others are.
    """
    named = [reading.department or "", *reading.other_departments]
    whole = list(dict.fromkeys(reading.whole_departments))
    if len(whole) == 1 and {*named} == {whole[0], reading.superiors.get(whole[0])}:
        return whole[0]
    above = [name for name in named if all(name in (other, reading.superiors.get(other)) for other in named)]
    return above[0] if len(above) == 1 else None


def _above_units(reading: FormReading, text: str) -> str | None:
    """The department that a booklet is of, where its forms name it and bodies below it, all of one place; else None.

    某市水利局2024年部门预算 holds forms of 某市水利局机关 and 某市水旱灾害防御中心.
    """
    own = _of_booklet(text)
    named = {reading.department or "", *reading.other_departments}
    if own is None or not _is_department(own) or not any(name.startswith(own) for name in named):
        return None
    others = [name for name in named if not name.startswith(own)]
    are_below = all(find_place(name) == find_place(own) and not _is_department(name) for name in others)
    return own if are_below else None


def publishers(text: str) -> list[str]:
    """The bodies that the lines of a page name as its publishers: `来源：某局`, `发布机构：某局`."""
    return [found["name"] for found in _published_by().finditer(text)]


@cache
def _published_by() -> re.Pattern[str]:
    labels = "|".join(words("form_labels", "publisher"))
    return re.compile(
        rf"(?<![\u4e00-\u9fff])(?:{labels})(?:\s*+[\]】])?+(?:\s*+[:：]\s*+|\s++)(?P<name>[^\s:：，,。；;]{{3,40}})"
    )
