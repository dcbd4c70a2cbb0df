"""Weights and scores under labels that no vocabulary has: of two columns of numbers one never exceeds the other."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ingest.forms.labelled.grid.inferred.hints import hinted
from ingest.grammar.quantities import read_score

Texts = Mapping[int, str]

_FULL = (Decimal(100), Decimal(90))
_FEWEST = 3


def weight_and_score(columns: dict[int, str], open_: Sequence[int], below: Sequence[Texts]) -> None:
    """Name the open columns of numbers of an evaluation whose value and actual value are known.

    A score is nowhere more than its weight, and weights are no more than 100. In a target form the weights are what
    adds up to 100 or 90.
    """
    roles = set(columns.values())
    numbers = [index for index in open_ if index not in columns and _is_of_numbers(index, below)]
    if not roles & {"value", "annual", "cycle"}:
        return
    if "actual" not in roles:
        if len(numbers) == 1 and "weight" not in roles and _sum(numbers[0], below) in _FULL:
            columns[numbers[0]] = "weight"
        return
    known = {role: next((index for index, own in columns.items() if own == role), None) for role in ("weight", "score")}
    if len(numbers) == 1 and (known["weight"] is None) != (known["score"] is None):
        weight = known["weight"] if known["weight"] is not None else numbers[0]
        score = known["score"] if known["score"] is not None else numbers[0]
    elif len(numbers) == 2 and known["weight"] is None and known["score"] is None:
        weight, score = numbers
    else:
        return
    is_named = known["weight"] is not None or known["score"] is not None
    is_whole = _sum(weight, below) <= _FULL[0] or (is_named and _mostly_full(score, weight, below))
    if _never_exceeds(score, weight, below) and is_whole:
        columns |= {weight: "weight", score: "score"}


def score_beside_weight(columns: Mapping[int, str], open_: Sequence[int], below: Sequence[Texts]) -> int | None:
    """The one open column of numbers behind known weights that never exceeds them and mostly is as high; else None."""
    weight = next((index for index, role in columns.items() if role == "weight"), None)
    if weight is None:
        return None
    numbers = [at for at in open_ if at not in columns and at > weight and _is_of_numbers(at, below)]
    found = [at for at in numbers if _never_exceeds(at, weight, below) and _mostly_full(at, weight, below)]
    return found[0] if len(found) == 1 else None


def without_scores(texts: Texts, below: Sequence[Texts]) -> dict[int, str]:
    """The open headers without those that a word calls weights (自评分值) over what may be scores: the numbers of
    another open column are nowhere less and somewhere more.
    """
    numbers = [at for at in texts if _is_of_numbers(at, below)]
    weights = [at for at in numbers if hinted(texts[at]) == "weight"]
    scores = {at for at in weights for other in numbers if at != other and _is_below(at, other, below)}
    return {at: text for at, text in texts.items() if at not in scores}


def _is_below(index: int, other: int, below: Sequence[Texts]) -> bool:
    return _never_exceeds(index, other, below) and not _never_exceeds(other, index, below)


def _is_of_numbers(index: int, below: Sequence[Texts]) -> bool:
    cells = [row[index] for row in below if index in row]
    return len(cells) >= min(_FEWEST, len(below)) and all(text.replace(".", "").isdigit() for text in cells)


def _sum(index: int, below: Sequence[Texts]) -> Decimal:
    return sum((read_score(row[index]) or Decimal(0) for row in below if index in row), Decimal(0))


def _mostly_full(score: int, weight: int, below: Sequence[Texts]) -> bool:
    """True where half of the scores or more are as high as their weights."""
    pairs = [(row[score], row[weight]) for row in below if score in row and weight in row]
    return 2 * sum(read_score(one) == read_score(other) for one, other in pairs) >= len(pairs)


def _never_exceeds(score: int, weight: int, below: Sequence[Texts]) -> bool:
    pairs = [(read_score(row[score]), read_score(row[weight])) for row in below if score in row and weight in row]
    return len(pairs) > 1 and all(low is not None and high is not None and low <= high for low, high in pairs)
