"""Departments over consecutive years: projects are kept, end and begin; their money and targets are raised and lowered."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.drawing.corpus import BODIES, PLACES, RENAMED_AFTER, Body, Published
from tests.drawing.document import SOURCES, Document, Indicator, Project, Unit
from tests.drawing.draw import Drawer, Limits, Place
from tests.drawing.render_approval import render_approval
from tests.drawing.render_table import render_table

YEARS = range(2019, 2023)
_KEPT = 0.75
_GROWTH = ("0.75", "0.9", "1", "1", "1.1", "1.3")
_ONE_QUANTITY = re.compile(r"([^\d]*)(\d+)([^\d]*)")
_YEAR = re.compile(r"20\d\d")


def departments(seed: int) -> Iterator[Published]:
    """Every department of known function in every year; the same seed gives the same documents."""
    for place in PLACES:
        for number, body in enumerate(BODIES):
            if body.function != "未识别":
                yield from _years(Random(f"continued {seed} {place.code} {number}"), place, body)


def _years(random: Random, place: Place, body: Body) -> Iterator[Published]:
    layout, render = ("approval", render_approval) if place.city == "东莞市" else ("table", render_table)
    document: Document | None = None
    for year in YEARS:
        drawer = Drawer(random, layout, Limits(units=3, projects=4, indicators=4), year, place)
        name = body.names[year > RENAMED_AFTER]
        document = continued(drawer, document, name) if document else drawer.document(name)
        document = replace(document, year_printed=True)
        file_name = f"{place.code}-{body.function}-{year}.txt"
        yield Published(file_name, place, body, document, render(document, random))


def continued(drawer: Drawer, before: Document, department: str) -> Document:
    """The document of the year of ``drawer`` after that of the year ``before``, of the same units."""
    own = department.format(place=drawer.place)
    names = [own, *(unit.name for unit in before.units[1:])]
    units = tuple(Unit(name, _projects(drawer, unit)) for name, unit in zip(names, before.units, strict=True))
    return replace(before, department=own, year=drawer.year, units=units)


def _projects(drawer: Drawer, unit: Unit) -> tuple[Project, ...]:
    """Most of a unit's projects, at least one, and often a new one."""
    kept = [project for project in unit.projects if drawer.chance(_KEPT)] or [unit.projects[0]]
    projects = [_moved(drawer, project) for project in kept]
    taken = {project.name for project in unit.projects}
    fresh = drawer.document().units[0].projects if drawer.chance(0.6) else ()
    return (*projects, *[project for project in fresh if project.name not in taken][:1])


def _moved(drawer: Drawer, project: Project) -> Project:
    """A project a year later: the years of its name, its money and its targets."""
    growth = Decimal(drawer.random.choice(_GROWTH))
    amounts = {
        field: (amount * growth).quantize(Decimal("0.01"))
        for field in (*SOURCES, "midterm")
        if (amount := getattr(project, field)) is not None
    }
    name = _YEAR.sub(lambda year: str(int(year[0]) + 1), project.name)
    indicators = tuple(_set_anew(drawer.random, indicator) for indicator in project.indicators)
    return replace(project, name=name, indicators=indicators, **amounts)


def _set_anew(random: Random, indicator: Indicator) -> Indicator:
    """An indicator whose annual target of one quantity is that of the year before, raised or lowered."""
    quantity = _ONE_QUANTITY.fullmatch(indicator.annual or "")
    if quantity is None:
        return indicator
    before, printed, behind = quantity.groups()
    most = 100 if "%" in behind else 999_999
    value = min(max(int(printed) + random.choice((0, 0, 0, 5, 2, -5)), 1), most)
    return replace(indicator, annual=f"{before}{value}{behind}")
