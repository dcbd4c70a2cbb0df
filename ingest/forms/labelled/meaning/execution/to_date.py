"""Money of a year that is not over: 1-7月执行数, 截至8月底执行率 are no execution of the year's budget."""

from collections.abc import Sequence

from ingest.forms.labelled.grid.inferred.to_date import is_of_part_of_year
from ingest.forms.labelled.labels import EXECUTION_COLUMNS, FormLabel

_PLANNED = frozenset(("budget", "adjusted"))
_SPENT = EXECUTION_COLUMNS - _PLANNED


def leave_to_date(labels: Sequence[FormLabel], is_monitored: bool) -> None:
    """Take from the labels of what was spent in a part of the year their kinds: what they label are attributes.

    In a form that monitors the year is not over, whatever its labels say: 执行数, 执行率.
    """
    for label in labels:
        if not label.kinds.isdisjoint(_SPENT) and (is_monitored or is_of_part_of_year(label.label.text)):
            label.kinds = frozenset()
