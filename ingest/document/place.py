"""Where a document is from: the place that the department, the title, the units, the publisher or the file names."""

import re
from collections.abc import Iterator

from ingest.delivery.manifest import ManifestEntry
from ingest.document.department import SEVERAL, publishers
from ingest.document.file_name import names_of
from ingest.errors import DocumentRejected
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.labels import find_label, speaks
from ingest.forms.reading import FormReading
from ingest.grammar.places import CENTRAL, Place, find_place, is_ambiguous, parent_of, place_by_name
from ingest.rows import AttributeRow
from ingest.vocabulary import words

_LONGEST_NAME = 40
_LONGEST_PLACE = 20
_LEVELS = {"省": "province", "市": "prefecture", **dict.fromkeys(("区", "县", "旗"), "county")}


def place_of(
    reading: FormReading, manifest: ManifestEntry | None, whose: tuple[str, str], file_text: str, file_name: str
) -> tuple[Place, str]:
    """The place of a document's department, with its basis; ``whose`` is that department with its own.

    Raises DocumentRejected (``city_unknown``).
    """
    department, department_basis = whose
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
    units = [unit.unit_name for unit in reading.units if not _is_company(unit.unit_name)]
    if (place := find_place(department)) is not None:
        return place, "printed" if department_basis in ("inferred", SEVERAL) else department_basis
    for text in (reading.title or "", *units):
        place = find_place(text)
        if place is not None and (place.code != CENTRAL or text is not reading.title):  # 中央财政资金 of a county
            return place, "printed"
    named = set(_places_before(department, file_text))
    if len(named) == 1:
        return named.pop(), "outside"
    printed = [*reading.bodies, *(row.value for row in reading.attributes if _names_own_body(row))]
    for basis, names in (("printed", printed), ("outside", publishers(file_text))):
        found = {place for name in names if _is_body(name) and (place := find_place(name)) is not None}
        if len(found) == 1 and (own := _own_place(department, found.pop())) is not None:
            return own, basis
    for name in names_of(file_name):
        place = find_place(name.text)
        if place is not None and place.code != CENTRAL and (own := _own_place(department, place)) is not None:
            return own, "file_name"
    if (spoken := _place_spoken_of(department, file_text)) is not None:
        return spoken, "inferred"
    raise DocumentRejected(
        "city_unknown",
        "the name of a place that several cities have is printed alone; name the city in documents.csv"
        if is_ambiguous(department)
        else "no city is printed with the department, the title or the publisher; name it in documents.csv",
        expected="a place of seeds/places.csv",
        found=department,
    )


def _is_company(name: str) -> bool:
    """True for a company, which may be from elsewhere; what a village holds in common (村股份经济合作社) is not, nor a
    cooperative of farmers (农业专业合作社), who are of one place.
    """
    is_of_village = name.endswith(words("name_endings", "village_company"))
    return name.endswith(words("name_endings", "company")) and not is_of_village


def _places_before(department: str, text: str) -> Iterator[Place]:
    """The places whose names stand right before that of the department somewhere in a text: 洛南县 before 教育局."""
    for found in re.finditer(rf"[\u4e00-\u9fff]{{2,{_LONGEST_PLACE}}}(?={re.escape(department)})", text):
        place = find_place(found[0])
        if place is not None and found[0].endswith(place.name):
            yield place


def _place_spoken_of(department: str, text: str) -> Place | None:
    """The only place of the department's own level that a text names, in several lines; None for none and for others.

    区林业局 in a text that speaks of 荣昌区 and of no other district is of that district.
    """
    level = _LEVELS.get(department[:1])
    found = [place for line in text.splitlines() for place in _places_named(line, department[:1])] if level else []
    found = [place for place in found if place.level == level]
    return found[0] if len(found) > 1 and len(set(found)) == 1 else None


def _places_named(line: str, ending: str) -> Iterator[Place]:
    """The places of a line whose names end as asked, each once."""
    for part in dict.fromkeys(re.findall(rf"[\u4e00-\u9fff]{{2,{_LONGEST_PLACE}}}?{ending}", line)):
        if (place := find_place(part)) is not None and place.name.endswith(ending):
            yield place


def _is_body(name: str) -> bool:
    """True for a body, or a place below a county that publishes by its name alone: 巴南区接龙镇."""
    return is_name_of_body(name) or name.endswith(words("name_endings", "region"))


def _names_own_body(row: AttributeRow) -> bool:
    """True for a body that fills a form in or is its unit, not one above it: 中央主管部门."""
    label = find_label(row.attribute)
    is_of_unit = label is not None and "form_unit" in label.kinds
    return len(row.value) <= _LONGEST_NAME and (is_of_unit or speaks(row.attribute, "filler_word"))


def _own_place(department: str, place: Place) -> Place | None:
    """The place of a department by that of who published it, in which it is or which is in it.

    省水利厅 beside 梅州市水务局 is of 广东省; 县水利局 beside 梅州市财政局 may be of any county.
    """
    level = _LEVELS.get(department[:1])
    while level not in (None, place.level) and not (level == "prefecture" and place.name.endswith("市")):
        if not place.parent_code:
            return None
        place = parent_of(place)
    return place
