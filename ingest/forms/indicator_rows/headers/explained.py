"""What the columns of lists are taken for, for a person who looks at how a document is read."""

from collections.abc import Iterator

from ingest.forms.indicator_rows.headers.header import headers
from ingest.forms.labelled.rows.explained import Explained
from ingest.forms.reading import Part
from ingest.source.blocks import Source
from ingest.source.printed import Texts


def explained(source: Source, texts: Texts) -> Iterator[tuple[int, Explained]]:
    """The columns of a source's lists, each with the number of its list: label, first value below, what it holds."""
    lines = [texts[line.number] for line in source.lines if line.is_row]
    for count, (number, columns) in enumerate(headers(Part(source, texts)).items(), start=1):
        start = lines.index(texts[number])
        header, below = lines[start : start + columns.depth], lines[start + columns.depth :]
        roles = {columns.name: "project_name", **(columns.grid.columns if columns.grid is not None else {})}
        roles |= {at: head.role for at, head in columns.heads.items()}
        for at, role in sorted(roles.items()):
            label = " › ".join(row[at] for row in header if at in row)
            value = next((row[at] for row in below if at in row), "")
            yield count, Explained(label, value, role)
