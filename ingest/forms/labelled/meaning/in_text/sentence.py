"""Amounts that one cell says in a sentence: 总额420万元，其中财政拨款400万元，其他资金20万元."""

import re
from typing import NamedTuple

from ingest.forms.labelled.labels import AMOUNT_KINDS, find_label, speaks
from ingest.grammar.amounts import read_wan
from ingest.grammar.government_levels import level_named
from ingest.source.printed import Printed
from ingest.vocabulary import words

_SAID = re.compile(
    r"(?P<label>[^\d：:]{0,16}?)[：:]?\s{0,8}+(?<![\d,.])"
    r"(?P<amount>\d[\d,]*+(?:\.\d++)?\s*+(?:万元|亿元|千元|元|万(?![^，,；;。、（）()\s])))"
)
_BARE = re.compile(
    r"(?P<label>[^\d：:]{0,16}?)[：:]?\s{0,8}+(?<![\d,.])(?P<amount>\d[\d,]*+(?:\.\d++)?)(?=[，,；;。、（）()\s]|$)"
)
# 合计210其中：省补150县配60
_RUN_ON = re.compile(
    r"(?P<label>[^\d：:]{2,12}?)[：:]?\s{0,8}+(?<![\d,.])(?P<amount>\d[\d,]*+(?:\.\d++)?)(?![\d,.%％万亿千元])"
)
_YEAR = re.compile(r"\s*+20\d\d\s*+年?度?")
OF_YEAR = re.compile(r"(?<![\d\-~至到.])20\d\d\s?年度?(?!\s?\d)(?![\-~至到])")
_SEPARATORS = "，,；;。、（）():： "
_OF_WHICH = "其中"
_FEWEST = 2
_UNIT = "万元"  # every amount prints its own, or none does
_OTHER_SOURCES = frozenset(("source_other", "source_special_account"))


class SaidAmount(NamedTuple):
    """An amount of a sentence: the kind that its words say, None for the first without any; label, amount."""

    kind: str | None
    label: Printed
    amount: Printed


def amounts_said(text: Printed, is_of_total: bool) -> list[SaidAmount]:
    """The amounts of a sentence, its total first; none where a part of it is no amount with its unit and source.

    Sources that are all 财政拨款 must add up to it below the label of a total: ``is_of_total``. Without units the
    sources are those that do.
    """
    found = _amounts(text, _SAID) or _told_by_sum(_amounts(text, _BARE))
    kinds = [said.kind for said in found[1:]]
    is_told = None not in kinds and any(kind in _OTHER_SOURCES for kind in kinds)
    return found if is_told else _told_by_sum(found) if is_of_total else []


def sums_said(text: Printed) -> list[SaidAmount]:
    """As `amounts_said`, of known sources that add up to the total; none of any others."""
    return _told_by_sum(_amounts(text, _SAID) or _amounts(text, _BARE))


def sums_of_year(text: Printed, year: int | None) -> tuple[int, list[SaidAmount]]:
    """Where a text ends with amounts of ``year`` behind others, and these, their sum proved; nothing else.

    `资金总额：720 财政拨款：600 2025年度申请资金：240（财政拨款200，自有资金40）`
    """
    starts = [found.start() for found in OF_YEAR.finditer(text.text)] if year is not None else []
    if len(starts) != 1 or not starts[0] or text.text[starts[0] : starts[0] + 4] != str(year):
        return 0, []
    return starts[0], sums_said(text[starts[0] :])


def sums_run_on(text: Printed) -> list[SaidAmount]:
    """As `sums_said`, of amounts without units and without anything between them; a level tells fiscal money."""
    return _told_by_sum(_amounts(text, _RUN_ON))


def _told_by_sum(found: list[SaidAmount]) -> list[SaidAmount]:
    """The amounts of which known sources add up to the first; none of any others."""
    values = [read_wan(own.amount.text, _UNIT) for own in found]
    known = [value for value in values if value is not None]
    is_told = all(own.kind is not None for own in found[1:])
    return found if is_told and len(known) == len(found) >= _FEWEST and known[0] == sum(known[1:]) else []


def _amounts(text: Printed, pattern: re.Pattern[str]) -> list[SaidAmount]:
    """The amounts of a sentence that holds nothing else, its total first; none of any other.

    What is said beside the total (不含上年结转20万元) is no part of it, and nobody can say what the rest is.
    """
    found: list[SaidAmount] = []
    end = year.end() if (year := _YEAR.match(text.text)) else 0
    for part in pattern.finditer(text.text, end):
        if text.text[end : part.start()].strip(_SEPARATORS + _OF_WHICH):
            return []
        label = text[part.start("label") : part.end("label")].strip(_SEPARATORS)
        if speaks(label.text, "besides_word"):
            return []
        found.append(SaidAmount(kind_said(label.text), label, text[part.start("amount") : part.end("amount")]))
        end = part.end()
    is_whole = not text.text[end:].strip(_SEPARATORS) and len(found) >= _FEWEST
    is_of_year = bool(found) and found[0].kind == "annual_total"
    if found and not is_of_year and found[0].label.text.endswith(words("form_labels", "midterm_total")):
        return []  # the money of the whole project, and nobody can say what is the year's
    is_total = bool(found) and (found[0].kind in (None, "annual_total") or not found[0].label)
    return found if is_whole and (is_total or (len(found) > _FEWEST and _told_by_sum(found))) else []


def between(text: Printed, said: list[SaidAmount]) -> list[Printed]:
    """What a sentence prints around its amounts."""
    starts = [text.at.index(own.amount.at[0]) for own in said]
    ends = [start + len(own.amount.text) for start, own in zip(starts, said, strict=True)]
    parts = [text[low:high] for low, high in zip([0, *ends], [*starts, len(text.text)], strict=True)]
    return [stripped for part in parts if (stripped := part.strip())]


def kind_said(label: str) -> str | None:
    """The kind of an amount by its label: as the vocabulary has it, else the source that its words speak of."""
    bare = label.removeprefix(_OF_WHICH).strip(_SEPARATORS)
    found = find_label(bare) if bare else None
    known = found.kinds & AMOUNT_KINDS if found is not None else frozenset()
    if known:
        return min(known)
    sources = ("special_account", "other", "fiscal")
    said = next((f"source_{source}" for source in sources if bare and speaks(bare, f"{source}_word")), None)
    return "source_fiscal" if said is None and bare and level_named(bare) is not None else said
