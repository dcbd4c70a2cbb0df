"""Levels that stand before the name of an indicator in its own cell: 【产出指标-数量指标】粮食播种面积."""

import re

from ingest.grammar.labels import levels_before
from ingest.grammar.named_targets import part_target
from ingest.source.printed import NOTHING, Printed

_BARE = re.compile(r"[≥≤＞＜><=≧≦＝\d]")
"""The first character of a target without a name before it."""


def levels_of_name(name: Printed | None, target: Printed | None) -> tuple[Printed, Printed, Printed, Printed] | None:
    """Both levels, the name and the target; None where a name does not begin with levels.

    Where the levels alone were taken for the name (效益指标-社会效益指标：受益人口 ≥21万人), it stands before
    the target; a target in words that nothing parts from it stays as it is.
    """
    places = levels_before(name.text) if name is not None else None
    if name is None or places is None:
        return None
    level1, level2, end = places
    own, value = name[end:], target or NOTHING
    if not own and value and not _BARE.match(value.text):
        own, value = part_target(value, is_said=True)
        if not (own and value):
            return None
    return name[level1], name[level2], own, value
