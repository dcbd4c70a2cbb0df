"""What words say of goals: of the year, of the cycle, achieved; and which texts are none."""

import re
from collections.abc import Sequence
from string import digits

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.costs import names_goal
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import GOAL_KINDS, fold_label, speaks
from ingest.grammar.quantities import read_score
from ingest.vocabulary import words

_LONGEST_LABEL = 10
_NEXT = re.compile(r"\s*(?:目标)?[(（]?(?:[2-9]|[二三四五六七八九])[)）.、:：．]")

# 目标：…。完成：… in one cell
_ACHIEVED = re.compile(r"(?<=[。；;！])\s*(?P<label>(?:实际|全年|年度)?完成(?:情况)?[:：])(?=\s*\S)")


def part_achieved(form: LabelledForm) -> None:
    """Part what was achieved from the goal of an evaluation that prints both in one text: `目标：…。完成：…`."""
    if not form.is_evaluated or "achieved_goal" in form.values:
        return
    for kind in ("annual_goal", "overall_goal"):
        values = form.values.get(kind, [])
        for place, value in enumerate(values):
            if found := _ACHIEVED.search(value.text):
                form.fillers.append(value[found.start("label") : found.end()])
                form.values[kind] = [*values[:place], value[: found.start()]]
                form.values["achieved_goal"] = [value[found.end() :].strip(), *values[place + 1 :]]
                return


def is_no_goal(text: str) -> bool:
    """True for a short text that ends as a label does: 全年完成情况 beside 年初设定目标 heads what stands below it.

    And for a number alone, which is the score of its row.
    """
    return (
        names_goal(text)
        or read_score(text) is not None
        or (len(text) <= _LONGEST_LABEL and fold_label(text).endswith(words("form_labels", "no_goal_ending")))
    )


def goes_on_with(text: str) -> bool:
    """True for a text that numbers itself as more of what stands before it: 2.…, 目标2：…, （二）…."""
    return _NEXT.match(text) is not None


def goal_kinds(entry: Entry) -> frozenset[str]:
    """The kinds of goals that the label beside or above a value has."""
    label = entry.label or entry.header
    return label.kinds & GOAL_KINDS if label is not None else frozenset()


def may_be_goal(entry: Entry) -> bool:
    """True for a text under an unknown label that does not speak of notes: 目标设定依据."""
    label = entry.label or entry.header
    is_unknown = label is not None and not label.kinds and not speaks(label.label.text, "note_word")
    return is_unknown and len(entry.value.text) > _LONGEST_LABEL


def stands_second(entry: Entry, entries: Sequence[Entry]) -> bool:
    """True right behind another text under an unknown label: that may be the goal, and this what was achieved."""
    place = next(at for at, own in enumerate(entries) if own is entry)
    before = entries[place - 1] if place else None
    return before is not None and entry.row - before.row <= 1 and may_be_goal(before)


def goal_by_words(text: str) -> str | None:
    """The kind of goal that an unknown label speaks of: achieved, of the cycle, else of the year; None for no goal."""
    ending = fold_label(text).rstrip(digits)
    if (
        not speaks(text, "goal_word")
        or speaks(text, "no_goal_word")
        or not ending.endswith(words("form_labels", "goal_ending"))
    ):
        return None
    if speaks(text, "achieved_word"):
        return "achieved_goal"
    return "cycle_goal" if speaks(text, "cycle_word") else "annual_goal"
