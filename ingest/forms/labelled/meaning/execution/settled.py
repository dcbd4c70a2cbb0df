"""What the columns 预算数, 调整前, 调整后 are of: the money and goals of a plan, or the budget of an evaluation."""

from collections.abc import Sequence

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import GOAL_KINDS, FormLabel

_EXECUTED = frozenset(("executed", "execution_rate"))
_TOTAL_OF_YEAR = frozenset(("annual_total",))
_ATTRIBUTE = frozenset(("attribute",))


def settle_budget(form: LabelledForm, entries: Sequence[Entry], labels: Sequence[FormLabel]) -> None:
    """Take 预算数 for the money of the year in a form that prints nothing executed: it is no self-evaluation.

    Where the budget was adjusted it is the adjusted one, and the one before is an attribute. Beside a column of what
    was executed it is the other way round: 年度预算数 is the budget, behind 年初预算数 the adjusted one.
    """
    for entry in entries:
        if entry.block is not None and entry.header is not None and entry.block.kinds & GOAL_KINDS:
            _settle_goal(entry.block, entry.header)
    spent, budgeted, adjusted = (_tables_with(kind, entries) for kind in ("executed", "budget", "adjusted"))
    for entry in entries:
        if entry.header is not None and entry.table in spent and entry.header.kinds & _TOTAL_OF_YEAR:
            kind = "adjusted" if entry.table in budgeted and entry.table not in adjusted else "budget"
            entry.header.kinds = (entry.header.kinds - _TOTAL_OF_YEAR) | {kind}
    is_evaluated = form.grid is not None and form.grid.has_actual and not form.is_monitored
    if not is_evaluated and not any(label.kinds & _EXECUTED for label in labels):
        last = "adjusted" if any("adjusted" in label.kinds for label in labels) else "budget"
        for label in labels:
            if last in label.kinds:
                label.kinds = (label.kinds - {last}) | {"annual_total"}
            elif "budget" in label.kinds:
                label.kinds = _ATTRIBUTE


def _tables_with(kind: str, entries: Sequence[Entry]) -> set[int]:
    """The tables with a column of a kind."""
    return {entry.table for entry in entries if entry.header is not None and kind in entry.header.kinds}


def _settle_goal(block: FormLabel, header: FormLabel) -> None:
    """Take 调整后 under a goal for that goal; 调整前 is an attribute."""
    if "adjusted" in header.kinds:
        header.kinds = block.kinds & GOAL_KINDS
    elif "budget" in header.kinds:
        header.kinds = _ATTRIBUTE
