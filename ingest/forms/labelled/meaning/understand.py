"""What the entries of a form mean: each path of labels gets a kind by vocabulary, its most specific label first.

An entry without a kind stays an attribute under its own label; nothing is glued to its neighbours.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from ingest.forms.labelled.bodies import take_units
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.apart.of_regions import part_regions
from ingest.forms.labelled.geometry.entries import Entry, Layout, labels_of
from ingest.forms.labelled.labels import GOAL_KINDS, FormLabel, printed_unit
from ingest.forms.labelled.meaning.execution.lines import ExecutionReader
from ingest.forms.labelled.meaning.execution.settled import settle_budget
from ingest.forms.labelled.meaning.execution.to_date import leave_to_date
from ingest.forms.labelled.meaning.execution.turned import turn
from ingest.forms.labelled.meaning.execution.words import name_columns
from ingest.forms.labelled.meaning.goals import (
    goal_by_words,
    goal_kinds,
    goes_on_with,
    is_no_goal,
    may_be_goal,
    part_achieved,
    stands_second,
)
from ingest.forms.labelled.meaning.in_text.money_worded import part_words
from ingest.forms.labelled.meaning.money_cells import MoneyReader, may_be_money, say_units
from ingest.forms.labelled.meaning.tasks import listed, of_nameless, sums_of
from ingest.forms.labelled.meaning.total_score import rows_of_total, score_alone
from ingest.forms.labelled.meaning.whose import (
    SUPERIOR,
    fills_in,
    names_any,
    names_project,
    unknown_bodies,
    unknown_name,
)
from ingest.forms.labelled.meaning.years import name_totals, settle_years
from ingest.grammar.amounts import is_amount
from ingest.grammar.codes import is_name
from ingest.source.printed import Printed

_TEXTS = ("project_name", "reply", "overall_goal", "cycle_goal", "annual_goal", "achieved_goal", "grade", "grid")
_BODIES = ("form_unit", "form_department")
_COLON, _BLOCK, _ATTRIBUTE = re.compile("[：:]"), frozenset(("block",)), frozenset(("attribute",))


def understand(form: LabelledForm, layout: Layout, unit: str, is_of_department: bool, year: int | None = None) -> None:
    """Give the entries of ``layout`` to ``form``; ``unit`` is that of its amounts where no label prints one.

    The form of a department lists its tasks with their money, a row each. ``year`` is that of the form, if known.
    """
    say_units(layout, unit)
    entries = settle_years(form, part_regions(form, layout.entries), year)
    part_words(form, entries)
    turn(entries)
    labels = labels_of(entries)
    leave_to_date(labels, form.is_monitored)
    if not form.is_monitored:
        name_columns(entries, labels)
    settle_budget(form, entries, labels)
    reader = _Meaning(form, entries, labels)
    tasks = listed(entries) if is_of_department else {}
    form.tasks += tasks.values()
    form.sums_of_tasks += sums_of(tasks, entries)
    nameless = of_nameless(entries, tasks) if is_of_department else []
    named = None if is_of_department else unknown_name(entries)
    bodies = unknown_bodies(entries, labels)
    projects = {id(label) for label in labels if names_project(label)}
    headers = Counter([own for entry in entries if (own := id(entry.header)) in projects]) if projects else None
    for entry in entries:
        if (entry.row in tasks and entry in tasks[entry.row]) or entry in form.sums_of_tasks:
            continue
        if entry is named:
            form.values["project_name"] = [entry.value]
        elif (whose := bodies.get(id(entry)) if bodies else None) == SUPERIOR and entry.label is not None:
            form.attributes.append((entry.label.label, [entry.value]))
        elif whose is not None:
            form.names[whose] = entry.value
        elif entry in nameless or (headers and headers[id(entry.header)] > 1):
            form.unread.append(entry.value)  # of a list, none of them the form's
        else:
            reader.take(entry)
    reader.finish()
    part_achieved(form)


class _Meaning:
    """Sorts entries into a form."""

    def __init__(self, form: LabelledForm, entries: Sequence[Entry], labels: Sequence[FormLabel]) -> None:
        self._form = form
        self._entries, self._labels, self._totals = entries, labels, name_totals(entries)
        self._execution = ExecutionReader(form, entries)
        self._rows_of_total = rows_of_total(form, entries)
        self._fillers: list[Entry] = []
        self._units: list[Entry] = []
        self._scores: list[Entry] = []
        self._by_words: list[tuple[FormLabel, Entry]] = []
        self._labelled: dict[str, FormLabel] = {}
        self._rows: dict[str, int] = {}
        self._goals: dict[int, list[Entry]] = {}
        self._blocks = [id(entry.block) for entry in entries]

    def take(self, entry: Entry) -> None:
        """Keep one entry by what its labels mean."""
        if entry.block is not None and entry.block.kinds & GOAL_KINDS:
            self._goals.setdefault(id(entry.block), []).append(entry)
        if self._execution.take(entry) or self._take_total(entry) or self._take_money(entry):
            return
        for label in (entry.label, entry.header, entry.block if self._speaks_for(entry) else None):
            if label is not None and self._take_text(label, entry):
                return
        if entry.label is not None and entry.header is None and "execution_score" in entry.label.kinds:
            self._scores.append(entry)  # 自评得分 beside 自评等级
        self._keep(entry)

    def _speaks_for(self, entry: Entry) -> bool:
        """True where a block says what a value is: it has no label of its own, or is the block's only value."""
        return entry.block is not None and (
            (entry.label is None and entry.header is None) or self._blocks.count(id(entry.block)) == 1
        )

    def _take_money(self, entry: Entry) -> bool:
        return may_be_money(entry) and self._money.take(entry)

    @cached_property
    def _money(self) -> MoneyReader:
        return MoneyReader(self._form, self._entries, self._labels, self._totals)

    def _take_total(self, entry: Entry) -> bool:
        """The line of the total score: full score, score and grade."""
        if entry.row not in self._rows_of_total and not self._execution.is_total(entry):
            return False
        self._form.totals.append((entry.column if entry.is_behind_grid else -1, entry.value))
        return True

    def _take_text(self, label: FormLabel, entry: Entry) -> bool:
        form = self._form
        if not label.kinds.isdisjoint(_BODIES):
            self._take_body(next(kind for kind in _BODIES if kind in label.kinds), label, entry)
            return True
        kind = None if label.kinds.isdisjoint(_TEXTS) else next(kind for kind in _TEXTS if kind in label.kinds)
        if kind is None and label.kinds <= _BLOCK and goal_by_words(label.label.text) is not None:
            self._by_words.append((label, entry))
            return True
        if kind is None or (label is entry.block and kind not in GOAL_KINDS):
            return False
        if kind in GOAL_KINDS and is_no_goal(entry.value.text):
            form.unread += [entry.value] * is_name(entry.value.text)
            return is_name(entry.value.text)
        held = form.values.setdefault(kind, [])
        if held and (kind not in GOAL_KINDS or self._labelled.get(kind) is not label):
            return False
        if held and self._rows.get(kind) == entry.row and not goes_on_with(entry.value.text):
            return self._take_beside(entry)
        self._labelled[kind] = label
        self._rows[kind] = entry.row
        held.append(entry.value)
        return True

    def _take_beside(self, entry: Entry) -> bool:
        """A second text beside a goal, no header over them: in a self-evaluation what was achieved, else unknown."""
        is_open = "achieved_goal" not in self._form.values and self._form.is_evaluated
        if is_open:
            self._form.values["achieved_goal"] = [entry.value]
        return is_open

    def _take_body(self, whose: str, label: FormLabel, entry: Entry) -> None:
        """Keep whose a form is: the first name counts; the body that fills it in waits for one that acts."""
        if not is_name(entry.value.text) or _COLON.search(entry.value.text) or names_any(entry.value.text):
            self._keep(entry)  # its code, in a cell of its own; other labels with their values
        elif whose == "form_unit" and fills_in(label):
            self._fillers.append(entry)
        elif whose == "form_unit":
            self._units.append(entry)
        elif self._form.names.setdefault(whose, entry.value).span != entry.value.span:
            self._keep(entry)

    def finish(self) -> None:
        """Take what waits for the whole form: the body that fills it in, and goals under unknown labels.

        It is the unit where no other is named, else the department where none is.
        """
        for entry in take_units(self._form.names, self._units, self._entries):
            self._keep(entry)
        for entry in self._fillers:
            kinds = [kind for kind in ("form_unit", "form_department") if kind not in self._form.names]
            if kinds:
                self._form.names[kinds[0]] = entry.value
            else:
                self._keep(entry)
        self._take_goals_by_words()
        self._take_other_goal()
        score = score_alone(self._scores, self._entries)
        if not self._form.totals and score is not None:
            self._forget(score)
            self._form.totals.append((-1, score.value))

    def _take_other_goal(self) -> None:
        """Take the goal of the year beside that of the cycle in a block; evaluated, what was achieved beside it."""
        form, is_evaluated = self._form, self._form.is_evaluated
        taken = {id(value) for values in form.values.values() for value in values}
        for entries in self._goals.values():
            known = {kind for entry in entries for kind in goal_kinds(entry)}
            other = "annual_goal" if known == {"cycle_goal"} else "achieved_goal" if known == {"annual_goal"} else None
            unknown = [entry for entry in entries if not goal_kinds(entry) and id(entry.value) not in taken]
            is_open = other is not None and other not in form.values and len(entries) == len(unknown) + 1 == 2
            if is_open and other is not None and (other == "annual_goal" or is_evaluated) and may_be_goal(unknown[0]):
                self._forget(unknown[0])
                form.values[other] = [unknown[0].value]

    def _forget(self, entry: Entry) -> None:
        """Take back an attribute."""
        attributes = [(label, [v for v in values if v is not entry.value]) for label, values in self._form.attributes]
        self._form.attributes = [(label, values) for label, values in attributes if values]

    def _take_goals_by_words(self) -> None:
        """Take the goals under unknown labels, each kind where one label alone speaks of it and no known one does."""
        kinds = {id(label): goal_by_words(label.label.text) for label, _ in self._by_words}
        counts, known = Counter(kinds.values()), {*kinds.values(), *self._form.values}
        for label, entry in self._by_words:
            kind = kinds[id(label)]
            is_open = kind == "annual_goal" and self._form.is_evaluated and "achieved_goal" not in known
            is_told = not (is_open and stands_second(entry, self._entries))
            if kind is None or counts[kind] > 1 or self._labelled.get(kind, label) is not label or not is_told:
                self._keep(entry)
            else:
                self._labelled[kind] = label
                self._form.values.setdefault(kind, []).append(entry.value)

    def _keep(self, entry: Entry) -> None:
        label = entry.named_by
        assert label is not None
        beside, above = entry.label, entry.header
        is_other = above and (above.kinds == _ATTRIBUTE or (label is beside and printed_unit(above.label.text)))
        if beside and above and is_other and is_amount(entry.value.text):  # 年度资金总额 调整前, 市级财政 结余（元）
            both = f"{beside.label.text.strip()} {above.label.text.strip()}"
            self._form.attributes.append((Printed(both, range(0)), [entry.value]))
            return
        for at, values in self._form.attributes:
            if at is label.label:
                values.append(entry.value)
                return
        self._form.attributes.append((label.label, [entry.value]))
