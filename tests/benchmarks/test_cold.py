"""Cold reading is measured beside another checkout, on the documents that both read."""

import sys
from pathlib import Path

import pytest

from benchmarks import cold

REFUSES_WORD = """
from ingest.errors import DocumentRejected

def read(data, name):
    if name.endswith(".docx"):
        raise DocumentRejected
"""


def test_only_documents_that_both_checkouts_read_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ingest").mkdir()
    (tmp_path / "ingest" / "errors.py").write_text("class DocumentRejected(Exception): ...\n", encoding="utf-8")
    (tmp_path / "ingest" / "pipeline.py").write_text(REFUSES_WORD, encoding="utf-8")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    monkeypatch.setenv("JIXIAO_BESIDE", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", "")
    monkeypatch.setattr(cold, "ROUNDS", 1)
    measured = {row["layout"]: row for row in cold.measure(1)}
    assert measured["docx, table"]["documents"] == 0
    assert measured["text, labelled"]["documents"] == 1
    assert {"before", "now"} < measured["text, labelled"].keys()
    written = cold.table_of({"cold": list(measured.values())})
    assert "text, labelled" in written and "docx, table" not in written
