"""Names of bodies (局, 委员会, 中心), told by how they end."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import fold_label, read_label
from ingest.grammar.codes import split_code_of_body
from ingest.grammar.places import find_place
from ingest.grammar.years import in_digits
from ingest.source.printed import Printed, PrintedCells
from ingest.vocabulary import words


@lru_cache(maxsize=16384)
def is_name_of_body(text: str) -> bool:
    """True for a text that ends as the name of a body does, whatever stands beside it: 局（本级）, 101-局."""
    if _last_characters().isdisjoint(text):
        return False
    name = split_code_of_body(Printed(text, range(len(text)))).name.text
    return fold_label(name).removesuffix("本级").endswith(words("name_endings", "unit"))


@cache
def _last_characters() -> frozenset[str]:
    """One of them is in every name of a body."""
    return frozenset(word[-1] for word in words("name_endings", "unit"))


# 单位：天津市河西区卫生健康委员会, 单位公章：某局, 绩效编制单位：某局
_UNIT = re.compile(r"[^\s:：，,。]{0,8}(?:单位|部门)(?:名称)?\s*+(?:[（(]?(?:公章|盖章|签章)[)）]?\s*+)?[:：]\s*+")
_LONGEST = 40
_COLON = re.compile("[:：]")
_APART = re.compile(r"\S(?:\s+\S){3,}")


def named_body(line: Printed) -> Printed | None:
    """The body that a line above a table names by itself: `213001唐山市教育局`, `单位：某委员会`; None else.

    `某局：` is whom a letter is written to, `发布机构：某局` who publishes a page.
    """
    line = _without_gaps(line)
    label = _UNIT.match(line.text)
    body = line[label.end() :].strip() if label else line
    if len(body.text) > _LONGEST or _COLON.search(body.text) or not is_name_of_body(body.text):
        return None
    return body if label or split_code_of_body(body).code or find_place(body.text) is not None else None


def _without_gaps(line: Printed) -> Printed:
    """A line whose characters stand apart, 某 县 水 利 局, without what parts them."""
    if not _APART.fullmatch(line.text):
        return line
    kept = [place for place, character in enumerate(line.text) if not character.isspace()]
    return Printed("".join(line.text[place] for place in kept), [line.at[place] for place in kept])


# 某局2025年项目绩效目标表, 附件1：2025年某局部门预算项目绩效目标表
_YEAR_BEFORE = re.compile(r"\s*+(?:附[件表]\s*+[\d\-]*+\s*+[:：]?\s*+)?+(?:20\d\d\s*+年度?\s*+)?+")
_BEHIND_BODY = re.compile(r"(?:部门|单位)?(?:20\d\d|项目|预算|专项|重点|整体|业务|支出|绩效|[“\"《])")


def body_of_title(title: Printed) -> Printed | None:
    """The body with its place that a title names before what it is a table of; None where it names none."""
    text = in_digits(title.text)
    begin = year.end() if (year := _YEAR_BEFORE.match(text)) else 0
    for behind in _BEHIND_BODY.finditer(text, begin):
        body = title[begin : behind.start()].strip()
        if body and len(body.text) <= _LONGEST and is_name_of_body(body.text) and find_place(body.text) is not None:
            return body
    return None


def names_body(cells: PrintedCells) -> bool:
    """True for a line of text that names the department or the unit of a form: 预算单位：某局."""
    label = read_label(next(iter(cells.values()))) if len(cells) == 1 else None
    return label is not None and bool(label.value) and bool(label.kinds & {"form_unit", "form_department"})


def take_units(names: dict[str, Printed], units: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """Take the form's unit into ``names`` from those that known labels name; gives the others.

    Who fills in the form of another may stand under such a label, too: on a line of its own above the table, where it
    is the department if none is named, or called as the department is.
    """
    if len(units) == 1 and "form_unit" not in names:
        names["form_unit"] = units[0].value
        return []
    rows, left = Counter(entry.row for entry in entries), []
    above = [id(own) for own in units if rows[own.row] == 1 and own.at == own.column]
    whole = _name_of(names["form_department"]) if "form_department" in names else ""
    for entry in sorted(units, key=lambda own: (id(own) in above, _name_of(own.value) == whole)):
        held = names.setdefault("form_unit", entry.value)
        if held is not entry.value and id(entry) in above and _name_of(held) != _name_of(entry.value) and not whole:
            whole = _name_of(names.setdefault("form_department", entry.value))
        elif held.span != entry.value.span:
            left.append(entry)
    return left


def _name_of(body: Printed) -> str:
    return split_code_of_body(body).name.text
