"""The paper that a form is drawn on: rows of cells, and what they say."""

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from tests.drawing.forms.words import label

Value = str | int | Decimal | None
Key = tuple[str, str, str]
"""A fact's kind, the project it is of (blank: of the document), and what it is of there (a source, a name …)."""


@dataclass(slots=True)
class Said:
    """One fact: its values by field, and the texts in which it is printed."""

    values: dict[str, Value]
    texts: list[str]


@dataclass(slots=True)
class Truth:
    """Everything that a drawn document says."""

    year: int
    department: str
    facts: dict[Key, Said] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)

    def say(self, kind: str, project: str, what: str, texts: list[str], **values: Value) -> None:
        """Take down a fact."""
        self.facts[kind, project, what] = Said(values, [text for text in texts if text])


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells; ``is_spread`` where cells take the blank ones behind them, ``carried`` columns merged down."""

    cells: tuple[str, ...]
    is_spread: bool = True
    carried: frozenset[int] = frozenset()


@dataclass(slots=True)
class Sheet:
    """One form: its title, the lines above its table, and its rows; a text among the rows is a paragraph."""

    title: str
    lines: list[str] = field(default_factory=list)
    rows: list[Row | str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document prints its forms, alike in all of them."""

    width: int
    unknown: float
    unit: str
    unit_place: str  # header, label, cell
    is_wrapped: bool
    has_block: bool
    codes: str  # none, brackets, dash, behind, behind_brackets
    numbering: bool
    is_short: bool
    grid: "GridManner"


@dataclass(frozen=True, slots=True)
class GridManner:
    """The columns of grids: their roles in order, and how rows print them."""

    roles: tuple[str, ...]
    is_merged: bool
    is_shifted: bool
    numbers_names: bool
    weight_in_level: bool


class Pen:
    """Draws one form: rows, labels and amounts in the document's manner."""

    def __init__(self, random: Random, manner: Manner, truth: Truth, sheet: Sheet, labels: dict[str, str]) -> None:
        self.random, self.manner, self.truth, self.sheet = random, manner, truth, sheet
        self._labels = labels
        self.used: set[str] = set()
        self.project = ""

    def chance(self, share: float) -> bool:
        """True in ``share`` of the draws."""
        return self.random.random() < share

    def row(self, cells: dict[int, str], *, is_spread: bool = True, carried: frozenset[int] = frozenset()) -> None:
        """Draw a row of cells by column."""
        filled = tuple(cells.get(column, "") for column in range(self.manner.width))
        assert max(cells) < self.manner.width
        self.sheet.rows.append(Row(filled, is_spread, carried))

    def paragraph(self, text: str) -> None:
        """Draw a line outside of the table."""
        self.sheet.rows.append(text)

    def label(self, kind: str, part: str = "") -> str:
        """The document's label of a kind; the same in all its forms, and used once in one form."""
        key = f"{kind} {part}"
        for _ in range(200):
            text = self._labels.setdefault(key, label(self.random, kind, self.manner.unknown))
            if text not in self.used:
                break
            self._labels.pop(key)
        self.used.add(text)
        self.truth.labels.add(text)
        return text

    def printed(self, text: str, width: int = 5) -> str:
        """A label as it stands in its cell, perhaps wrapped."""
        if not self.manner.is_wrapped or len(text) <= width:
            return text
        return " ".join(text[at : at + width] for at in range(0, len(text), width))

    def money_label(self, text: str) -> str:
        """A label of money with its unit where labels print it."""
        return text + (f"（{self.manner.unit}）" if self.manner.unit_place == "label" else "")

    def amount(self, wan: Decimal) -> str:
        """An amount of 万元 as printed."""
        unit = self.manner.unit
        number = {"万元": wan, "元": wan * 10000, "亿元": wan / 10000}[unit]
        if number == number.to_integral() and self.manner.is_short:
            text = f"{int(number)}"
        else:
            text = f"{number:,.2f}" if unit != "亿元" else f"{number.normalize():f}"
        return text + (unit if self.manner.unit_place == "cell" else "")

    @property
    def half(self) -> int:
        """The column of the second label of a row."""
        return self.manner.width // 2 + 1

    @property
    def value_column(self) -> int:
        """The column of the first value of a row."""
        return 2 if self.manner.has_block else 1
