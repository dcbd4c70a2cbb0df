"""The one project that the title of a notice names, its goal, money and indicators in the prose below.

`关于某镇节水灌溉项目绩效目标的公示`, a paragraph with the goal, `一、产出指标`, `数量指标：铺设管道≥12公里；…`.
"""

import re
from collections.abc import Sequence
from functools import cache

from ingest.forms.labelled.grid.lines import labels_within
from ingest.forms.labelled.rows.titled import may_name_project
from ingest.grammar.labels import level1_code
from ingest.source.printed import NOTHING, Printed
from ingest.vocabulary import words

_LONGEST_TITLE = 80
_ABOUT = re.compile(r"\s*+(?:关于)?")
_YEAR = re.compile(r"20\d\d\s*+年度?\s*+")
_BEHIND_NAME = re.compile(r"(?:设定|申报|批复)?的?$")
_IN_NAME = re.compile(r"[“”‘’《》（）()\s\-—·、]")
# 财政资金63万元。, perhaps behind its heading: 四、资金来源及规模
MONEY_ALONE = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,2}[)）、.．][^\d，,。；;：:]{2,12}?[：:]?)?(?:项目|财政|补助|预算|安排)?(?:总?投资|资金)"
    r"(?:总额|规模|安排)?(?:为|共)?[：:]?\d[\d,]*+(?:\.\d++)?(?:万元|亿元|元)[。；;]?$"
)
_SENTENCE = re.compile("[。：:；;]")


def name_in_title(title: Printed) -> Printed:
    """The project that the title of a notice names; NOTHING where it names none."""
    if len(title.text) > _LONGEST_TITLE or _SENTENCE.search(title.text):
        return NOTHING
    ends = [at for word in _notice_words() if (at := title.text.find(word)) > 0]
    if not ends:
        return NOTHING
    begin = max([own.end() for own in (_ABOUT.match(title.text), *_YEAR.finditer(title.text)) if own], default=0)
    between = title[begin : min(ends)] if begin < min(ends) else NOTHING
    name = between[: len(_BEHIND_NAME.sub("", between.text))].strip() if between else NOTHING
    return name if may_name_project(_IN_NAME.sub("", name.text)) else NOTHING


@cache
def _notice_words() -> tuple[str, ...]:
    return (*words("form_labels", "prose_title"), *words("form_labels", "notice_word"))


def is_of_one_project(texts: Sequence[str]) -> bool:
    """True for texts of indicators in which no label of a second level comes twice, as those of one project."""
    labels = [label for text in texts for label in labels_within(text) if level1_code(label) is None]
    return len(labels) == len({*labels})
