"""Help and complaints about arguments are told in the language asked for, and in no other."""

import re

import click
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from jixiao.cli import main

COMMANDS = ["", *main.commands]
WRONG = [
    "nix", "biuld", "build --nix", "build --warehous x", "export --format foo", "export", "export --for", "inspect",
    "inspect a b", "search x --limit 0", "search x --limit q", "build --warehouse", "build --accept-loss=1",
    "build --warehouse /", "fetch x --depth 9", "fetch x --pause z", "inspect /", "",
]  # fmt: skip
GIVEN = re.compile(
    r"`[^`]*`|'[^']*'|“[^”]*”|--?[a-z-]+|\[[a-z|]+\]|DuckDB|Parquet|Excel|PostgreSQL|CSV|MiB|postgres\w*|parquet|xlsx|csv|"
    r"\w+\.(csv|duckdb)|默认：[\w.]+|x>=1|<=x<=|jixiao|" + "|".join(filter(None, COMMANDS))
)
"""Names of commands, options, formats and files, and what was typed: the same in both languages."""
CHINESE = re.compile("[\u3400-\u9fff，。；：（）]")


def _run(language: str, *arguments: str) -> str:
    shown = CliRunner().invoke(main, ["--lang", language, *arguments], prog_name="jixiao", terminal_width=80)
    assert shown.exit_code in (0, 2)
    return shown.output


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language_asked_for(command: str) -> None:
    arguments = (*command.split(), "--help")
    chinese, english = _run("zh", *arguments), _run("en", *arguments)
    assert chinese.startswith("用法：")
    assert re.findall("[A-Za-z]{3,}", GIVEN.sub("", chinese)) == []
    assert [line for line in chinese.splitlines() if cell_len(line) > 80] == []
    assert [line for line in english.splitlines() if CHINESE.search(line.replace("绩效", ""))] == []
    for name in re.findall(r"^ +(--[a-z-]+)", english, re.MULTILINE):
        assert f"{name} " in chinese


def test_every_line_of_a_help_names_what_the_command_takes() -> None:
    shown = _run("zh", "search", "--help")
    option = main.commands["search"].params[2]
    assert isinstance(option, click.Option)
    assert f"--{option.name} 整数" in shown
    assert re.search(r"最多显示几处。\s+\[默认：20；x>=1\]", shown)


@pytest.mark.parametrize("typed", WRONG)
def test_a_complaint_is_in_the_language_asked_for(typed: str) -> None:
    chinese, english = _run("zh", *typed.split()), _run("en", *typed.split())
    assert "错误：" in chinese
    assert re.findall("[A-Za-z]{3,}", GIVEN.sub("", chinese.partition("错误：")[2])) == []
    assert "Error: " in english
    assert not CHINESE.search(english)


def test_the_language_of_the_system_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    for system, told in (("zh_CN.UTF-8", "没有命令“nix”。"), ("C.UTF-8", "No such command 'nix'.")):
        monkeypatch.setenv("LC_ALL", system)
        assert told in CliRunner().invoke(main, ["nix"]).output
