"""What `jixiao inspect` shows of a form is what stands in its rows."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from jixiao.cli import main

FORMS = Path(__file__).resolve().parents[1] / "unit" / "published"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("central_eval", "1 unit, 1 project, 5 indicators"),
        ("central_eval", "1 科研机构稳定支持经费 2,350.00 2,303.00 25 5 3"),
        (
            "dept_amounts_below",
            "资金总额 7,500.00 万元, 财政拨款 7,400.00 万元, 其他资金 100.00 万元, 2 tasks, 4 indicators",
        ),
    ],
)
def test_every_kind_of_form_shows_its_money_and_indicators(
    form: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    shown = CliRunner().invoke(main, ["inspect", str(FORMS / f"{form}.txt")])
    assert shown.exit_code == 0
    assert told in re.sub(r"[│\s]+", " ", shown.output)
    assert not re.search(r"(?<![\d,])0\.00", shown.output)
