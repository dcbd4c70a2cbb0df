"""The list of indicators in one text, however its levels are written."""

from functools import lru_cache

from ingest.grammar.lists.bracketed import is_bracketed_list, read_bracketed_list
from ingest.grammar.lists.levelled import is_levelled_list, read_levelled_list
from ingest.grammar.lists.numbered import IndicatorList, find_head, holds_several, read_indicator_list
from ingest.source.printed import Printed


def is_list(text: str) -> bool:
    """True for indicators with their levels: `【产出指标-数量指标】…`, `1、1-产出指标；…`, `产出指标-数量指标：…`."""
    return is_bracketed_list(text) or is_levelled_list(text) or find_head(text) is not None


def holds_list(text: str) -> bool:
    """True for such a text, unless it is the name of one indicator with its levels, whose target stands elsewhere."""
    if not is_list(text):
        return False
    if not is_levelled(text) and not is_bracketed_list(text) and holds_several(text):
        return True
    items = read_list(Printed(text, range(len(text))), text)[0].items
    return len(items) > 1 or any(item.annual or item.cycle for item in items)


@lru_cache(maxsize=64)  # a cell is asked several times while its row is read
def is_levelled(text: str) -> bool:
    """True where both levels stand before names, unless brackets hold the values: 【产出指标-数量指标】指标1:名(值)."""
    if not is_levelled_list(text):
        return False
    printed = Printed(text, range(len(text)))
    return not is_bracketed_list(text) or not all(item.annual for item in read_bracketed_list(printed).items)


def read_list(printed: Printed, source: str) -> tuple[IndicatorList, bool]:
    """The list of a cell in the text of a file, and whether its items are numbered from the first to the last."""
    if is_levelled(printed.text):
        return read_levelled_list(printed, source), False
    if is_bracketed_list(printed.text):
        return read_bracketed_list(printed), False
    return read_indicator_list(printed), True
