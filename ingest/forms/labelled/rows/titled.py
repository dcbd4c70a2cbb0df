"""The project that only the title of a form names, or the line below it: `2024年度“某工程”项目绩效目标表`."""

import re
from functools import cache

from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.evidence import TITLES, is_title
from ingest.forms.labelled.form import LabelledForm
from ingest.grammar.places import find_place, without_places
from ingest.source.printed import NOTHING, Printed
from ingest.vocabulary import words

_QUOTED = re.compile(r"[“\"「《](?P<name>[^“”\"「」《》]{2,60})[”\"」》]")
# “某工程”项目绩效目标表; “三公”经费 and “十四五”规划项目 are no names
_QUOTED_PROJECT = re.compile(_QUOTED.pattern + r"\s*(?:项目|绩效|支出)")
# 项目：农村公路养护; （农村公路养护工程）, ——农村公路养护工程
_LABEL = re.compile(r"\s*+项目\s*+[:：]")
_MARKS = "（()）【】[]-—－“”"
_YEAR = re.compile(r"20\d\d\s*+年度?\s*+")
_OF_PROJECTS = re.compile(r"(?:项目)?(?:支出)?$")
_SHORTEST = 3
_LONGEST_TOWN = 4
_TOWNS = ("镇", "乡", "街道")
_TOWNS_IN_GENERAL = ("乡镇", "城镇", "小镇", "村镇", "下乡")
_GOVERNMENTS = ("人民政府", "街道办事处")
_OF_A_PLACE = ("省", "市", "区", "县", "州", "旗", "镇", "乡", "中共", "自治区")
# 某馆2022年部门整体绩效目标
_TITLE_BEHIND = re.compile(r"20\d\d\s?年")


def name_of_title(form: LabelledForm) -> Printed:
    """The project's name in the title of a form without a label of one, or in the line below; NOTHING where none is.

    What stands in quotation marks is one; without them only words that end as a name does (…补助资金) and say more
    than whose money it is.
    """
    if any("project_name" in label.kinds for label in form.labels):
        return NOTHING
    below = _QUOTED.fullmatch(form.below.text)
    if quoted := _QUOTED_PROJECT.search(form.title.text) or below:
        line = form.below if quoted is below else form.title
        return line[quoted.start("name") : quoted.end("name")].strip()
    if label := _LABEL.match(form.below.text):
        return form.below[label.end() :].strip()
    return next(
        (name for name in (_before_title_words(form.title), _bare(form.below)) if may_name_project(name.text)), NOTHING
    )


def _bare(line: Printed) -> Printed:
    """A line without the brackets, dashes or quotation marks around it."""
    begin = len(line.text) - len(line.text.lstrip(_MARKS))
    return line[begin : len(line.text.rstrip(_MARKS))]


def _before_title_words(title: Printed) -> Printed:
    """What stands in a title between its year and 项目绩效目标表."""
    years = [year.end() for year in _YEAR.finditer(title.text)]
    ends = [title.text.rfind(word) for word in _title_words() if word in title.text]
    between = title[years[-1] if years else 0 : min(ends, default=0)]
    return between[: _OF_PROJECTS.search(between.text).start()].strip()  # type: ignore[union-attr]


@cache
def _title_words() -> tuple[str, ...]:
    return tuple(word for kind in TITLES for word in words("form_labels", kind))


def may_name_project(text: str) -> bool:
    """True for a text that ends as the name of a project, says more than of what level or kind money is (省级专项资金)
    and whose it is (某市财政项目, 某局部门预算项目), and names no body and no year.
    """
    if not text.endswith(words("name_endings", "project")):
        return False
    is_name = not is_name_of_body(text) and _YEAR.search(text) is None
    return is_name and _rest(text).isalpha() and not is_general(text) and not _says_whose(text)


def is_general(text: str, shortest: int = _SHORTEST) -> bool:
    """True for a text that says of what place, level or kind money is and no more: 某市财政项目, 省级专项资金.

    What is left of one that says more has ``shortest`` characters.
    """
    return len(_rest(text)) < shortest or not _rest(without_places(text))


def _rest(text: str) -> str:
    for word in _by_length("general_word"):
        text = text.replace(word, "")
    return text


def _says_whose(text: str) -> bool:
    """True for a body of a place, or a town, with words behind it that say what kind of money it has and no more."""
    owner, kinds = text, [*words("name_endings", "project"), *_by_length("general_word")]
    kinds = [word for word in kinds if word not in words("form_labels", "general_activity")]
    while kind := next((word for word in kinds if owner.endswith(word) and owner != word), ""):
        owner = owner.removesuffix(kind)
    is_town = len(owner) <= _LONGEST_TOWN and owner.endswith(_TOWNS) and not owner.endswith(_TOWNS_IN_GENERAL)
    is_of_place = find_place(owner) is not None or owner.startswith(_OF_A_PLACE) or owner.endswith(_GOVERNMENTS)
    return is_town or (is_name_of_body(owner) and is_of_place)


@cache
def _by_length(kind: str) -> tuple[str, ...]:
    return tuple(sorted(words("form_labels", kind), key=len, reverse=True))


def title_behind(body: Printed) -> int:
    """Where the name of a body ends that is printed as the title of its own form, with its year; its length else."""
    behind = _TITLE_BEHIND.search(body.text) if is_title(body.text) else None
    return len(body.text[: behind.start()].rstrip()) if behind else len(body.text)
