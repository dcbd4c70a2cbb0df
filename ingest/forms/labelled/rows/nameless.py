"""Why a form without a project's name is not read, and what is printed beside 项目名称 and is no name."""

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.labels import find_label, fold_label, grid_column, speaks
from ingest.grammar.labels import is_of_framework
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed
from ingest.vocabulary import words

_MARKS = "，,；;：:"


def explains(text: str) -> bool:
    """True for a sentence: 按批复的名称填写，例如某项目。"""
    return text.endswith("。") and any(mark in text for mark in _MARKS)


def is_of_a_grid(text: str) -> bool:
    """True for what stands in a grid and names no project: a label of the framework, of a column, 合计."""
    is_total = fold_label(text) in words("form_labels", "grand_total")
    return is_total or is_of_framework(text) or grid_column(text) is not None


def why_nameless(ledger: Ledger, form: LabelledForm) -> str:
    """Why a form without a project's name is not read, with the label that may be meant."""
    printed = form.text("project_name")
    if printed and is_of_a_grid(printed.text):
        return f"beside 项目名称 stands a label of indicators, no name: {printed.text}"
    if printed and not explains(printed.text):
        return "only a code is printed beside 项目名称, no name"
    named = [label.label for label in form.labels if "project_name" in label.kinds]
    if not printed and any(_is_followed(ledger, label) for label in named):
        return "several texts stand beside 项目名称, and nothing says which of them is the name"
    if named:
        return "项目名称 is printed, but no name beside it: the form is not filled in"
    likely = next((label for label, _ in form.filled() if _may_name(label)), None)
    return f"a form without 项目名称{f'; {likely} may be it' if likely else ''}"


def _may_name(label: str) -> bool:
    """True for a label that may say what a project is called: 立项名称, 申报项目; not for 项目属性."""
    return fold_label(label).endswith(words("form_labels", "name_word")) and not speaks(label, "not_a_name_word")


def _is_followed(ledger: Ledger, label: Printed) -> bool:
    """True for a label with texts behind it in its line that are no labels."""
    behind = ledger.source.text[label.at[-1] + 1 :].split("\n", 1)[0].split()
    return any(find_label(text) is None for text in behind)
