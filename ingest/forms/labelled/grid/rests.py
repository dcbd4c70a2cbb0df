"""Rows that go on with the name of the indicator above: a long name in two rows, the second of which prints no more."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.forms.indicators import PrintedIndicator
from ingest.grammar.quantities import read_score

WHOLE_WEIGHTS = (Decimal(100), Decimal(90), Decimal(1), Decimal("0.9"))
"""What the weights of a project add up to; 10 of 100 may be those of the execution rate."""


def with_rests(indicators: Sequence[PrintedIndicator]) -> list[PrintedIndicator]:
    """The indicators, names that stand alone in their rows joined to those above, where the weights prove it.

    They do where those of all other rows are whole: a row without one is no indicator.
    """
    rests = [own for own in indicators if _is_name_alone(own)]
    others = [own for own in indicators if not _is_name_alone(own)]
    weights = [read_score(own.weight.text) if own.weight is not None else None for own in others]
    known = [weight for weight in weights if weight is not None]
    if not rests or len(known) < len(others) or sum(known, Decimal(0)) not in WHOLE_WEIGHTS:
        return list(indicators)
    found: list[PrintedIndicator] = []
    for own in indicators:
        before = found[-1].name if found else None
        if own.name is not None and before is not None and _is_name_alone(own):
            found[-1] = replace(found[-1], name=before.followed_by(own.name))
        else:
            found.append(own)
    return found


def _is_name_alone(own: PrintedIndicator) -> bool:
    values = (own.annual, own.cycle, own.operator, own.weight, own.actual, own.score, own.reason, own.note)
    return own.name is not None and not any(values)
