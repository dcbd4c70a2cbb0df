"""Every figure that a page shows is what the metrics say of the same documents."""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from jixiao.docs.metrics import Metrics, read_manifest
from tests.optional.dashboard.conftest import Watch, ask

Group = tuple[Any, ...]
Show = Callable[[dict[str, Any]], str]


def count(value: Any) -> str:
    return f"{int(value or 0):,}"


def wan(value: Any) -> str:
    exact = f"{Decimal(value or 0).normalize():f}"
    whole, _, decimals = exact.partition(".")
    return f"{int(whole):,}.{decimals.ljust(2, '0')}"


def sized(value: Any) -> str:
    """In 亿元 with two decimals where it is 1 亿元 or more; else in 万元, exact."""
    size = Decimal(value or 0)
    if size < 10_000:
        return f"{wan(size)}万元"
    return f"{(size / 10_000).quantize(Decimal('0.01'), ROUND_HALF_UP):,}亿元"


def percent(value: float | None) -> str:
    """A share with one decimal; what is not all never reads 100 %, what is not nothing never 0 %."""
    if value is None:
        return "—"
    tenths = int(float(value) * 1000 + 0.5)
    return f"{(999 if value < 1 and tenths == 1000 else 1 if value > 0 and tenths == 0 else tenths) / 10:.1f}%"


def ratio(value: float | None) -> str:
    return "—" if value is None else str(Decimal(value).quantize(Decimal("0.1"), ROUND_HALF_UP))


SHOWN: dict[str, tuple[tuple[str, ...], Show]] = {
    "金额": (("funding_wan",), lambda of: sized(of["funding_wan"])),
    "精确值": (("funding_wan",), lambda of: f"{wan(of['funding_wan'])} 万元"),
    "项目": (("projects",), lambda of: count(of["projects"])),
    "每项目指标": (("indicators_per_project",), lambda of: ratio(of["indicators_per_project"])),
    "绩效指标": (("indicators",), lambda of: count(of["indicators"])),
    "量化率（定量 ÷ 全部指标）": (("quantitative_share",), lambda of: percent(of["quantitative_share"])),
    "勾稽相符": (
        ("reconciled_totals", "totals"),
        lambda of: f"{count(of['reconciled_totals'])} / {count(of['totals'])}" if of["totals"] else "—",
    ),
    "按勾稽关系推算": (("repairs",), lambda of: count(of["repairs"])),
    "文字识别率": (("understood_share",), lambda of: percent(of["understood_share"])),
    "文件": (("documents",), lambda of: count(of["documents"])),
    "审计疑点": (("findings",), lambda of: count(of["findings"])),
}
"""A figure by its name on the page: the metrics it is made of, and how it is written."""

SEVERITIES = {"高": "high", "中": "medium", "低": "low"}
WITHOUT_METRIC = {"原表合计", "原表无合计"}
"""Remarks that repeat what is printed."""

CITY, FUNCTION, YEAR = "city__city_name", "department__function_name", "budget_year__year_number"
DEPARTMENT, DOCUMENT = "department__department_name", "document__file_name"


@pytest.fixture(scope="module", params=["warehouse", "drawn"])
def shown(request: pytest.FixtureRequest) -> Path:
    """A warehouse whose site is looked at: of the published documents, and of drawn ones."""
    return Path(request.getfixturevalue(request.param))


@pytest.fixture(scope="module")
def metrics(shown: Path) -> Metrics:
    return Metrics(shown, read_manifest(shown))


@pytest.fixture
def page(watch: Watch, shown: Path) -> Iterator[Callable[[str], Page]]:
    watched = watch(shown.with_name("dashboard").joinpath("index.html").as_uri())
    yield watched.open
    watched.settle()


class Asked:
    """Metrics by a grouping; every metric is asked once."""

    def __init__(self, metrics: Metrics, *by: str) -> None:
        self.metrics, self.by = metrics, list(by)
        self.known: dict[str, dict[Group, Any]] = {}

    def of(self, group: Group, names: tuple[str, ...]) -> dict[str, Any]:
        for name in names:
            if name not in self.known:
                rows = self.metrics.query([name], self.by).rows
                self.known[name] = {row[:-1]: row[-1] for row in rows}
        return {name: self.known[name].get(group) for name in names}

    def text(self, figure: str, group: Group) -> str:
        """The figure of that name as a page writes it."""
        names, show = SHOWN[figure]
        return show(self.of(group, names))


def figures(page: Page) -> Iterator[tuple[str, str]]:
    """Every figure of the page: names and values, those of remarks too."""
    for box in page.locator("dl.figures .figure").all():
        yield str(box.locator("dt").text_content()), str(box.locator("dd").first.text_content())
        for remark in box.locator("dd.remark").all():
            for part in filter(None, str(remark.text_content()).split(" · ")):
                unit = " 万元" if part.endswith(" 万元") else ""
                name, _, value = part.removesuffix(unit).rpartition(" ")
                yield name or part, value + unit


def check(page: Page, asked: Asked, severities: Asked, group: Group) -> int:
    """Compare every figure of the page; gives how many there are."""
    found = [(name, value) for name, value in figures(page) if name not in WITHOUT_METRIC]
    for name, value in found:
        if name in SEVERITIES:
            due = count(severities.of((*group, SEVERITIES[name]), ("findings",))["findings"])
        else:
            due = asked.text(name, group)
        assert (name, value) == (name, due), f"{page.url}: {group}"
    return len(found)


def test_the_overview_of_every_choice(page: Callable[[str], Page], metrics: Metrics, shown: Path) -> None:
    scopes = {"city": CITY, "function": FUNCTION, "year": YEAR}
    keys = ask(
        shown,
        """
        select city_key, city_name, function_code, function_name, year_key from marts.dim_document
        inner join marts.dim_city using (city_key) inner join marts.dim_department using (department_key, city_key)
        group by all order by all
        """,
    )
    seen = 0
    for chosen in ((), ("city",), ("function",), ("year",), ("city", "function", "year")):
        by = [scopes[name] for name in chosen]
        asked, severities = Asked(metrics, *by), Asked(metrics, *by, "finding__severity")
        for city, city_name, function, function_name, year in keys:
            codes = {"city": city, "function": function, "year": year}
            names = {"city": city_name, "function": function_name, "year": year}
            query = "&".join(f"{name}={codes[name]}" for name in chosen)
            query += "" if "year" in chosen else "&year=all"
            seen += check(page(f"#/?{query}"), asked, severities, tuple(names[name] for name in chosen))
    assert seen > 10 * len(keys)


def test_the_overview_begins_with_one_year(page: Callable[[str], Page], metrics: Metrics, shown: Path) -> None:
    """The latest year of which more than half as many departments are known as of the best known one."""
    known = ask(shown, "select year_key, count(distinct department_key) from marts.dim_document group by year_key")
    most = max(departments for _, departments in known)
    usual = max(year for year, departments in known if departments * 2 > most)
    asked, severities = Asked(metrics, YEAR), Asked(metrics, YEAR, "finding__severity")
    opened = page("")
    year = opened.get_by_label("年度", exact=True)
    assert year.input_value() == str(usual)
    assert check(opened, asked, severities, (usual,)) > 8
    year.select_option(label="全部年度")
    every, severe = Asked(metrics), Asked(metrics, "finding__severity")
    assert check(opened, every, severe, ()) > 8 and "year=all" in opened.url
    opened.reload()
    opened.locator("dl.figures").first.wait_for()
    assert opened.get_by_label("年度", exact=True).input_value() == "all"
    assert check(opened, every, severe, ()) > 8
    opened.get_by_role("button", name="清除筛选").click()
    assert opened.get_by_label("年度", exact=True).input_value() == str(usual)
    assert check(opened, asked, severities, (usual,)) > 8


def cells(row: Locator) -> dict[str, str]:
    """The cells of a row of a long table by column."""
    return {
        str(cell.get_attribute("tabulator-field")): str(cell.text_content())
        for cell in row.locator(".tabulator-cell").all()
    }


def test_the_groups_of_the_overview(page: Callable[[str], Page], metrics: Metrics) -> None:
    for by, dimension in (("city", CITY), ("function", FUNCTION), ("year", YEAR)):
        asked = Asked(metrics, dimension)
        opened = page(f"#/?year=all&by={by}")
        opened.locator(".tabulator-row").first.wait_for()
        for row in map(cells, opened.locator(".tabulator-row").all()):
            group: Group = (int(row["name"]) if by == "year" else row["name"],)
            due = {
                "amount": wan(asked.of(group, ("funding_wan",))["funding_wan"]),
                "projects": asked.text("项目", group),
                "indicators": asked.text("绩效指标", group),
                "quantitative": asked.text("量化率（定量 ÷ 全部指标）", group),
                "findings": asked.text("审计疑点", group),
            }
            assert {name: row[name] for name in due} == due, (by, group)


def test_the_page_of_every_department_and_year(page: Callable[[str], Page], metrics: Metrics, shown: Path) -> None:
    by = [CITY, DEPARTMENT, YEAR]
    asked, severities = Asked(metrics, *by), Asked(metrics, *by, "finding__severity")
    keys = ask(
        shown,
        """
        select department_key, city_name, department_name, year_key from marts.dim_document
        inner join marts.dim_city using (city_key) inner join marts.dim_department using (department_key, city_key)
        group by all order by all
        """,
    )
    for key, city, name, year in keys:
        assert check(page(f"#/department/{key}/{year}"), asked, severities, (city, name, year)) >= 5


def test_the_list_of_documents(page: Callable[[str], Page], metrics: Metrics, shown: Path) -> None:
    """Its amounts are those printed, however often the projects of a year are."""
    asked = Asked(metrics, DOCUMENT)
    printed = "select file_name, sum(amount_wan) from marts.dim_document left join marts.fct_funding using (document_key) group by all"
    amounts = dict(ask(shown, printed))
    opened = page("#/documents")
    opened.locator(".tabulator-row").first.wait_for()
    for row in map(cells, opened.locator(".tabulator-row").all()):
        group = (row["file"],)
        assert row["amount"] == wan(amounts[row["file"]])
        assert row["totals"] == asked.text("勾稽相符", group)
        assert row["understood"] == asked.text("文字识别率", group)


def test_the_main_figures_of_a_comparison(page: Callable[[str], Page], metrics: Metrics, shown: Path) -> None:
    asked = Asked(metrics, CITY, FUNCTION, YEAR)
    sides = ask(
        shown,
        """
        select function_code, function_name, list((city_key, city_name, budget_year) order by city_key, budget_year)
        from marts.city_comparison group by all having count(*) > 1 order by all limit 5
        """,
    )
    assert sides
    for code, name, ((one, city, year), (two, other, later), *_) in sides:
        opened = page(f"#/compare?function={code}&a={one}-{year}&b={two}-{later}")
        lines = {
            str(row.locator("td").first.text_content()): [str(cell.text_content()) for cell in row.locator("td").all()]
            for row in opened.get_by_role("table", name="主要数据").locator("tbody tr").all()
        }
        for place, group in ((1, (city, name, year)), (2, (other, name, later))):
            due = {
                "金额，全部来源（万元）": wan(asked.of(group, ("funding_wan",))["funding_wan"]),
                "项目": asked.text("项目", group),
                "绩效指标": asked.text("绩效指标", group),
                "每项目指标": asked.text("每项目指标", group),
                "量化率（定量 ÷ 全部指标）": asked.text("量化率（定量 ÷ 全部指标）", group),
                "项目合计勾稽相符": percent(asked.of(group, ("reconciled_share",))["reconciled_share"]),
                "每百个项目疑点数": ratio(asked.of(group, ("findings_per_100_projects",))["findings_per_100_projects"]),
            }
            assert {line: lines[line][place] for line in due} == due, group


def test_the_method_of_a_rule(page: Callable[[str], Page], metrics: Metrics) -> None:
    asked = Asked(metrics, "coverage__rule_code")
    hits = {rule: value for (rule, value) in metrics.query(["rule_hits"], ["coverage__rule_code"]).rows if value}
    assert hits
    for rule in hits:
        of = asked.of((rule,), ("rule_hits", "rule_judgements"))
        method = page(f"#/findings?rule={rule}").get_by_role("region", name="方法")
        hit, passed = [str(box.text_content()) for box in method.locator(".figure dd").all()[:2]]
        assert (hit, passed) == (count(of["rule_hits"]), count(of["rule_judgements"] - of["rule_hits"]))
