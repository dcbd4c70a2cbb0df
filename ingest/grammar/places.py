"""Places named in the names of departments: whose government's budget a document is."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add

from ingest.source.printed import fold
from ingest.vocabulary import vocabulary, words

CENTRAL = "100000"
"""The code of 中央, whose bodies belong to no province."""

_SHORT_NAME = 3
_LEVELS = {"national": 0, "province": 0, "prefecture": 1, "county": 2}
_LONGEST_NAME = 15
_ROAD = re.compile("[东南西北中]?[一二三四五]?[路街道巷]")
_ZONE = re.compile("高新|经开|经济技术开发|开发区|自贸|自由贸易|保税|生态城|新区|新片区")
_PROVINCE = re.compile("(?:省|市|(?:壮族|回族|维吾尔)?自治区)$")
_AUTONOMOUS = ("自治州", "自治县", "自治旗")


@dataclass(slots=True, unsafe_hash=True)
class Place:
    """A province, city or county with its GB/T 2260 code."""

    code: str
    name: str
    level: str
    parent_code: str


@cache
def _by_code() -> dict[str, Place]:
    rows = vocabulary("places")
    return {r["place_code"]: Place(r["place_code"], r["place_name"], r["level"], r["parent_code"]) for r in rows}


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    names: dict[str, list[Place]] = {}
    provinces = {place.name for place in _by_code().values() if place.level == "province"}
    for place in _by_code().values():
        names.setdefault(place.name, []).append(place)
        if place.level == "prefecture" and place.name.endswith("市") and len(place.name) > 2:
            names.setdefault(place.name[:-1], []).append(place)
        short = _short(place.name) if place.name.endswith(_AUTONOMOUS) else None
        if short and (short[-1] != "县" or f"{short[:-1]}省" not in provinces):  # 河南县 is said of 河南省, too
            names.setdefault(short, []).append(place)
    return {name: tuple(places) for name, places in names.items()}


def _short(name: str) -> str:
    """What an autonomous place is called without its peoples: 楚雄彝族自治州 is 楚雄州."""
    base, peoples = name[: -len(_AUTONOMOUS[0])], words("name_endings", "people")
    while (people := max((own for own in peoples if base.endswith(own)), key=len, default="")) and base != people:
        base = base.removesuffix(people)
    return base.removesuffix("族") + name[-1]


def place_by_name(name: str) -> Place | None:
    """The place of exactly this name or code, where it is the only one; None otherwise."""
    if name in _by_code():
        return _by_code()[name]
    found = _by_name().get(fold(name), ())
    return found[0] if len(found) == 1 else None


def without_places(text: str) -> str:
    """A text without the names of places in it, nor the short name of the province it begins with."""
    for name in sorted({place.name for place in _named(fold(text))}, key=len, reverse=True):
        text = text.replace(name, "")
    short = next((short for short, _ in _by_short_name() if text.startswith(short)), "")
    return text.removeprefix(short)


@lru_cache(maxsize=4096)
def find_place(text: str) -> Place | None:
    """The most specific place that ``text`` names beyond doubt; None where it names none.

    `广东省广州市…` is 广州市, `广州市天河区…` is 天河区; a county whose name several cities have counts only beside
    its city or province.
    """
    named = [*dict.fromkeys(_named(fold(text)))]
    codes = {place.code for place in named}
    unique = {name: [p for p in named if p.name == name] for name in {p.name for p in named}}
    certain = [
        place for place in named if len(unique[place.name]) == 1 or any(code in codes for code in _ancestors(place))
    ]
    if not certain:
        return _by_code().get(CENTRAL) if _is_central(fold(text)) else _province(fold(text))
    return max(certain, key=lambda place: (_LEVELS[place.level], sum(code in codes for code in _ancestors(place))))


def _province(text: str) -> Place | None:
    """The province by whose short name a body is called (广西科技大学); 北京路小学 is called by a road.

    Else the one before the name of its zone: 西部科学城重庆高新区融媒体中心.
    """
    for short, place in _by_short_name():
        if text.startswith(short) and not _ROAD.match(text, len(short)):
            is_called = place.name.endswith("市") or text.endswith(words("name_endings", "unit"))
            return place if is_called else None
    of_zones = [place for short, place in _by_short_name() if short in text and _ZONE.match(text.partition(short)[2])]
    return of_zones[0] if len(of_zones) == 1 else None


@cache
def _by_short_name() -> tuple[tuple[str, Place], ...]:
    provinces = [place for place in _by_code().values() if place.level == "province"]
    return tuple((_PROVINCE.sub("", place.name), place) for place in provinces)


def is_region(text: str) -> bool:
    """True for what a region is called in a table of several: 新罗区, 龙门镇, 遵义市, 市本级."""
    return text.endswith((*words("name_endings", "region"), "本级")) or find_place(text) is not None


def is_ambiguous(text: str) -> bool:
    """True for a text that names a place, of which nothing tells in which of several cities it lies."""
    return find_place(text) is None and bool(_named(fold(text)))


@cache
def _central_bodies() -> tuple[str, ...]:
    return tuple(fold(row["name"]) for row in vocabulary("central_bodies"))


def _is_central(text: str) -> bool:
    """True for a central body, or one of its units by the whole name: 中国科学院国家天文台."""
    return text.startswith(_central_bodies()) and any(
        text == name or (text.startswith(name) and (len(name) > _SHORT_NAME or text[len(name)] in "（(直所"))
        for name in _central_bodies()
    )


def _named(text: str) -> list[Place]:
    """The places whose names stand in ``text``, longer names first at each position."""
    found: list[Place] = []
    names, longest = _by_name(), _longest()
    if longest.keys().isdisjoint(map(add, text, text[1:])):
        return found
    position = 0
    while position < len(text):
        for length in range(longest.get(text[position : position + 2], 0), 1, -1):
            places = names.get(text[position : position + length])
            if places:
                found.extend(places)
                position += length - 1
                break
        position += 1
    return found


@cache
def _longest() -> dict[str, int]:
    """The length of the longest name that begins with two characters."""
    found: dict[str, int] = {}
    for name in _by_name():
        beginning, length = name[:2], min(len(name), _LONGEST_NAME)
        if length > found.get(beginning, 0):
            found[beginning] = length
    return found


def _ancestors(place: Place) -> list[str]:
    codes: list[str] = []
    while place.parent_code:
        codes.append(place.parent_code)
        parent = _by_code().get(place.parent_code)
        if parent is None:  # a list of places that names no province
            break
        place = parent
    return codes


def parent_of(place: Place) -> Place:
    """The place that another one lies in; itself for one that lies in none."""
    return _by_code().get(place.parent_code, place)


def city_of(place: Place) -> Place:
    """The city a place belongs to: itself for a city, its city for a county, a province stands for itself."""
    return _by_code().get(place.parent_code, place) if place.level == "county" else place
