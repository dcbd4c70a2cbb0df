"""The truth of a drawn document, before any layout prints it. Amounts are 万元; totals are computed, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

SOURCES = ("fiscal", "special_account", "other")


@dataclass(frozen=True, slots=True)
class Category:
    """A second-level category of indicators as a list table prints it: `1-产出指标；11-数量指标`."""

    level1: str
    code: int
    level2: str


CATEGORIES = (
    Category("产出指标", 11, "数量指标"),
    Category("产出指标", 12, "质量指标"),
    Category("产出指标", 13, "时效指标"),
    Category("效益指标", 21, "经济效益"),
    Category("效益指标", 22, "社会效益"),
    Category("效益指标", 23, "生态效益"),
    Category("效益指标", 24, "可持续影响"),
    Category("满意度指标", 31, "服务对象满意度"),
    Category("成本指标", 41, "经济成本指标"),
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with both its values; ``annual_name`` is set where a grid prints another name beside the annual value."""

    category: Category
    name: str | None
    cycle: str | None
    annual: str | None
    annual_name: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A project with its amounts by source (None: the cell is blank)."""

    name: str
    fiscal: Decimal | None
    special_account: Decimal | None = None
    other: Decimal | None = None
    midterm: Decimal | None = None
    annual_goal: str | None = None
    cycle_goal: str | None = None
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A fund-using unit 资金使用单位 with its projects."""

    name: str
    projects: tuple[Project, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A department's budget of one year; ``place`` is the city or county whose budget it is."""

    city: str
    city_code: str
    place_code: str
    department: str
    year: int
    year_printed: bool
    units: tuple[Unit, ...]

    @property
    def projects(self) -> tuple[Project, ...]:
        """All projects in printed order."""
        return tuple(project for unit in self.units for project in unit.projects)


def amount_of(projects: Iterable[Project], source: str) -> Decimal | None:
    """The sum of one source over projects; None where every cell is blank."""
    amounts = [amount for project in projects if (amount := getattr(project, source)) is not None]
    return sum(amounts, Decimal("0.00")) if amounts else None


def figures_of(projects: Iterable[Project]) -> dict[str, Decimal]:
    """The figures of a row by measure (total first); a blank cell has none."""
    projects = tuple(projects)
    sources = {source: amount for source in SOURCES if (amount := amount_of(projects, source)) is not None}
    return {"total": sum(sources.values(), Decimal("0.00")), **sources}
