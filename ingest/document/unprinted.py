"""What a file holds and does not show: said, where it stands among the words of a form."""

from itertools import groupby

from ingest.rows import IssueRow
from ingest.source.blocks import Source

_MESSAGE = "the file holds this text hidden, deleted or struck through; it is not read as printed"
_MOST_SAID = 200


def unprinted_texts(source: Source) -> list[IssueRow]:
    """An issue for every line of the publication in which the file holds texts that it does not show."""
    spans = {line.number: line.span for line in source.lines}
    found = [one for one in source.unprinted if any(character.isalnum() for character in one.text)]
    return [
        IssueRow(
            "text_not_printed",
            None,
            None,
            "；".join(one.text for one in texts)[:_MOST_SAID],
            _MESSAGE,
            **source.place(spans[number]),
        )
        for number, texts in groupby(found, key=lambda one: one.line)
    ]
