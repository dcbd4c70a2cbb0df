"""No name of a file and no text of a document steers the terminal, whatever prints it."""

import ast
import io
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from rich.table import Table
from rich.text import Text

from ingest.rows import QuarantineRow
from jixiao import commands
from jixiao.build.run import Outcome
from jixiao.cli import main
from jixiao.commands.building import _tell
from jixiao.commands.terminal import PlainConsole
from tests.unit.test_delivery import table

NAME = "a\x1b]0;x\x07\x1b[31m\u202e\x9b2J\nb.txt"
STEERING = set("\x1b\x07\u202e\x9b\r")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def deliver(folder: Path, data: bytes) -> Path:
    path = folder / NAME
    path.write_bytes(data)
    return path


def test_build_prints_names_harmlessly(tmp_path: Path) -> None:
    deliver(tmp_path, "会议通知\n".encode())
    shown = run("build", "--documents", tmp_path, "--warehouse", tmp_path / "w.duckdb")
    assert shown.exit_code == 2
    assert "31m  2J b.txt: no performance form in this file" in shown.output
    assert not STEERING & set(shown.output)
    assert len(shown.output.splitlines()) == 3


def test_build_prints_the_quarantine_harmlessly(capsys: pytest.CaptureFixture[str]) -> None:
    row = QuarantineRow(
        file_name=NAME, sha256="0", parser_version="1", manifest_digest=None, code="c", message=NAME, page=1, line=1,
        expected=NAME, found=NAME, message_zh=NAME,
    )  # fmt: skip
    _tell(Outcome(False, 1, 0, 0, (row,), 0, None), Path(NAME))
    shown = capsys.readouterr().err
    assert "quarantined a" in shown
    assert not STEERING & set(shown)
    assert len(shown.splitlines()) == 2


@pytest.mark.parametrize("data", ["会议通知\n".encode(), table(project="经费\x1b[31m红"), b""])
def test_inspect_prints_names_and_texts_harmlessly(tmp_path: Path, data: bytes) -> None:
    path = deliver(tmp_path, data)
    shown = run("inspect", path)
    assert shown.exit_code in (0, 2) and shown.output
    assert not STEERING & set(shown.output)


def test_inspect_prints_members_of_an_archive_harmlessly(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("c.txt", table())
        archive.writestr(NAME, table())
    shown = run("inspect", deliver(tmp_path, packed.getvalue()))
    assert shown.exit_code == 0
    assert (
        "31m  2J b.txt/c.txt" in shown.output and "1 project," in shown.output and "outside the archive" in shown.output
    )
    assert not STEERING & set(shown.output)


@pytest.mark.parametrize("arguments", [("inspect", "x", NAME), (NAME,), ("search", "x", "--limit", NAME)])
def test_complaints_about_arguments_are_harmless(arguments: tuple[str, ...]) -> None:
    shown = run(*arguments)
    assert shown.exit_code == 2
    assert "31m" in shown.output
    assert not STEERING & set(shown.output)


def test_the_console_prints_any_text_harmlessly_and_as_it_is() -> None:
    console = PlainConsole()
    console.file = io.StringIO()
    grid = Table.grid()
    grid.add_row(NAME, Text(NAME))
    for printed in (NAME, Text(NAME), grid, "[red]:smile:[/red]"):
        console.print(printed)
    assert not STEERING & set(console.file.getvalue())
    assert "[red]:smile:[/red]" in console.file.getvalue()


def test_commands_print_through_the_console_alone() -> None:
    folder = Path(commands.__file__).parent
    used = {
        f"{path.name}: {name}"
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for name in [ast.unparse(node.func)]
        if name in ("print", "Console", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write")
    }
    assert used == set()


@pytest.mark.parametrize(
    ("chosen", "system", "told"),
    [("zh", "C.UTF-8", "文件为空"), ("en", "zh_CN.UTF-8", "the file is empty"), (None, "zh_CN.UTF-8", "文件为空")],
)
def test_a_rejection_is_told_in_the_language_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str | None, system: str, told: str
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    shown = run(*([] if chosen is None else ["--lang", chosen]), "inspect", path)
    assert shown.exit_code == 2
    assert told in shown.output


def test_the_version_is_told() -> None:
    assert run("--version").output == f"jixiao {version('jixiao')}\n"


@pytest.mark.parametrize(
    ("chosen", "told"), [("zh", "正在读取文件\n{} 不是文件夹\n"), ("en", "reading documents\n{} is no folder\n")]
)
def test_what_a_build_does_and_lacks_is_told_in_the_language_asked_for(tmp_path: Path, chosen: str, told: str) -> None:
    folder = tmp_path / "none"
    shown = run("--lang", chosen, "build", "--documents", folder, "--warehouse", tmp_path / "w.duckdb")
    assert (shown.exit_code, shown.output) == (2, told.format(folder))
