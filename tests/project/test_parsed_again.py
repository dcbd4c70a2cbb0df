"""What dbt keeps of an earlier parse never stands in the way of a newer project."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from dbt.cli import main

from jixiao import dbt


@pytest.mark.parametrize("is_kept", [False, True])
def test_a_parse_that_does_not_fit_any_more_is_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_kept: bool
) -> None:
    kept = tmp_path / "partial_parse.msgpack"
    if is_kept:
        kept.write_bytes(b"of an earlier version")
        (tmp_path / "project_root").write_text(str(dbt.ROOT), encoding="utf-8")
    asked: list[bool] = []

    class Runner:
        def __init__(self, callbacks: object) -> None: ...

        def invoke(self, arguments: object) -> SimpleNamespace:
            asked.append(kept.exists())
            return SimpleNamespace(exception=RuntimeError("two schema.yml entries") if len(asked) == 1 else None)

    monkeypatch.setattr(main, "dbtRunner", Runner)
    result = dbt.run(["parse"], tmp_path, tmp_path)
    assert asked == ([True, False] if is_kept else [False])
    assert (result.exception is None) is is_kept


def test_a_parse_of_the_project_at_another_place_is_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "partial_parse.msgpack"
    asked: list[bool] = []

    class Runner:
        def __init__(self, callbacks: object) -> None: ...

        def invoke(self, arguments: object) -> SimpleNamespace:
            asked.append(kept.exists())
            kept.write_bytes(b"of this place")
            return SimpleNamespace(exception=None)

    monkeypatch.setattr(main, "dbtRunner", Runner)
    dbt.run(["parse"], tmp_path, tmp_path)
    dbt.run(["parse"], tmp_path, tmp_path)
    monkeypatch.setattr(dbt, "ROOT", tmp_path / "moved")
    dbt.run(["parse"], tmp_path, tmp_path)
    assert asked == [False, True, False]
