"""Target, actual value and reason under labels that no vocabulary has: what cells of an evaluation say together.

A comparison (≥90%, 不少于3场) stands in the target, the actual value beside it is a plain value or repeats it; the
reason stands in those rows alone whose score is less than their weight.
"""

from collections.abc import Mapping, Sequence

from ingest.forms.labelled.grid.inferred.scores import score_beside_weight
from ingest.forms.labelled.grid.several import VALUES
from ingest.forms.labelled.labels import names_target
from ingest.grammar.quantities import read_score
from ingest.grammar.targets import read_target

Texts = Mapping[int, str]

_FEWEST = 2


def target_and_actual(columns: dict[int, str], open_: Sequence[int], below: Sequence[Texts], texts: Texts) -> None:
    """Name the open columns of targets and of actual values in a grid with scores, known or by their numbers.

    Where comparisons stand in the open one, values that its label only ends as targets do (到年末指标值) are actual.
    """
    roles = {role: index for index, role in columns.items()}
    score = roles["score"] if "score" in roles else score_beside_weight(columns, open_, below)
    if score is None or "level3" not in roles:
        return
    rows = [row for row in below if score in row and roles["level3"] in row]
    places = [at for at in open_ if at not in columns and roles["level3"] < at and _is_of_values(at, rows)]
    values = [at for at in columns if columns[at] in VALUES]
    if not values and "actual" not in roles and len(places) == _FEWEST:
        beside = min((at for at in places if at > roles.get("operator", at)), default=places[0])
        found = [pair for pair in (places, places[::-1]) if _compares(pair[0], pair[1], rows)]
        found = [pair for pair in found if "operator" not in roles or pair[0] == beside]  # ≥, 95%, ≥95%
        if len(found) == 1:
            columns |= {found[0][0]: "value", found[0][1]: "actual"}
    elif len(values) == 1 and "actual" not in roles and len(places) == 1 and answers(values[0], places[0], rows):
        columns[places[0]] = "actual"
    elif len(values) == len(places) == 1 and "actual" not in roles and places[0] < values[0]:
        is_actual = not names_target(texts[values[0]]) and _compares(places[0], values[0], rows)
        columns |= {places[0]: "value", values[0]: "actual"} if is_actual else {}
    elif not values and "actual" in roles and len(places) == 1 and _compares(places[0], roles["actual"], rows):
        columns[places[0]] = "value"
    elif "actual" in roles and len(values) == len(places) == 1 and _says_whether(roles["actual"], rows):
        columns |= {places[0]: "actual", roles["actual"]: "note"} if answers(values[0], places[0], rows) else {}


def reason_of_shortfall(columns: dict[int, str], open_: Sequence[int], below: Sequence[Texts]) -> None:
    """Name the open column behind the scores that is filled where a score is less than its weight, and only there."""
    roles = {role: index for index, role in columns.items()}
    if "reason" in roles or not {"score", "weight"} <= roles.keys():
        return
    rows = [row for row in below if roles["score"] in row and roles["weight"] in row]
    short = [(read_score(row[roles["score"]]), read_score(row[roles["weight"]])) for row in rows]
    if any(score is None or weight is None for score, weight in short):
        return
    lacking = [score < weight for score, weight in short if score is not None and weight is not None]
    behind = [at for at in open_ if at not in columns and at > roles["score"]]
    found = [at for at in behind if any(lacking) and [at in row for row in rows] == lacking]
    if len(found) == 1 and not all(lacking):
        columns[found[0]] = "reason"


def _is_of_values(at: int, rows: Sequence[Texts]) -> bool:
    """True for a column that every row fills, and not with bare numbers alone."""
    return len(rows) >= _FEWEST and all(at in row for row in rows) and any(read_score(row[at]) is None for row in rows)


def _compares(target: int, actual: int, rows: Sequence[Texts]) -> bool:
    """True where comparisons stand in one column only, or are repeated by the other."""
    pairs = [(row[target], row.get(actual, "")) for row in rows if target in row and row[target] != row.get(actual, "")]
    return any(is_comparison(one) for one, _ in pairs) and not any(is_comparison(other) for _, other in pairs)


def answers(target: int, actual: int, rows: Sequence[Texts]) -> bool:
    """True for a column that compares with the known one of targets, or repeats some of them and compares nowhere."""
    pairs = [(row[target], row[actual]) for row in rows if target in row and actual in row]
    others = [own for text, own in pairs if text != own]
    repeats = len(others) < len(pairs) and not any(map(is_comparison, others))
    return repeats or _compares(target, actual, rows)


def _says_whether(at: int, rows: Sequence[Texts]) -> bool:
    """True for a column without a digit: 完成, 未完成 beside 200个, 676人次."""
    return not any(any(map(str.isdigit, row.get(at, ""))) for row in rows)


def hold_quantities(cells: Sequence[str]) -> bool:
    """True where a cell is a quantity with its sign or unit: a column of bare numbers may hold weights."""
    targets = [read_target(text) for text in cells]
    return any(target.is_quantitative and (target.unit or target.operator != "=") for target in targets)


def hold_targets(cells: Sequence[str], is_before: bool) -> bool:
    """True for a column of quantities beside one of bare numbers; before it they may be bare numbers, too."""
    return hold_quantities(cells) or (is_before and any(read_score(text) is not None for text in cells))


def is_comparison(text: str) -> bool:
    """True for a quantity with a sign or word of comparison: ≥90%, 不少于3场."""
    return read_target(text).operator not in (None, "=")
