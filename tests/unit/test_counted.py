"""What commands count is said in the singular where it is one."""

import pytest

from jixiao.commands import terminal
from jixiao.commands.language import counted
from jixiao.commands.terminal import PlainConsole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 units, 2 projects, 1 indicators", "1 unit, 2 projects, 1 indicator"),
        ("1 cities, 21 departments, 11 cities", "1 city, 21 departments, 11 cities"),
        ("1,001 rows, 0.1 files, 1 rows", "1,001 rows, 0.1 files, 1 row"),
        ("1 documents read of 1 delivered", "1 document read of 1 delivered"),
        ("1 new; 1 requests, 1.1 MiB", "1 new; 1 request, 1.1 MiB"),
        ("exported 1 files to 1 tables.csv", "exported 1 file to 1 tables.csv"),
    ],
)
def test_one_thing_is_in_the_singular(text: str, said: str) -> None:
    assert counted(text) == said


@pytest.mark.parametrize(
    ("language", "said"), [("en_GB.UTF-8", "nothing new in 1 document"), ("zh_CN.UTF-8", "1 个文件均无变化；")]
)
def test_a_sentence_of_the_catalogue_is_found_in_its_plural(
    language: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    console = PlainConsole(soft_wrap=True)
    monkeypatch.setattr(terminal, "console", console)
    terminal.say_counts("nothing new in 1 documents; w.duckdb is up to date")
    assert capsys.readouterr().out.startswith(said)
