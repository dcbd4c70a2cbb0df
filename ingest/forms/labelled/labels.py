"""The labels of labelled forms: what a cell labels, and the value it may hold itself behind a colon."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from ingest.forms.heading import set_money_unit
from ingest.forms.reading import FormReading
from ingest.grammar.codes import MARKS
from ingest.grammar.years import year_range
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, fold
from ingest.source.scripts import in_chinese
from ingest.vocabulary import vocabulary, words

AMOUNT_KINDS = frozenset(
    ("midterm_total", "annual_total", "source_fiscal", "source_fiscal_part", "source_special_account", "source_other")
)
EXECUTION_KINDS = frozenset(("budget", "adjusted", "executed"))
EXECUTION_COLUMNS = EXECUTION_KINDS | {"execution_rate", "execution_weight", "execution_score", "execution_reason"}
GOAL_KINDS = frozenset(("overall_goal", "cycle_goal", "annual_goal", "achieved_goal"))
_OTHER_KINDS = frozenset(("project_name", "form_department", "form_unit", "grid", "cycle_grid", "annual_grid",
                          "total_score", "grade", "reply", "attribute", "block"))  # fmt: skip
_SOURCES = AMOUNT_KINDS - {"midterm_total", "annual_total"}
_KINDS = AMOUNT_KINDS | EXECUTION_COLUMNS | GOAL_KINDS | _OTHER_KINDS
_COLUMNS = ("level1", "level2", "level3", "annual", "cycle", "value", "operator", "unit", "weight", "actual", "score",
            "reason", "note")  # fmt: skip

# （万元）, （2020年--2022年）, 【10分】; 一、, 1., 2、 before a label
_BRACKETED = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_NUMBERING = re.compile(r"[一二三四五六七八九十]{1,2}[、.]|\d{1,2}[、.](?!\d)")
_MONEY_UNIT = re.compile(r"[（(,，]\s*+(?:(?:金额)?单位\s*+[：:]\s*+)?([万亿千]\s*+元|元)\s*+[)）]")
_GLUED_AMOUNT = re.compile(
    r"(?P<label>(?:其中[:：]\s?)?[^\d：:，,。；;]{2,12}(?<!\s))"
    r"(?:\s?\d[\d,.]{0,16}\s?(?:[万亿千]元|元|万)|\s{1,8}\d[\d,.]{0,16}|\d[\d,]{0,12}\.\d\d)"
)
_JOINED = re.compile(
    r"(?:^指标|内容|名称|级指标|绩效指标|具体指标)(?:\(含|[及和与、/(])"
    r"(?:(?:年度|绩效|全年|预期)?(?P<target>(?:指标|目标)值|拟达(?:目标|值))|(?P<actual>(?:全年|年度|实际)*完成(?:值|情况)))\)?$"
)
# 一级目标, 三级绩效指标名称: the column of a level, whatever a form calls what it parts; 二级指标/三级指标 holds names
_NTH = re.compile(
    "^(?:二级?(?:指标)?[/、及和与-]?(?=三))?([一二三]级)[绩效考核评价分解具体]*[指目]标[名称类别分内容]{0,2}$"
)
# 半年（目标值）, 全年(指标值): the label of targets with its last word in brackets
_IN_BRACKETS = re.compile(r"(?P<whose>\w{2,8})\((?P<what>(?:指标|目标)值)\)")
_AND_CODE = re.compile(r"(?:[及和与/](?:其|部门预算|部门|单位|预算)?(?:代码|编码|编号)|公章|盖章|签章)$")
_OF_YEAR = re.compile(r"^(?:本年度|本年|当年)|(?:小计|合计|收入)$")
_ORDINAL = re.compile(r"[(（]?\d[)）、.]|[①②③④⑤⑥⑦⑧⑨]")
# 项目一：某工程; 项目1 before a name
NUMBERED_PROJECT = re.compile(r"项目(?:[一二三四五六七八九十]{1,3}|\d{1,2})")
_BLOCK, _NAME, _COLON = frozenset(("block",)), frozenset(("project_name",)), re.compile("[：:]")
_MOST_COLONS, _PAIR, _LONGEST_LABEL = 2, 2, 40


@dataclass(slots=True, unsafe_hash=True)
class FormLabel:
    """A label of a form: what it may label, its text, and the value printed behind it in the same cell."""

    kinds: frozenset[str]
    label: Printed
    value: Printed = NOTHING

    def only(self, kinds: frozenset[str]) -> str | None:
        """The one of ``kinds`` that the label has, if any."""
        return None if self.kinds.isdisjoint(kinds) else min(self.kinds & kinds)


@lru_cache(maxsize=16384)
def fold_label(text: str) -> str:
    """A label without brackets, numbering, 其中 and colons: `（一）其中：财政拨款（万元）：` is 财政拨款."""
    folded = fold(in_chinese(text))
    if not folded.isalpha():
        folded = _BRACKETED.sub("", folded).strip(f":{MARKS}")
    numbering = _NUMBERING.match(folded)
    folded = folded[numbering.end() :] if numbering else folded
    without = folded.removeprefix("其中")
    return without.strip(":、,-—") or folded


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in vocabulary("form_labels"):
        if row["kind"] in _KINDS:
            found.setdefault(fold_label(row["word"]), set()).add(row["kind"])
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _kinds_of(folded: str) -> frozenset[str] | None:
    """The kinds of a folded label; one of a name and its code (预算部门及代码) or seal is that of the name."""
    kinds = _kinds().get(folded)
    if kinds is None and folded[-1:] in "码号章":
        return _kinds().get(_AND_CODE.sub("", folded))
    if kinds is None and (folded[:1] in "本当" or folded[-1:] in "计入") and _OF_YEAR.search(folded):
        sources = _kinds().get(_OF_YEAR.sub("", folded), frozenset())  # 当年其他资金, 自有资金小计, 基金预算拨款收入
        return sources if sources <= _SOURCES else None
    return kinds


@cache
def _grid_columns() -> Mapping[str, str]:
    names = {f"grid_{column}": column for column in _COLUMNS}
    rows = reversed(vocabulary("form_labels"))
    return {fold_label(row["word"]): names[row["kind"]] for row in rows if row["kind"] in names}


@lru_cache(maxsize=16384)
def grid_column(text: str) -> str | None:
    """The column of a grid that a cell of its header names (level1 … note); None for any other text."""
    if not 0 < len(text) <= _LONGEST_LABEL:
        return None
    folded = fold_label(_IN_BRACKETS.sub(r"\g<whose>\g<what>", fold(text)) if "值" in text[-2:] else text)
    exact = _grid_columns().get(folded) or _grid_columns().get(folded.removeprefix("指标"))
    if exact is None and fold(text)[-1:] in "值标况)" and (joined := _JOINED.search(fold(text))) is not None:
        return "level3" if joined["target"] else "actual"
    exact = exact or (_grid_columns().get(_NTH.sub(r"\1指标", folded)) if "级" in folded else None)
    if exact is None and is_score_of_weight(folded):
        return "score"
    is_target = exact is None and folded.endswith(("指标值", "目标值"))
    if not is_target or (speaks(folded, "actual_word") and not speaks(folded[:-3], "planned_word")):
        return exact  # 预期实现值 is planned
    if speaks(folded, "no_target_word"):
        return "note"
    if speaks(folded, "cycle_word") or year_range(folded) is not None:
        return "cycle"
    return "annual" if speaks(folded, "year_word") else "value"


def joins_target(text: str) -> bool:
    """True for the label of names that hold their targets: 指标内容及指标值, 三级指标（含目标值）."""
    return bool((joined := _JOINED.search(fold(text))) and joined["target"])


def is_score_of_weight(text: str) -> bool:
    """True for the label of scores that hold their weights, in any order: 得分/分值."""
    parts = fold(text).split("/") if "/" in text or "／" in text else ()
    return len(parts) == _PAIR and {_grid_columns().get(part) for part in parts} == {"score", "weight"}


def names_target(text: str) -> bool:
    """True for the label of a column of targets that the vocabulary has as it stands."""
    return fold_label(text) in _grid_columns()


class FoundLabel(NamedTuple):
    """A label in the text of a cell: what it may label, where it ends, colon included, and whether a value follows."""

    kinds: frozenset[str]
    end: int
    has_value: bool


@lru_cache(maxsize=16384)
def find_label(text: str) -> FoundLabel | None:
    """The label that is the whole of a text, or that stands before a colon in it; None for a value, as for a number."""
    if not any(map(str.isalpha, text)):
        return None
    kinds = _kinds_of(fold_label(text)) if 0 < len(text) <= _LONGEST_LABEL else None
    return FoundLabel(kinds, len(text), has_value=False) if kinds else _before_colon(text) or _before_amount(text)


def _before_amount(text: str) -> FoundLabel | None:
    """A known label of money with its amount in one cell, a unit, a space or decimals: 自筹60万, 其他 5, 其他5.40."""
    glued = _GLUED_AMOUNT.fullmatch(text) if text[-1:].isdigit() or text[-1:] in "元万,." else None
    kinds = _kinds_of(fold_label(glued["label"])) if glued else None
    return FoundLabel(kinds, glued.end("label"), has_value=True) if glued and kinds and kinds <= AMOUNT_KINDS else None


def _before_colon(text: str) -> FoundLabel | None:
    for colon in islice(_COLON.finditer(text, 0, _LONGEST_LABEL), _MOST_COLONS) if "：" in text or ":" in text else ():
        label = find_label(text[: colon.start()])
        behind = text[colon.end() :].strip()
        if behind and NUMBERED_PROJECT.fullmatch(fold(text[: colon.start()])):
            return FoundLabel(_NAME, colon.end(), has_value=True)
        is_inside = bool(_ORDINAL.match(behind)) or (label is not None and label.kinds == _BLOCK)
        if label and is_inside and (inner := _kinds().get(fold_label(_ORDINAL.sub("", behind)))):
            return FoundLabel(inner, len(text), has_value=False)  # 资金来源：（1）财政性资金, 收入构成：财政拨款
        if label and not label.has_value and label.kinds != _BLOCK and text[colon.end() :].strip():
            return FoundLabel(label.kinds, colon.end(), has_value=True)
    return None


def read_label(cell: Printed) -> FormLabel | None:
    """The label that a cell prints, with the value behind its colon; None for a value."""
    found = find_label(cell.text)
    if found is None:
        return None
    if not found.has_value:
        return FormLabel(found.kinds, cell)
    return FormLabel(found.kinds, cell[: found.end], cell[found.end :].strip())


# 一、预算资金：150: a label that no vocabulary has, before an amount
_BEFORE_AMOUNT = re.compile(
    r"(?P<label>(?:其中[：:])?(?![^：:]*\d\s*[万亿千]?元)[^：:，,。；;]{2,16}[：:])\s*-?\d[\d,，.]*\s*(?:百?万|亿|千)?元?(?:[（(].*)?"
)


def label_of(cell: Printed) -> FormLabel:
    """A cell that is a label by its place; its kinds are empty where no vocabulary has it. 项目1 is that of a name."""
    known = read_label(cell)
    if known is not None:
        return known
    if found := _label_before_amount(cell.text):
        return FormLabel(frozenset(), cell[: found.end("label")], cell[found.end("label") :].strip())
    return FormLabel(_NAME if NUMBERED_PROJECT.fullmatch(cell.text) else frozenset(), cell)


def holds_amount(text: str) -> bool:
    """True for a label with its amount behind a colon, whatever the label's words."""
    return _label_before_amount(text) is not None


def _label_before_amount(text: str) -> re.Match[str] | None:
    return _BEFORE_AMOUNT.fullmatch(text) if "：" in text or ":" in text else None


@lru_cache(maxsize=4096)
def printed_unit(text: str) -> str | None:
    """The unit of money in the brackets of a label: `项目资金（元）`; None where it prints none."""
    unit = _MONEY_UNIT.search(text)
    return fold(unit.group(1)) if unit else None


def book_label(ledger: Ledger, reading: FormReading, label: Printed) -> None:
    """Book a label; the unit of money in its brackets is the document's where it is the first."""
    unit = _MONEY_UNIT.search(label.text) if "元" in label.text else None
    if unit is None:
        ledger.label(label.strip())
        return
    ledger.label(label[: unit.start(1)].strip())
    printed = label[unit.start(1) : unit.end(1)]
    set_money_unit(ledger, reading, Printed(fold(printed.text), printed.at))
    ledger.label(label[unit.end(1) :].strip())


@lru_cache(maxsize=16384)
def speaks(text: str, kind: str) -> bool:
    """True where a text holds a word of ``kind``, such as ``money_word``."""
    folded = fold(text)
    return any(map(folded.__contains__, _folded(kind)))


@cache
def _folded(kind: str) -> tuple[str, ...]:
    return tuple(map(fold, words("form_labels", kind)))
