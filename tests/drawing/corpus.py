"""A corpus: departments of several cities over several years, with gaps, a renaming and two departments of one function."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.drawing.document import Document
from tests.drawing.draw import Drawer, Limits, Place
from tests.drawing.expected import Drawn
from tests.drawing.render_approval import render_approval
from tests.drawing.render_table import render_table

PLACES = (
    Place("广州市", "440100", "广州市", "440100"),
    Place("广州市", "440100", "广州市天河区", "440106"),
    Place("东莞市", "441900", "东莞市", "441900"),
    Place("佛山市", "440600", "佛山市", "440600"),
)
YEARS = range(2017, 2023)
RENAMED_AFTER = 2019


@dataclass(frozen=True, slots=True)
class Body:
    """A department through its names: ``names`` before and from the renaming; its function as the seeds name it."""

    names: tuple[str, str]
    function: str


BODIES = (
    Body(("中国共产党{place}委员会组织部", "中国共产党{place}委员会组织部"), "组织部"),
    Body(("{place}教育局", "{place}教育局"), "教育"),
    Body(("{place}环境保护局", "{place}生态环境局"), "生态环境"),
    Body(("{place}某某中心", "{place}某某中心"), "未识别"),
)


@dataclass(frozen=True, slots=True)
class Published:
    """A document of the corpus: whose it is, and as drawn and printed."""

    file_name: str
    place: Place
    body: Body
    document: Document
    drawn: Drawn


def corpus(seed: int, share: float = 0.75) -> Iterator[Published]:
    """Documents of every body of every place for about ``share`` of the years; the same seed gives the same corpus."""
    for place in PLACES:
        for number, body in enumerate(BODIES):
            for year in YEARS:
                random = Random(f"corpus {seed} {place.code} {number} {year}")
                if random.random() < share:
                    yield _published(random, place, body, year)


def _published(random: Random, place: Place, body: Body, year: int) -> Published:
    layout = "approval" if place.city == "东莞市" else "table"
    drawer = Drawer(random, layout, Limits(units=3, projects=4, indicators=4), year, place)
    document = drawer.document(body.names[year > RENAMED_AFTER])
    render = render_approval if layout == "approval" else render_table
    name = f"{place.code}-{body.function}-{year}.txt"
    return Published(name, place, body, document, render(document, random))
