"""Whose a form is, under labels that no vocabulary has: 归口管理部门, 项目牵头单位, a body beside them."""

from collections.abc import Sequence

from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import FormLabel, fold_label, speaks
from ingest.source.printed import fold
from ingest.vocabulary import words

_LONGEST = 40
_KINDS = ("form_department", "form_unit")


def unknown_bodies(entries: Sequence[Entry]) -> dict[int, str]:
    """The entries, by identity, that name the department or the unit of a form; each where no known label does.

    Of several unknown labels that speak of the same none counts, unless all of them name one body.
    """
    known = {kind for entry in entries for label in (entry.label, entry.header) if label for kind in label.kinds}
    found: dict[int, str] = {}
    for kind in _KINDS:
        if kind in known:
            continue
        own = [entry for entry in entries if entry.header is None and _speaks_of(entry.label, kind) and is_body(entry)]
        if len({fold(entry.value.text) for entry in own}) == 1:
            found[id(own[0])] = kind
    return found


def _speaks_of(label: FormLabel | None, kind: str) -> bool:
    """True for an unknown label of a body (…单位, …部门) that says what it does: 主管, 归口; 实施, 执行, 申请."""
    if label is None or label.kinds:
        return False
    text = label.label.text
    is_of_body = fold_label(text).endswith(words("form_labels", "body_word"))
    is_of_department = speaks(text, "department_word")
    return is_of_body and (is_of_department if kind == "form_department" else _is_of_unit(text, is_of_department))


def _is_of_unit(text: str, is_of_department: bool) -> bool:
    return not is_of_department and speaks(text, "unit_word")


def is_body(entry: Entry) -> bool:
    """True for a value that ends as the name of a body does: 局, 委员会, 中心, 机关本级."""
    return len(entry.value.text) <= _LONGEST and is_name_of_body(entry.value.text)
