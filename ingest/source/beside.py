"""What a file prints beside its text (heads, notes, boxes): what a form needs of it is read, the rest is said."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ingest.source.blocks import Cell, Notice, Row
from ingest.source.printed import fold
from ingest.vocabulary import vocabulary, words

BESIDE = "beside"
"""The code of a text that stands beside the cells and lines of a file and was not read into them."""

_TITLES = ("list_title", "approval_title", "target_title", "evaluation_title", "overall_title")
_MONEY_UNIT = re.compile(r"单位\s*+[：:]\s*+(?:人民币\s*+)?(万元|亿元|千元|元)")
_YEAR = re.compile(r"[（(]?\s*+20\d\d\s*+年度?\s*+[)）]?")
_COLON = re.compile("[：:]")
_LONGEST = 100
_MOST_SAID = 200


def said_beside(where: str, text: str) -> Notice:
    """The notice of a text beside the others; ``where`` it stands is said in words: ``a comment``, ``a text box``."""
    message = f"{where} holds text, which is not read into the cells and lines"
    return Notice(BESIDE, message, " ".join(text.split())[:_MOST_SAID])


class Notes:
    """What stands beside the text read so far, since it was asked for last.

    ``lines`` are those of the whole file that say what a form says above its table.
    """

    def __init__(self) -> None:
        self.waiting: list[tuple[str, str]] = []
        self.lines: list[str] = []

    def add(self, where: str, texts: Iterable[str]) -> None:
        """Take down texts, as `said_beside` says where they stand."""
        for text in texts:
            if facts(text):
                self.lines.append(text)
            elif any(map(str.isalnum, text)):
                self.waiting.append((where, text))

    def said(self) -> Sequence[Notice]:
        """What is said of them, one notice for each place."""
        if not self.waiting:
            return ()
        found, self.waiting = self.waiting, []
        return [said_beside(where, "；".join(text for own, text in found if own == where)) for where in dict(found)]


def facts(text: str) -> dict[str, str]:
    """What a line says as those above a form do, by what it is: title, unit of money, year, or a label filled in."""
    found: dict[str, str] = {}
    if len(text) > _LONGEST:
        return found
    if unit := _MONEY_UNIT.search(text):
        found["unit"] = unit[1]
    folded = fold(text)
    if folded.partition("(")[0].endswith("表") and any(word in folded for word in _titles()):
        found["title"] = folded
    if _YEAR.fullmatch(text.strip()):
        found["year"] = folded
    label, *values = _COLON.split(text, maxsplit=1)
    if values and values[0].strip() and fold(label) in _labels():
        found[fold(label)] = fold(values[0])
    return found


def with_beside(where: str, beside: Iterable[str], rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Notice]]:
    """The rows of a file with those of the lines ``beside`` them that say what no row says; notices of other units.

    They are printed above every page, and stand here above the first table and above those with a title of their own.
    """
    kept, told = _needed(where, beside, (cell.text for row in rows for cell in row.cells))
    if not kept:
        return rows, told
    found: list[Row] = []
    is_due = True
    for row in rows:
        if len(row.cells) == 1:
            is_due = is_due or "title" in facts(row.cells[0].text)
        elif is_due and row.cells:
            found += (Row(row.page, (Cell(line),)) for line in kept)
            is_due = False
        found.append(row)
    if len(found) == len(rows):
        page = rows[0].page if rows else 1
        found = [*(Row(page, (Cell(line),)) for line in kept), *found]
    return found, told


def _needed(where: str, beside: Iterable[str], body: Iterable[str]) -> tuple[list[str], list[Notice]]:
    """The lines that say what the body does not say itself; notices of those that name another unit of money."""
    lines = [(line.strip(), own) for line in dict.fromkeys(beside) if (own := facts(line))]
    known: dict[str, set[str]] = {}
    for text in body if lines else ():
        for kind, value in facts(text).items():
            known.setdefault(kind, set()).add(value)
    kept: list[str] = []
    told: list[Notice] = []
    for line, own in lines:
        if "unit" in own and own["unit"] not in known.get("unit", own["unit"]):
            told.append(said_beside(where, line))
        elif own.keys() - known.keys():
            kept.append(line)
            for kind, value in own.items():
                known.setdefault(kind, set()).add(value)
    return kept, told


@cache
def _titles() -> Sequence[str]:
    return [fold(word) for kind in _TITLES for word in words("form_labels", kind)]


@cache
def _labels() -> frozenset[str]:
    return frozenset(label for row in vocabulary("form_labels") if len(label := fold(row["word"])) > 2)
