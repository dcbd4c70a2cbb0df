"""What the settings of an OpenDocument spreadsheet hide."""

from collections.abc import Iterable

from lxml import etree

from ingest.readers.word.xml import name_of, value


def hides_zeros(roots: Iterable[etree._Element], sheet: str) -> bool:
    """True for a sheet that shows nothing of a zero: by what is set for it, else by what is set for all."""
    found: dict[str | None, bool] = {}
    for item in (own for root in roots for own in root.iter("{*}config-item")):
        if value(item, "name") == "ShowZeroValues":
            around = item.getparent()
            is_entry = around is not None and name_of(around) == "config-item-map-entry"
            found[value(around, "name") if is_entry else None] = (item.text or "").strip() == "false"
    return found.get(sheet, found.get(None, False))
