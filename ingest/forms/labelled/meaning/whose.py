"""Whose a form is and what it is called, under labels that no vocabulary has: 归口管理部门, 项目牵头单位, 立项名称."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.geometry.entries import Entry, Layout
from ingest.forms.labelled.labels import FormLabel, find_label, fold_label, speaks
from ingest.grammar.codes import split_code_of_body
from ingest.source.printed import Printed, fold
from ingest.vocabulary import words

_LONGEST = 40
_SHORTEST_NAME, _LONGEST_NAME = 4, 60
_ENDS = "。；;！!？?"
_OFFICES = ("处", "科", "股")
_KINDS = ("form_department", "form_unit")
_FEWEST_LEVELS = 2
_JOINED = re.compile("[/／、]")
_LEVELS = (("中央",), ("省", "自治区"), ("市", "州", "盟", "师"), ("县", "区", "旗", "团"), ("地方",))
"""What the label of a department in charge begins with, the highest level first."""
_LEVEL = re.compile("中央|自治区|[省市州盟县区旗师团]|地方")
# 县（市、区）教育部门: what the template calls any of them
_ANY = re.compile(r"(?:市|县|区|旗|州)\s*[（(]\s*(?:市|县|区|旗|州)(?:\s*[、，,]\s*(?:市|县|区|旗|州))*\s*[)）]")
SUPERIOR = "superior"
"""A department above the one whose form it is, as `unknown_bodies` tells it: no more than an attribute."""


def part_bodies(layout: Layout) -> list[Printed]:
    """Give each of two bodies in one cell an entry of its own: `主管部门/实施单位`, `某局/某中心`.

    One body alone is the department. Gives the marks between the two.
    """
    if not any(map(_JOINED.search, [label.label.text for label in layout.labels])):
        return []
    marks: list[Printed] = []
    found: list[Entry] = []
    for entry in layout.entries:
        labels = _parts(entry.label.label) if entry.label is not None and entry.header is None else []
        kinds = [_body_kinds(label.text) for label in labels]
        if len(labels) != len(_KINDS) or set().union(*kinds) != set(_KINDS) or not all(kinds):
            found.append(entry)
            continue
        assert entry.label is not None
        values = _parts(entry.value)
        if len(values) != len(labels):
            entry.label.kinds = frozenset(_KINDS[:1])
            found.append(entry)
            continue
        parts = [FormLabel(own, label) for own, label in zip(kinds, labels, strict=True)]
        found += [replace(entry, label=own, parts=[value]) for own, value in zip(parts, values, strict=True)]
        at = next(place for place, label in enumerate(layout.labels) if label is entry.label)
        layout.labels[at : at + 1] = parts
        marks += [_between(labels, entry.label.label), _between(values, entry.value)]
    layout.entries = found
    return marks


def names_any(text: str) -> bool:
    """True for a body that a template names in general, which nobody replaced by its own: 县（市、区）教育部门."""
    return _ANY.search(text) is not None


def _parts(printed: Printed) -> list[Printed]:
    mark = _JOINED.search(printed.text)
    return [printed[: mark.start()].strip(), printed[mark.end() :].strip()] if mark else [printed]


def _between(parts: Sequence[Printed], whole: Printed) -> Printed:
    return whole[len(parts[0].text) : len(whole.text) - len(parts[-1].text)].strip()


def _body_kinds(text: str) -> frozenset[str]:
    label = find_label(text)
    return label.kinds & frozenset(_KINDS) if label is not None and not label.has_value else frozenset()


def unknown_bodies(entries: Sequence[Entry], labels: Sequence[FormLabel]) -> dict[int, str]:
    """The entries, by identity, that name the department or the unit of a form, each where no known label does.

    So are those that name a department above it. A body by whose name that of another begins is no unit.

    Of several unknown labels that speak of the same none counts, unless all of them name one body.
    """
    known = {kind for label in labels for kind in label.kinds}
    found: dict[int, str] = {}
    for kind in _KINDS:
        if kind in known:
            continue
        own = [entry for entry in entries if entry.header is None and _speaks_of(entry.label, kind) and is_body(entry)]
        own = [entry for entry in own if kind == "form_department" or not _heads_another(entry, entries)]
        if len({fold(entry.value.text) for entry in own}) == 1:
            found[id(own[0])] = kind
    found |= _by_level(entries)
    if "form_department" not in {*known, *found.values()}:
        own = _above_unit(entries, found) or _before_unit(entries)
        found |= {id(entry): "form_department" for entry in own[:1]}
    if "form_unit" not in {*known, *found.values()}:
        found |= _below_department(entries, found) or _lower_departments(entries)
    return found


def _by_level(entries: Sequence[Entry]) -> dict[int, str]:
    """Of departments on several levels (省级主管部门, 县级主管部门) the lowest, whose form it is, and those above."""
    named = [entry for entry in entries if _is_or_speaks_of_department(entry.label) and is_body(entry)]
    own = [entry for entry in named if _LEVEL.match(fold_label(_label_text(entry)))]
    labels, names = ({fold(part(entry)) for entry in own} for part in (_label_text, _value_text))
    if len(own) < _FEWEST_LEVELS or not len(labels) == len(names) == len(own):
        return {}
    own.sort(key=_rank)
    return {**{id(entry): SUPERIOR for entry in own[:-1]}, id(own[-1]): "form_department"}


def _rank(entry: Entry) -> int:
    """The level of government that the label of a department names, from 0 for 中央."""
    named = _LEVEL.match(fold_label(_label_text(entry)))
    return next(rank for rank, words_of in enumerate(_LEVELS) if named and named[0] in words_of)


def _lower_departments(entries: Sequence[Entry]) -> dict[int, str]:
    """The last of several departments in charge, each of a level of its own: 市级主管部门, 区级主管部门."""
    own = [entry for entry in entries if entry.label is not None and _is_department(entry.label) and is_body(entry)]
    labels, names = ({fold(part(entry)) for entry in own} for part in (_label_text, _value_text))
    return {id(own[-1]): "form_unit"} if len(own) > 1 and len(labels) == len(names) == len(own) else {}


def _label_text(entry: Entry) -> str:
    return entry.label.label.text if entry.label is not None else ""


def _value_text(entry: Entry) -> str:
    return entry.value.text


def _below_department(entries: Sequence[Entry], found: Mapping[int, str]) -> dict[int, str]:
    """The one body under an unknown label whose name begins with that of the department, or of the one other body."""
    bodies = {id(e): split_code_of_body(e.value).name.text for e in _unknown(entries)}
    named = [e for e in entries if found.get(id(e)) == "form_department" or (e.label and _is_department(e.label))]
    departments = {split_code_of_body(entry.value).name.text for entry in named} or set(bodies.values())
    pairs = [(d, key) for key, name in bodies.items() for d in departments if d and _is_below(name, d)]
    if len(pairs) != 1:
        return {}
    department, unit = pairs[0]
    above = [key for key, name in bodies.items() if name == department and not named]
    return {**dict.fromkeys(above[:1], "form_department"), unit: "form_unit"}


def _heads_another(entry: Entry, entries: Sequence[Entry]) -> bool:
    """True for a body of which another one of the form is a part by its name: 某局 beside 某局信息中心."""
    name = split_code_of_body(entry.value).name.text
    return any(is_body(own) and _is_below(split_code_of_body(own.value).name.text, name) for own in entries)


def _is_below(name: str, department: str) -> bool:
    """True for a unit of a department by its name, one of its offices (某局财务科) excepted."""
    return name != department and name.startswith(department) and not name.endswith(_OFFICES)


def _is_department(label: FormLabel) -> bool:
    return "form_department" in label.kinds


def _is_or_speaks_of_department(label: FormLabel | None) -> bool:
    return label is not None and (_is_department(label) or _speaks_of(label, "form_department"))


def _unknown(entries: Sequence[Entry]) -> list[Entry]:
    """Bodies under labels that no vocabulary has, each printed once."""
    return [e for e in entries if e.label is not None and not e.label.kinds and e.header is None and is_body(e)]


def _above_unit(entries: Sequence[Entry], found: Mapping[int, str]) -> list[Entry]:
    """Bodies under unknown labels by which the name of the form's unit begins: 某局, 某局信息中心."""
    units = [
        e.value.text for e in entries if found.get(id(e)) == "form_unit" or (e.label and "form_unit" in e.label.kinds)
    ]
    names = [(entry, split_code_of_body(entry.value).name.text) for entry in _unknown(entries)]
    bare = [split_code_of_body(Printed(text, range(len(text)))).name.text for text in units]
    return [entry for entry, name in names if bare and bare[0] != name and bare[0].startswith(name)]


def _before_unit(entries: Sequence[Entry]) -> list[Entry]:
    """The one body under an unknown label left of the form's unit in its row: there forms print the department."""
    units = [entry for entry in entries if entry.label is not None and "form_unit" in entry.label.kinds]
    left = [own for own in _unknown(entries) if len(units) == 1 and own.row == units[0].row]
    return left if len(left) == 1 and left[0].column < units[0].column else []


def _speaks_of(label: FormLabel | None, kind: str) -> bool:
    """True for an unknown label of a body (…单位, …部门) that says what it does: 主管, 归口; 实施, 执行, 申请."""
    if label is None or label.kinds:
        return False
    text = label.label.text
    is_of_body = fold_label(text).endswith(words("form_labels", "body_word"))
    is_of_department = speaks(text, "department_word")
    return is_of_body and (is_of_department if kind == "form_department" else _is_of_unit(text, is_of_department))


def _is_of_unit(text: str, is_of_department: bool) -> bool:
    """True for a label that says what a unit does, or that says 单位 alone."""
    is_bare = fold_label(text) in words("form_labels", "body_word")
    return is_bare or (not is_of_department and speaks(text, "unit_word"))


def is_body(entry: Entry) -> bool:
    """True for a value that ends as the name of a body does: 局, 委员会, 中心, 机关本级."""
    return len(entry.value.text) <= _LONGEST and is_name_of_body(entry.value.text)


def unknown_name(entries: Sequence[Entry]) -> Entry | None:
    """The entry whose unknown label alone speaks of a name, in a form without a project's name; None else."""
    if not entries or any(names_project(entry.label) or names_project(entry.header) for entry in entries):
        return None
    found = [entry for entry in entries if _speaks_of_a_name(entry)]
    return found[0] if len(found) == 1 or (found and found[0] is entries[0]) else None


def _speaks_of_a_name(entry: Entry) -> bool:
    """True for a value under an unknown label that ends as that of a name does: 立项名称, 申报项目. A body is none."""
    label, text = entry.label, entry.value.text
    if label is None or label.kinds or entry.header is not None or speaks(label.label.text, "not_a_name_word"):
        return False
    if is_body(entry):
        return False
    is_named = fold_label(label.label.text).endswith(words("form_labels", "name_word"))
    return is_named and _SHORTEST_NAME <= len(text) <= _LONGEST_NAME and text[-1] not in _ENDS


def names_project(label: FormLabel | None) -> bool:
    """True for the label of a project's name."""
    return label is not None and "project_name" in label.kinds


def fills_in(label: FormLabel) -> bool:
    """True for the label of the body that fills in a form, or says no more than that it is one: 填报单位, 单位名称."""
    return speaks(label.label.text, "filler_word") or fold_label(label.label.text) in words("form_labels", "body_word")
