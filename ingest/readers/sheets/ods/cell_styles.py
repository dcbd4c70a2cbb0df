"""What the styles of cells decide in an OpenDocument spreadsheet: number formats, conditions, white on nothing."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from lxml import etree

from ingest.readers.sheets.conditional.formulas import Values
from ingest.readers.sheets.conditional.looks import WHITE, Look, Rule
from ingest.readers.sheets.conditional.open_document import rules_of, rules_of_table
from ingest.readers.sheets.ods.data_styles import number_formats
from ingest.readers.word.xml import child, value

_DEEPEST = 20
_PAPER = ("#ffffff", "white", "transparent")


class CellStyles:
    """The styles of the cells of a document, those of its content and the common ones."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        roots = list(roots)
        self._formats = number_formats(roots)
        own = [style for root in roots for style in root.iter("{*}style") if value(style, "family") == "table-cell"]
        # The conditions of tables name a style as it is displayed, all else as it is coded.
        self._styles = {shown: style for style in own if (shown := value(style, "display-name"))}
        self._styles |= {value(style, "name") or "": style for style in own}
        self.look: Callable[[str], Look] = cache(self._look)
        """What a style and its parents set; a number format that is not understood is blank."""

    @property
    def have_conditions(self) -> bool:
        """True where a style says what is shown under a condition."""
        return any(child(style, "map") is not None for style in self._styles.values())

    def rules_of_table(self, table: etree._Element, values: Values) -> list[Rule]:
        """The conditions of a table with the looks that they give."""
        return list(rules_of_table(table, self.look, values))

    def rules(self, name: str, values: Values) -> list[Rule]:
        """The conditions of a style with the looks that they give."""
        maps = (own for style in self._chain(name) for own in style.iterchildren("{*}map"))
        return list(rules_of(maps, self.look, values))

    def _look(self, name: str) -> Look:
        found = Look()
        for style in self._chain(name):
            data_style = value(style, "data-style-name")
            colour = value(child(style, "text-properties"), "color")
            ground = value(child(style, "table-cell-properties"), "background-color")
            own = Look(
                None if data_style is None else self._formats.get(data_style, ""),
                _colour(colour),
                _colour(ground),
            )
            found = found.over(own)
        return found

    def _chain(self, name: str) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):  # styles may have one another as parents
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style, "parent-style-name") or ""


def _colour(printed: str | None) -> str | None:
    return WHITE if printed is not None and printed.lower() in _PAPER else printed
