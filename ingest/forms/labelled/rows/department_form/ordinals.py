"""The ordinals before the names of tasks, where a list counts them from 1: 一、公共文化服务 above 二、文物保护利用."""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from ingest.rows.department import DepartmentTaskRow

_LISTED = re.compile(
    r"(?:[（(](?P<inner>\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?P<outer>\d{1,2}|[一二三四五六七八九十]{1,3})[、.．])"
    r"\s*+(?=[^\d\s])"
)
_DIGITS = "零一二三四五六七八九"
_TEN = "十"
_FEWEST = 2


def leave_ordinals(tasks: Sequence[DepartmentTaskRow]) -> None:
    """Take the ordinals that count the tasks of a list off their names, in place.

    The parts of a task are counted by themselves.
    """
    for is_part, own in groupby(tasks, attrgetter("is_part")):
        _leave([*own] if is_part else [])
    _leave([task for task in tasks if not task.is_part])


def _leave(tasks: Sequence[DepartmentTaskRow]) -> None:
    for task, end in zip(tasks, _ends_of_ordinals([task.task_name for task in tasks]), strict=True):
        task.task_name = task.task_name[end:]


def _ends_of_ordinals(names: Sequence[str]) -> list[int]:
    """Where the ordinal of each name ends: 0 for all where one has none, or they do not count from 1."""
    found = [match for name in names if (match := _LISTED.match(name)) is not None]
    numbers = [_number(own["inner"] or own["outer"]) for own in found]
    counts = len(names) >= _FEWEST and numbers == [*range(1, len(names) + 1)]
    return [own.end() for own in found] if counts else [0] * len(names)


def _number(text: str) -> int:
    """The number that digits or signs up to 九十九 print."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition(_TEN)
    values = [_DIGITS.find(sign) if sign else 0 for sign in (tens, ones)]
    return (values[0] or 1) * len(ten) * 10 + values[1]
