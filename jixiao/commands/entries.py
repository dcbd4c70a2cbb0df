"""The entries of a document's forms, as the reader sees them: why a form is read as it is."""

from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.delivery.folder import Delivered, documents_in, rejection
from ingest.rows import AttributeRow
from ingest.sandbox.workers import read_all
from jixiao.commands.language import label, told

_READER = "ingest.pipeline:read_entries"
_LONGEST_VALUE = 60


def show_entries(file: Path, console: Console) -> None:
    """Print the entries of each form of ``file``, or of each member of an archive: path, value, what it was taken for.

    It is read sandboxed, as for a build. Raises DocumentRejected where no form is known.
    """
    for document in documents_in(file):
        console.print(Text(document.file_name, style="bold"))
        entries = _read(document)
        if not entries:
            console.print(told("no labelled form: its table is read by columns"))
        for number, own in groupby(entries, key=lambda entry: entry.project_seq):
            console.print(_table(number, list(own)))


def _read(document: Delivered) -> tuple[AttributeRow, ...]:
    (batch,) = read_all([document], reader=_READER)
    if batch.quarantined:
        raise rejection(batch.quarantined[0])
    return batch.readings()[0].attributes


def _table(number: int, entries: list[AttributeRow]) -> Table:
    table = Table(title=told(f"form number {number}"), title_justify="left")
    for heading in ("labels 标签", "value 值", "taken for 读作"):
        table.add_column(label(heading), overflow="fold")
    for entry in entries:
        path, _, meaning = entry.attribute.partition("\n")
        value = entry.value if len(entry.value) <= _LONGEST_VALUE else f"{entry.value[:_LONGEST_VALUE]}…"
        table.add_row(Text(path), Text(value), Text(told(meaning)))
    return table
