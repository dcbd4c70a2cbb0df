"""A sample collection: `python -m tests.drawing.sample FOLDER` writes forty drawn documents, so that years and peers show.

Departments go on over years, with gaps: their projects are kept, end and begin, money and targets are raised and lowered. One of them is a PDF. Every file name begins with 示例, drawn; names of projects, amounts and targets are invented.
"""

import sys
from pathlib import Path
from random import Random

from tests.drawing.continued import departments
from tests.drawing.draw import Limits, draw
from tests.drawing.render_labelled import render_labelled
from tests.drawing.render_pdf import render_pdf
from tests.drawing.render_self_evaluation import render_self_evaluation

DOCUMENTS = 40
MARK = "示例"
_SEED = 19
_UPRIGHT = 39
"""Prints a PDF that nobody has to turn."""
_ABOUT = """# 示例文件 Sample documents

These documents were drawn by a program (`tests/drawing/sample.py`). No government published them: the names of projects, the amounts and the
targets are invented. 这些文件由程序虚构，不是任何政府公开的文件：项目名称、金额和指标值都是编造的。
"""


def write_sample(folder: Path) -> None:
    """Write the collection into ``folder``: the same bytes each time. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_text(_ABOUT, encoding="utf-8")
    chosen = Random(_SEED).sample(list(departments(_SEED)), DOCUMENTS - 2)
    on_paper = next(own for own in chosen if own.place.city == "广州市")
    for own in chosen:
        name = f"{MARK}-{Path(own.file_name).stem}"
        if own is on_paper:
            (folder / f"{name}.pdf").write_bytes(render_pdf(own.drawn.text, Random(_UPRIGHT)))
        else:
            (folder / f"{name}.txt").write_bytes(own.drawn.data)
    evaluated = draw(3, "self_evaluation", Limits(units=2, projects=3, indicators=4))
    (folder / f"{MARK}-plan.txt").write_bytes(render_labelled(evaluated, Random(1)).data)
    (folder / f"{MARK}-evaluation.txt").write_bytes(render_self_evaluation(evaluated, Random(2)).data)


if __name__ == "__main__":
    write_sample(Path(sys.argv[1]))
