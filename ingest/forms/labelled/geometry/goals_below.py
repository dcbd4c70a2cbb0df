"""The row of a form whose texts head the goals below them, whatever their words: 总体目标 长期目标 年度目标."""

import re
from collections.abc import Mapping

from ingest.forms.labelled.geometry.costs import names_goal
from ingest.forms.labelled.geometry.heads import SENTENCE
from ingest.forms.labelled.labels import GOAL_KINDS, find_label, fold_label
from ingest.vocabulary import words

_LONGEST = 12
# what a label of a goal does not hold: a number, a pause, a colon
_OF_A_TEXT = re.compile(r"\d|[，,、：:]")


def is_goal(text: str) -> bool:
    """True for the known label of a goal: goals stand side by side below theirs."""
    label = find_label(text)
    return label is not None and not label.has_value and bool(label.kinds & GOAL_KINDS)


def heads_goals(row: Mapping[int, str], below: Mapping[int, str]) -> tuple[int, ...]:
    """The columns of short texts at the right of the label of a goal, over texts that stand below each of them alone.

    The cell of that label spans both rows, so that the texts beside it are no goal. One alone has to be called as a
    goal is; several in which each heads a longer text are labels where one of them is. None for any other row.
    """
    if not row or not below or not is_goal(next(iter(row.values()))):
        return ()
    _, *columns = row
    if not below.keys() <= {*columns}:
        return ()
    if not all(map(_may_head, [row[at] for at in columns])) or any(map(find_label, below.values())):
        return ()
    are_longer = [*below] == columns and all(len(below[at]) > len(row[at]) for at in columns)
    is_called = any(is_goal(row[at]) or names_goal(row[at]) for at in columns)
    are_heads = len(columns) > 1 or fold_label(row[columns[0]]).endswith(words("form_labels", "goal_word"))
    return tuple(columns) if is_called or (are_longer and are_heads) else ()


def _may_head(text: str) -> bool:
    return len(text) <= _LONGEST and not SENTENCE.search(text) and not _OF_A_TEXT.search(text)
