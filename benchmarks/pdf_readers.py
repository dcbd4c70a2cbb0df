"""Our PDF reader beside pdfplumber, camelot and PyMuPDF on the same PDFs: cells right, tables whole, pages a second.

    python -m benchmarks.pdf_readers [--documents 20] [--seed 0] [--json FILE]

The PDFs are drawn documents (`tests/drawing`) whose cells are known. A cell is right where its text, without white
space, stands in its row and column of its page's table; a text is right where it stands anywhere on its page as one
cell; a table is whole where its page has these cells and no others. Half of the documents embed their font, half only
name it; some are printed sideways. Tables that rules do not frame are pages of their own, a class each. Each reader
gets each document in turn in one run, and seconds are of the processor, so that ratios hold on a busy machine too. Ours
are those of the whole reading, pages joined; the others' those of finding the tables.
"""

import argparse
import gc
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pypdfium2

from benchmarks.embedded_font import register_font
from benchmarks.pdf_peers import READERS, CellKey, squash
from ingest.readers.pdf.reader import read_pdf
from tests.drawing.loose_tables import draw_loose_table
from tests.drawing.pdf_layout import PdfPage, PdfTable, lay_out
from tests.drawing.render_pdf import FONT, draw_manner, print_pages
from tests.drawing.strategies import drawn

LAYOUTS = ("table", "approval")
CLASSES = {
    "rules between rows only": ("rows",),
    "rules between columns only": ("columns",),
    "rules around the header only": ("head",),
    "shading": ("zebra", "cells"),
    "wide bars": ("bars",),
    "no rules": ("none",),
}
"""Tables that are not ruled all round, by class: the kinds of `draw_loose_table`."""
PAGES_OF_A_CLASS = 5
"""For each document of a form."""
GROUPS = ("all", "upright", "sideways", "font embedded", "font only named", *CLASSES)


@dataclass
class Score:
    """What one reader got right, over how many cells and pages, in how many seconds."""

    cells: int = 0
    cells_right: int = 0
    texts_right: int = 0
    cells_found: int = 0
    tables: int = 0
    tables_whole: int = 0
    pages: int = 0
    seconds: float = 0.0
    failed: list[str] = field(default_factory=list)


def true_cells(pages: list[PdfPage]) -> Iterator[CellKey]:
    """Page, table, row, column and text of every filled cell, rows and columns as the rules of its page make them."""
    for number, page in enumerate(pages, start=1):
        for order, table in enumerate(block for block in page.blocks if isinstance(block, PdfTable)):
            begun = {cell.column for row in table.rows for cell in row.cells}
            columns = {edge: index for index, edge in enumerate(sorted(begun))}
            drawn_rows = [row for row in table.rows if row.cells]
            for index, row in enumerate(drawn_rows):
                for cell in row.cells:
                    if cell.lines:
                        yield number, order, index, columns[cell.column], squash(cell.text)


@dataclass(frozen=True)
class _Drawn:
    """A PDF to read: what it is called, its bytes, true cells, pages and groups."""

    name: str
    data: bytes
    truth: Counter[CellKey]
    pages: int
    groups: Sequence[str]


def measure(documents: int, seed: int, font: str) -> dict[str, dict[str, Score]]:
    """Scores by group of documents and reader; ``font`` is the one to embed."""
    scores = {group: {name: Score() for name in READERS} for group in GROUPS}
    for one in (*_ruled(documents, seed, font), *_loose(documents, seed)):
        for name, reader in READERS.items():
            _try(name, reader, one, [scores[group][name] for group in one.groups])
        print(f"{one.name}: {one.pages} pages", file=sys.stderr)
    return scores


def _ruled(documents: int, seed: int, font: str) -> Iterator[_Drawn]:
    for layout in LAYOUTS:
        for number in range(seed, seed + documents):
            random = Random(f"benchmark {layout} {number}")
            is_embedded = number % 2 == 0
            manner = draw_manner(random, font if is_embedded else FONT)
            pages = lay_out(drawn(number, layout).text, manner, random)
            data = print_pages(pages, manner, random)
            groups = (
                "all",
                "upright" if _is_upright(data) else "sideways",
                "font embedded" if is_embedded else "font only named",
            )
            yield _Drawn(f"{layout} {number}", data, Counter(true_cells(pages)), len(pages), groups)


def _loose(documents: int, seed: int) -> Iterator[_Drawn]:
    for name, kinds in CLASSES.items():
        for number in range(seed, seed + documents * PAGES_OF_A_CLASS):
            random = Random(f"benchmark {name} {number}")
            table = draw_loose_table(random, kinds[number % len(kinds)], wraps=number % 2 == 1)
            cells = (
                (1, 0, row, column, squash(text))
                for row, texts in enumerate(table.rows)
                for column, text in enumerate(texts)
                if text
            )
            yield _Drawn(f"{name} {number}", table.data, Counter(cells), 1, (name,))


def _is_upright(data: bytes) -> bool:
    document = pypdfium2.PdfDocument(data)
    return all(document[index].get_rotation() == 0 for index in range(len(document))) and all(
        item.get_matrix().b == 0 for item in document[0].get_objects() if item.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT
    )


def _try(
    name: str,
    reader: Callable[[bytes], Iterator[CellKey]],
    drawn: _Drawn,
    scores: list[Score],
) -> None:
    failure, found = None, Counter[CellKey]()
    # No reader pays for what the others have left behind.
    gc.collect()
    gc.freeze()
    start = time.process_time()
    try:
        if name == "jixiao":
            read_pdf(drawn.data, "benchmark.pdf")
            seconds = time.process_time() - start
            found = Counter(reader(drawn.data))
        else:
            found = Counter(reader(drawn.data))
            seconds = time.process_time() - start
    except Exception as error:
        seconds = time.process_time() - start
        failure = f"{type(error).__name__}: {error}"[:120]
    truth = drawn.truth
    tables = {key[:2] for key in truth}
    for score in scores:
        score.cells += truth.total()
        score.tables += len(tables)
        score.tables_whole += sum(_of_table(truth, key) == _of_table(found, key) for key in tables)
        score.cells_found += found.total()
        score.cells_right += (truth & found).total()
        score.texts_right += (_texts(truth) & _texts(found)).total()
        score.pages += drawn.pages
        score.seconds += seconds
        if failure:
            score.failed.append(failure)


def _of_table(cells: Counter[CellKey], table: tuple[int, int]) -> Counter[CellKey]:
    return Counter({key: count for key, count in cells.items() if key[:2] == table})


def _texts(cells: Counter[CellKey]) -> Counter[tuple[int, str]]:
    texts: Counter[tuple[int, str]] = Counter()
    for (page, _, _, _, text), count in cells.items():
        texts[page, text] += count
    return texts


def report(scores: dict[str, dict[str, Score]]) -> dict[str, dict[str, dict[str, float]]]:
    """The figures by group and reader; ratios are to pdfplumber's pages a second."""
    figures: dict[str, dict[str, dict[str, float]]] = {}
    for group, by_reader in scores.items():
        base = by_reader["pdfplumber"]
        figures[group] = {
            name: {
                "pages": score.pages,
                "cells": score.cells,
                "cells_right": score.cells_right,
                "cells_right_share": round(score.cells_right / score.cells, 5) if score.cells else 0.0,
                "texts_right_share": round(score.texts_right / score.cells, 5) if score.cells else 0.0,
                "cells_found": score.cells_found,
                "tables": score.tables,
                "tables_whole_share": round(score.tables_whole / score.tables, 5) if score.tables else 0.0,
                "failed": len(score.failed),
                "pages_a_second": round(score.pages / score.seconds, 2) if score.seconds else 0.0,
                "times_pdfplumber": round(base.seconds / score.seconds, 2) if score.seconds else 0.0,
            }
            for name, score in by_reader.items()
        }
    return figures


def markdown(figures: dict[str, dict[str, dict[str, float]]]) -> str:
    """The figures as tables."""
    lines = []
    for group, by_reader in figures.items():
        first = next(iter(by_reader.values()))
        lines += [f"### {group}: {first['pages']} pages, {first['cells']} cells", ""]
        lines += [
            "| reader | cells right | tables whole | texts right | pages/s | × pdfplumber | failed |",
            "|---|---|---|---|---|---|---|",
        ]
        for name, row in by_reader.items():
            shares = " | ".join(
                f"{row[f'{what}_share']:.2%}" for what in ("cells_right", "tables_whole", "texts_right")
            )
            lines.append(
                f"| {name} | {shares} | {row['pages_a_second']} | {row['times_pdfplumber']} | {row['failed']} |"
            )
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20, help="documents of each form")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        font = register_font(Path(folder))
        figures = report(measure(arguments.documents, arguments.seed, font))
    print(markdown(figures))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
