"""The header of a table of duties: a duty, its money and goals, its indicators under grades 优, 良, 中, 差."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.forms.labelled.labels import GOAL_KINDS, find_label, fold_label, printed_unit, speaks
from ingest.forms.reading import Part, holding
from ingest.source.blocks import Line
from ingest.source.printed import Texts, fold
from ingest.vocabulary import words

GRADES = ("优", "良", "中", "差")


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table of duties, the lines that head it; ``texts`` tell of the duty, ``notes`` of the row."""

    lines: tuple[int, ...]
    duty: int
    money: int | None
    unit: str | None
    name: int
    texts: tuple[int, ...]
    goals: tuple[int, ...]
    notes: tuple[int, ...]
    grades: Mapping[int, str]


def headers_of_duties(part: Part) -> dict[int, Header]:
    """The headers of tables of duties by the number of their first line, grades in it or in the row below."""
    found: dict[int, Header] = {}
    if not any(map(_names_duties, holding(part, _last_characters()))):
        return found
    texts = part.texts
    rows = [line for line in part.source.lines if line.is_row and texts[line.number]]
    for line, below in zip(rows, [*rows[1:], None], strict=False):
        header = _header(line, below, texts)
        if header is not None:
            found[line.number] = header
    return found


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for word in words("form_labels", "duty_name"))


@lru_cache(maxsize=4096)
def _names_duties(text: str) -> bool:
    return fold_label(text) in words("form_labels", "duty_name")


def _header(line: Line, below: Line | None, texts: Texts) -> Header | None:
    first = texts[line.number]
    duty = next((at for at, text in first.items() if _names_duties(text)), None)
    name = next((at for at, text in first.items() if fold_label(text) in words("form_labels", "duty_indicator")), None)
    if duty is None or name is None:
        return None
    grades, lines = dict(_grades(first)), [line.number]
    if len(grades) < len(GRADES) and below is not None:
        grades |= dict(_grades(texts[below.number]))
        lines.append(below.number)
    if len(grades) < len(GRADES):
        return None
    others = [at for at in first if at not in (duty, name) and at not in grades]
    money = next((at for at in others if speaks(first[at], "money_word")), None)
    left = [at for at in others if at != money]
    unit = printed_unit(first[money]) if money is not None else None
    of_duty = [at for at in left if at < name]
    goals = tuple(at for at in of_duty if (label := find_label(first[at])) and label.kinds & GOAL_KINDS)
    texts_of_duty = tuple(at for at in of_duty if at not in goals)
    notes = tuple(at for at in left if name < at < min(grades))
    return Header(tuple(lines), duty, money, unit, name, texts_of_duty, goals, notes, grades)


def _grades(texts: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """The columns of grades: 优, or 评价标准 优 in one cell."""
    for at, text in texts.items():
        if fold(text)[-1:] in GRADES and (len(fold(text)) == 1 or speaks(text, "grading_word")):
            yield at, fold(text)[-1]
