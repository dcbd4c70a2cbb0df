"""Published forms: one module each, recognised by what a document contains."""

from ingest.errors import DocumentRejected
from ingest.forms.departments.duties import DUTIES
from ingest.forms.indicator_rows.form import (
    LIST_OF_EVALUATIONS,
    LIST_OF_TARGETS,
    SUMMARY_OF_EVALUATIONS,
    SUMMARY_OF_TARGETS,
)
from ingest.forms.indicator_rows.turned import TURNED_EVALUATIONS, TURNED_TARGETS
from ingest.forms.labelled.forms import APPROVAL_FORM, SELF_EVALUATION, TARGET_FORM
from ingest.forms.list_table.flow import LIST_TABLE_FLOW
from ingest.forms.list_table.table import LIST_TABLE
from ingest.forms.reading import Form, Part
from ingest.forms.region_rows import REGIONS_OF_EVALUATIONS, REGIONS_OF_TARGETS
from ingest.forms.unknown import unknown_form

FORMS: tuple[Form, ...] = (
    *(LIST_TABLE, LIST_TABLE_FLOW, APPROVAL_FORM, TARGET_FORM, SELF_EVALUATION),
    *(LIST_OF_TARGETS, LIST_OF_EVALUATIONS, TURNED_TARGETS, TURNED_EVALUATIONS, DUTIES),
    *(REGIONS_OF_TARGETS, REGIONS_OF_EVALUATIONS),
)
"""Every form; the order has no meaning, since exactly one may match a document."""

SUMMARIES = (SUMMARY_OF_TARGETS, SUMMARY_OF_EVALUATIONS)
"""What is read where no form is printed."""


_EVIDENCE = tuple(dict.fromkeys(form.evidence for form in FORMS))
_CONTINUES = tuple(dict.fromkeys(form.continues for form in FORMS))


def is_form(part: Part) -> bool:
    """True where some form matches a part of a file."""
    return any(evidence(part) for evidence in _EVIDENCE)


def continues_form(part: Part) -> bool:
    """True where a part of a file goes on with the form before it, a paragraph between them."""
    return any(continues(part) for continues in _CONTINUES)


def is_summary(part: Part) -> bool:
    """True for a part of a file that lists projects without their indicators."""
    return bool(SUMMARY_OF_TARGETS.evidence(part))


LISTED = {SELF_EVALUATION: SUMMARY_OF_EVALUATIONS, TARGET_FORM: SUMMARY_OF_TARGETS}
"""Forms, and the list of projects without indicators that a file may print beside them."""


def summary_of(part: Part) -> Form | None:
    """The list of projects without indicators that a part holds; None where it holds none."""
    return next((form for form in SUMMARIES if form.evidence(part).get(form.name)), None)


def recognise(part: Part) -> Form:
    """The form of a document. Raises DocumentRejected where none matches, or more than one."""
    shown = {evidence: evidence(part) for evidence in _EVIDENCE}
    found = {form: words for form in FORMS if (words := shown[form.evidence].get(form.name))}
    if len(found) == 1:
        return next(iter(found))
    if not found:
        raise unknown_form(part.source, part.texts)
    names = "; ".join(f"{form.name} ({form.layout}): {words}" for form, words in found.items())
    raise DocumentRejected("ambiguous_form", "more than one form matches", found=names)
