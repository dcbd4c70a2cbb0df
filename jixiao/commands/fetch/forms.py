"""Whether a performance form stands in a page or text: asked of the parser itself, in its sandbox."""

from pathlib import Path

from jixiao.commands.fetch.names import decoded

_SUBJECT = "绩效"
_NO_FORM = frozenset({"unknown_form", "encoding", "damaged", "hidden", "empty", "unknown_type", "no_text_layer"})
"""Codes of rejections that say that no form is there; the others say what is wrong with a form."""


def holds_form(path: Path) -> bool:
    """True where a build would find a form in the file, whatever it then makes of it."""
    data = path.read_bytes()
    if _SUBJECT not in decoded(data) and _SUBJECT.encode("utf-16-le") not in data:
        return False
    from ingest.delivery.folder import documents_in
    from ingest.sandbox.workers import read_all

    batches = list(read_all(documents_in(path)))
    codes = [row.code for batch in batches for row in batch.quarantined]
    return any(batch.read for batch in batches) or any(code not in _NO_FORM for code in codes)
