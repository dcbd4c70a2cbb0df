"""Self-evaluations where they are looked for: on the page of the project, of its department, and beside the plan."""

from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.optional.dashboard.conftest import Watch, ask
from tests.optional.dashboard.test_pages import squeezed


@pytest.fixture
def site(drawn: Path) -> str:
    return drawn.with_name("dashboard").joinpath("index.html").as_uri()


def numbers(cells: Locator) -> list[Decimal]:
    return [Decimal(text.replace(",", "").rstrip("%")) for text in cells.all_text_contents()]


def test_what_was_spent_and_achieved_opens_its_very_words(watch: Watch, drawn: Path, site: str) -> None:
    rows = ask(
        drawn,
        "select document_key, project_key, total_score, budget_wan, adjusted_wan, executed_wan from marts.fct_execution",
    )
    assert len(rows) > 2
    watched = watch(site)
    for document, project, score, *amounts in rows:
        page = watched.open(f"#/project/{document}/{project}")
        assert Decimal(page.locator(".figure dd").first.text_content() or "") == score
        execution = page.get_by_role("table", name="预算执行")
        assert numbers(execution.locator("tr.subtotal td:nth-child(n+2):nth-child(-n+4)")) == amounts
        ((indicators,),) = ask(
            drawn,
            f"select count(*) from marts.fct_performance where document_key = {document} and project_key = {project}",
        )
        results = page.get_by_role("table", name="自评结果")
        assert results.locator("tbody tr").count() == indicators
        for button in [*execution.locator("button.witnessed").all(), *results.locator("button.witnessed").all()]:
            button.click()
            words = squeezed(button.text_content() or "")
            marked = squeezed("".join(page.locator("mark.shown").all_text_contents()))
            # a unit may stand in a column before its number; amounts are shown with separators
            plain, printed = (sorted(text.replace(",", "")) for text in (words, marked))
            assert words in marked or plain == printed, (words, marked)
    watched.settle()


def test_a_plan_leads_to_its_evaluation(watch: Watch, drawn: Path, site: str) -> None:
    ((document, project, score),) = ask(
        drawn,
        """
        select goals.document_key, project_key, total_score from marts.fct_goals as goals
        inner join marts.fct_execution using (project_key) order by project_key limit 1
        """,
    )
    page = watch(site).open(f"#/project/{document}/{project}")
    page.locator(".elsewhere a", has_text=f"自评 {score.normalize()}").click()
    expect(page.get_by_role("table", name="自评结果")).to_be_visible()


def test_a_department_shows_its_evaluated_projects_and_what_its_indicators_are_like(
    watch: Watch, drawn: Path, site: str
) -> None:
    ((department, spent),) = ask(
        drawn, "select department_key, sum(executed_wan) from marts.fct_execution group by all"
    )
    page = watch(site).open(f"#/department/{department}")
    assert sum(numbers(page.get_by_role("table", name="自评").locator("tbody td:nth-child(4)"))) == spent
    medians = ask(
        drawn,
        f"""
        select count(*), count(median_target) from marts.indicator_profile
        inner join marts.dim_department using (function_code, city_key)
        where department_key = {department} and budget_year = (
            select max(year_key) from marts.dim_document where department_key = {department}
        )
        """,
    )
    rows = page.get_by_role("table", name="指标概貌").locator("tbody tr")
    assert [(rows.count(), rows.filter(has=page.locator("td:nth-child(5) .faint")).count())] == medians
