"""What a reading of a drawn document must say, and the same of a reading: compare the two."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from ingest.rows import Reading
from tests.drawing.document import SOURCES, Document, Indicator, Project, figures_of


class ProjectTruth(NamedTuple):
    """A project with its goals."""

    unit_seq: int
    name: str
    annual_goal: str | None
    cycle_goal: str | None


class FundingTruth(NamedTuple):
    """An amount of a project, 万元."""

    project_seq: int
    source: str
    amount: Decimal
    midterm: Decimal | None


class TotalTruth(NamedTuple):
    """A printed total, 万元."""

    level: str
    unit_seq: int | None
    project_seq: int | None
    measure: str
    amount: Decimal | None
    kind: str = "allocated"


class IndicatorTruth(NamedTuple):
    """An indicator of a project."""

    project_seq: int
    code: int
    name: str | None
    cycle: str | None
    annual: str | None
    annual_name: str | None


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything a layout can carry of a document; texts without white space."""

    year: int
    city_code: str
    place_code: str
    department: str
    units: tuple[str, ...]
    projects: tuple[ProjectTruth, ...]
    funding: tuple[FundingTruth, ...]
    totals: frozenset[TotalTruth]
    indicators: tuple[IndicatorTruth, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A printed document and what it says."""

    text: str
    truth: Truth

    @property
    def data(self) -> bytes:
        """The document as a file."""
        return self.text.encode()


def settle(document: Document) -> Document:
    """The document as a list of indicators can carry it: the stop that ends an item swallows that of its last value."""
    return _with_projects(document, lambda p: replace(p, indicators=tuple(map(_settled, p.indicators))))


def _settled(indicator: Indicator) -> Indicator:
    if indicator.annual is not None:
        return replace(indicator, annual=indicator.annual.removesuffix("。"))
    return replace(indicator, cycle=(indicator.cycle or "").removesuffix("。"))


def _with_projects(document: Document, change: "object") -> Document:
    assert callable(change)
    units = tuple(replace(unit, projects=tuple(map(change, unit.projects))) for unit in document.units)
    return replace(document, units=units)


def expected_rows(document: Document, layout: str) -> Truth:
    """What ``layout`` (table, flow, ocr, approval) carries of a document whose texts are as printed."""
    projects: list[ProjectTruth] = []
    funding: list[FundingTruth] = []
    indicators: list[IndicatorTruth] = []
    totals: set[TotalTruth] = set()
    has_totals = layout != "approval"
    for unit_seq, unit in enumerate(document.units, start=1):
        if has_totals:
            totals |= {TotalTruth("unit", unit_seq, None, m, a) for m, a in figures_of(unit.projects).items()}
        for project in unit.projects:
            seq = len(projects) + 1
            projects.append(
                ProjectTruth(unit_seq, *map(_squash, (project.name, project.annual_goal, project.cycle_goal)))
            )
            funding.extend(_funding(project, seq))
            indicators.extend(_indicator(indicator, seq) for indicator in project.indicators)
            if has_totals:
                totals.add(TotalTruth("project", unit_seq, seq, "total", figures_of([project])["total"]))
    if has_totals:
        totals |= {TotalTruth("document", None, None, m, a) for m, a in figures_of(document.projects).items()}
    return Truth(
        document.year,
        document.city_code,
        document.place_code,
        _squash(document.department) or "",
        tuple(_squash(unit.name) or "" for unit in document.units),
        tuple(projects),
        tuple(funding),
        frozenset(totals),
        tuple(indicators),
    )


def _funding(project: Project, seq: int) -> list[FundingTruth]:
    amounts = {source: amount for source in SOURCES if (amount := getattr(project, source)) is not None}
    return [FundingTruth(seq, source, amount, project.midterm) for source, amount in amounts.items()]


def _indicator(indicator: Indicator, seq: int) -> IndicatorTruth:
    texts = (indicator.name, indicator.cycle, indicator.annual, indicator.annual_name)
    return IndicatorTruth(seq, indicator.category.code, *map(_squash, texts))


def observed(reading: Reading) -> Truth:
    """What a reading says, in the terms of `expected_rows`."""
    return Truth(
        reading.document.budget_year,
        reading.document.city_code,
        reading.document.place_code,
        _squash(reading.document.department_name) or "",
        tuple(_squash(unit.unit_name) or "" for unit in reading.units),
        tuple(
            ProjectTruth(p.unit_seq, *map(_squash, (p.project_name, p.annual_goal, p.cycle_goal)))
            for p in reading.projects
        ),
        tuple(
            FundingTruth(f.project_seq, f.funding_source_code, f.amount_wan, f.midterm_amount_wan)
            for f in reading.funding
        ),
        frozenset(
            TotalTruth(t.level, t.unit_seq, t.project_seq, t.measure, t.amount_wan, t.amount_kind)
            for t in reading.totals
        ),
        tuple(
            IndicatorTruth(
                i.project_seq,
                i.category_code,
                *map(_squash, (i.indicator_name, i.cycle_target, i.annual_target, i.annual_indicator_name)),
            )
            for i in reading.indicators
        ),
    )


def _squash(text: str | None) -> str | None:
    return None if text is None else re.sub(r"\s+", "", text)
