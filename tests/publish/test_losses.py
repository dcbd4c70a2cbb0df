"""A build that reads less than it was given is refused, unless it is told to accept it."""

from pathlib import Path

from click.testing import CliRunner

from jixiao.cli import main
from tests.publish.test_warehouse import rows
from tests.unit.test_delivery import table


def _deliver(folder: Path, readable: int, unread: int) -> Path:
    for number in range(readable + unread):
        data = table(department=f"佛山市第{number}中学").decode()
        text = data if number < readable else data.replace("2024年", "")
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def _build(folder: Path, *flags: str) -> tuple[int, str]:
    arguments = ["build", "--documents", str(folder), "--warehouse", str(folder / "out" / "w.duckdb"), *flags]
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.output


def test_many_unread_documents_are_published_only_deliberately(tmp_path: Path) -> None:
    _deliver(tmp_path, readable=2, unread=4)
    status, told = _build(tmp_path)
    assert status == 3
    assert "losses: documents_stay_readable: 1 unexpected rows" in told
    assert "jixiao build --accept-loss" in told
    assert not (tmp_path / "out" / "w.duckdb").exists()
    status, told = _build(tmp_path, "--accept-loss")
    assert status == 0
    assert rows(tmp_path / "out" / "w.duckdb", "select count(*) from marts.dim_document") == [(2,)]


def test_one_unread_document_of_three_is_the_fault_of_its_file(tmp_path: Path) -> None:
    status, told = _build(_deliver(tmp_path, readable=2, unread=1))
    assert status == 0
    assert "1 quarantined" in told
