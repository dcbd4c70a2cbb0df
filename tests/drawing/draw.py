"""Documents drawn at random from a seed: the same seed and limits give the same document."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from ingest.vocabulary import vocabulary
from tests.drawing import words
from tests.drawing.document import CATEGORIES, Category, Document, Indicator, Project, Unit

PROVINCE = "440000"
GRID = (
    Category("预期产出指标", 11, "数量指标（或建筑规模指标）"),
    Category("预期产出指标", 12, "质量指标"),
    Category("预期产出指标", 13, "时效指标（工期指标）"),
    Category("预期产出指标", 41, "预算（或投资规模）控制指标"),
    Category("效果指标", 20, "社会、经济、生态效益指标"),
    Category("效果指标", 24, "可持续影响指标"),
    Category("满意度指标", 31, "服务对象满意度指标"),
)
GRID_NAMES = ("数量", "质量", "时效", "预算执行率", "效益", "可持续性", "满意度")
GRID_PHRASES = ("全年", "可持续", "满意", "237个直管党组织", "大学本科、硕士研究生", "50期上线节目，1次户外见面会")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most units, projects a unit and indicators a project that a drawn document has."""

    units: int = 5
    projects: int = 8
    indicators: int = 9


def draw(seed: int, layout: str = "table", limits: Limits | None = None) -> Document:
    """The document of ``seed`` as ``layout`` (table, flow, lossy_flow, ocr, approval) could print it."""
    return Drawer(Random(f"{layout} {seed}"), layout, limits or Limits()).document()


@dataclass(frozen=True, slots=True)
class Place:
    """The government whose budget it is; for a county, `name` has the city's in front."""

    city: str
    city_code: str
    name: str
    code: str


class Drawer:
    """Draws the parts of one document, by what its layout can carry."""

    def __init__(
        self, random: Random, layout: str, limits: Limits, year: int | None = None, place: Place | None = None
    ) -> None:
        self.random = random
        self.layout = layout
        self.limits = limits
        self.year = year or random.randint(2018, 2027)
        own = place or self._place()
        self.city, self.city_code, self.place, self.place_code = own.city, own.city_code, own.name, own.code
        self.fills = self._funding_pattern()

    def chance(self, share: float) -> bool:
        """True in ``share`` of the draws."""
        return self.random.random() < share

    def document(self, department: str | None = None) -> Document:
        """A whole document; the year is printed, or the year ranges of two projects share no other."""
        department = (department or self.random.choice(words.DEPARTMENTS)).format(place=self.place)
        is_form = self.layout == "approval"
        others = self.random.sample(words.UNITS, self.random.randint(0, 0 if is_form else self.limits.units - 1))
        names = [department, *(name.format(place=self.place) for name in others)]
        counts = [self.random.randint(1, self.limits.projects) for _ in names]
        year_printed = is_form or sum(counts) < 2 or self.chance(0.4)
        named = self._project_names(names, counts)
        if not year_printed:
            self._place_year_ranges(names, named)
        units = tuple(Unit(name, tuple(map(self.project, own))) for name, own in zip(names, named, strict=True))
        units = self._name_a_project_after_a_unit(units)
        return Document(self.city, self.city_code, self.place_code, department, self.year, year_printed, units)

    def _place(self) -> Place:
        places = vocabulary("places")
        city = self.random.choice([row for row in places if row["parent_code"] == PROVINCE])
        counties = [row for row in places if row["parent_code"] == city["place_code"]]
        if counties and self.layout != "approval" and self.chance(0.15):
            county = self.random.choice(counties)
            name = city["place_name"] + county["place_name"]
            return Place(city["place_name"], city["place_code"], name, county["place_code"])
        return Place(city["place_name"], city["place_code"], city["place_name"], city["place_code"])

    def _funding_pattern(self) -> tuple[str, ...] | None:
        """The sources that every row fills; None: each row its own. A flow drops blank cells, so its rows are alike."""
        if self.layout == "approval" or self.chance(0.5):
            return ("fiscal",)
        if self.layout == "flow":  # in a flow of lost cells ("lossy_flow") they are not
            return self.random.choice(
                (("fiscal",), ("fiscal", "special_account"), ("fiscal", "special_account", "other"))
            )
        return None

    def _project_names(self, units: list[str], counts: list[int]) -> list[list[str]]:
        return [
            list(dict.fromkeys(self._project_name(unit) for _ in range(count)))
            for unit, count in zip(units, counts, strict=True)
        ]

    def _project_name(self, unit: str) -> str:
        if self.chance(0.12):
            first = self.year - self.random.randint(0, 1)
            return self._ranged(unit, first)
        if self.chance(0.08):
            year = self.year - self.random.randint(0, 1)
            return self.random.choice(words.YEAR_PROJECTS).format(year=year, place=self.place)
        return self.random.choice(words.PROJECTS)

    def _ranged(self, unit: str, first: int) -> str:
        years = f"{first}-{first + 1}"
        return self.random.choice(words.RANGED_PROJECTS).format(years=years, unit=unit, place=self.place)

    def _place_year_ranges(self, units: list[str], named: list[list[str]]) -> None:
        """Give two projects the ranges that have only the budget year in common."""
        spots = [(unit, index) for unit, own in enumerate(named) for index in range(len(own))]
        if len(spots) < 2:
            named[0].append("")
            spots.append((0, 1))
        for first, (unit, index) in zip((self.year - 1, self.year), self.random.sample(spots, 2), strict=True):
            named[unit][index] = self._ranged(units[unit], first)

    def _name_a_project_after_a_unit(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """Sometimes a project of the first unit bears the name of another; its indicators show that it is a project."""
        own = units[0].projects
        if self.layout == "approval" or len(units) < 2 or not self.chance(0.1) or not own[-1].indicators:
            return units
        if any(mark in own[-1].name for mark in (f"{self.year}-", f"-{self.year}")):
            return units
        renamed = Project(**{**_fields(own[-1]), "name": units[1].name})
        return (Unit(units[0].name, (*own[:-1], renamed)), *units[1:])

    def project(self, name: str) -> Project:
        """A project of this name with amounts, goal and indicators."""
        sources = self.fills or self.random.choice(
            (
                ("fiscal",),
                ("fiscal",),
                ("fiscal", "other"),
                ("special_account",),
                ("fiscal", "special_account", "other"),
            )
        )
        amounts = {source: self.amount() for source in sources}
        annual = self.goal() if self.chance(0.85) else None
        if self.layout != "approval":
            return Project(name, **_blank(amounts), annual_goal=annual, indicators=self.indicators())
        midterm = amounts["fiscal"] * self.random.choice((1, 3, 3, 5))
        cycle = annual if self.chance(0.6) else self.goal()
        indicators = tuple(map(self.grid_indicator, GRID, GRID_NAMES))
        return Project(
            name, **_blank(amounts), midterm=midterm, annual_goal=annual, cycle_goal=cycle, indicators=indicators
        )

    def amount(self) -> Decimal:
        """An amount from 0.01 to 99,999.99 万元, rarely zero; small ones are the most."""
        if self.chance(0.02):
            return Decimal("0.00")
        return Decimal(self.random.randint(1, 10 ** self.random.randint(3, 7) - 1)).scaleb(-2)

    def goal(self) -> str:
        """A goal of one or more sentences, or a list that looks like indicators."""
        if self.chance(0.15):
            mark = self.random.choice(("、", "．", "."))
            parts = self.random.sample(words.LISTED_GOALS, self.random.randint(2, 4))
            return "".join(f"{number}{mark}{part}。" for number, part in enumerate(parts, start=1))
        goal = "。".join(self.random.sample(words.GOALS, self.random.choice((1, 1, 2, 4)))) + "。"
        return goal if self.layout.endswith("flow") or self.chance(0.9) else goal.removesuffix("。")

    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of a project in the order of their categories; sometimes none."""
        if self.limits.indicators < 1 or self.chance(0.08):
            return ()
        drawn = self.random.choices(CATEGORIES, k=self.random.randint(1, self.limits.indicators))
        return tuple(map(self.indicator, sorted(drawn, key=lambda category: category.code)))

    def indicator(self, category: Category) -> Indicator:
        """An indicator; now and then without its name or one of its values."""
        name = None if self.chance(0.03) else self.random.choice(words.NAMES[category.code // 10])
        cycle = self.value()
        annual = cycle if self.chance(0.7) else self.value()
        if self.chance(0.04):
            return Indicator(category, name, cycle, None)
        if self.chance(0.02):
            return Indicator(category, name, None, annual)
        return Indicator(category, name, cycle, annual)

    def value(self) -> str:
        """A target value, quantitative or not."""
        if self.chance(0.35):
            return self.random.choice(words.PHRASES)
        low = self.random.randint(1, 99)
        return self.random.choice(words.QUANTITIES).format(n=low, m=low + self.random.randint(1, 50))

    def grid_indicator(self, category: Category, name: str) -> Indicator:
        """One of the seven indicators of an approval form."""
        cycle = self.random.choice(GRID_PHRASES) if self.chance(0.3) else self.value()
        annual = cycle if self.chance(0.6) else self.value()
        annual_name = "作用" if self.chance(0.05) else None
        return Indicator(category, name, cycle, None if self.chance(0.02) else annual, annual_name)


def _fields(project: Project) -> dict[str, object]:
    return {name: getattr(project, name) for name in Project.__slots__}


def _blank(amounts: dict[str, Decimal]) -> dict[str, Decimal | None]:
    return {source: amounts.get(source) for source in ("fiscal", "special_account", "other")}
