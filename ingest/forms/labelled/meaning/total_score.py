"""The line of the total score under a label that no vocabulary has: the number that the scores above it add up to."""

from collections.abc import Sequence
from decimal import Decimal

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.entries import Entry
from ingest.grammar.quantities import read_score

_OF_EXECUTION = frozenset(("execution_rate", "execution_weight"))


def rows_of_total(form: LabelledForm, entries: Sequence[Entry]) -> set[int]:
    """The rows behind the grid whose last number is the sum of the scores, that of execution perhaps among them."""
    scores = [score for own in form.indicators if own.score and (score := read_score(own.score.text)) is not None]
    if len(scores) < 2:
        return set()
    rows: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.is_behind_grid and entry.header is None and entry.label is not None and not entry.label.kinds:
            rows.setdefault(entry.row, []).append(entry)
    if not rows:
        return set()
    added = sum(scores, Decimal(0))
    sums = {added, *(added + score for score in _scores_of_execution(entries))}
    return {number for number, row in rows.items() if _last_number(row) in sums}


def score_alone(scores: Sequence[Entry], entries: Sequence[Entry]) -> Entry | None:
    """The only one of ``scores``, 自评得分 beside 自评等级; None where its row prints what it is the score of.

    So is 得分 beside 预算执行率 and its weight.
    """
    of_execution = {entry.row for entry in entries if entry.label is not None and entry.label.kinds & _OF_EXECUTION}
    return scores[0] if len(scores) == 1 and scores[0].row not in of_execution else None


def _scores_of_execution(entries: Sequence[Entry]) -> list[Decimal]:
    labels = [(entry.header or entry.label, entry) for entry in entries if not entry.is_behind_grid]
    found = [read_score(e.value.text) for label, e in labels if label is not None and "execution_score" in label.kinds]
    return [score for score in found if score is not None]


def _last_number(row: Sequence[Entry]) -> Decimal | None:
    numbers = [score for entry in row if (score := read_score(entry.value.text)) is not None]
    return numbers[-1] if numbers else None
