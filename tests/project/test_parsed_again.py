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
