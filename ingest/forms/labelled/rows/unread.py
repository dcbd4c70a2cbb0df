"""What no label of a form explains: left not understood, and said where rows of indicators are among it."""

from collections.abc import Iterator

from ingest.forms.indicators import issue
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.signs import says_none
from ingest.forms.reading import FormReading
from ingest.grammar.labels import is_of_framework
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed

_MESSAGE = "rows of indicators were not read: nobody can say which indicators the form lacks"


def leave_unread(ledger: Ledger, reading: FormReading, form: LabelledForm, project_seq: int | None = None) -> None:
    """Leave what no label explains; labels of the framework in it stand before indicators that were not read."""
    for unread in form.unread:
        ledger.leave(unread, why_unread(unread))
    lost = next((cell for cell in _labels_of_levels(form)), None)
    if lost is not None:
        reading.issues.append(issue(ledger, "indicators_unread", lost, _MESSAGE, project_seq))


def why_unread(printed: Printed) -> str:
    """Why a text is in no row: a cell says that there is no indicator, or no label says what it is."""
    return "it says that there is none" if says_none(printed.text) else "no label says what it is"


def _labels_of_levels(form: LabelledForm) -> Iterator[Printed]:
    """The labels of the framework that no row of a grid read; in a form without indicators also among its entries."""
    yield from (cell for cell in form.unread if is_of_framework(cell.text))
    if not form.indicators and not form.text("grid"):
        entries = (cell for label, values in form.attributes for cell in (label, *values))
        yield from (cell for cell in entries if is_of_framework(cell.text))
