"""Documents as the tests draw them: PDF turned every way, departments over years with gaps, a year printed twice, a plan
and its evaluation."""

from pathlib import Path
from random import Random

from tests.drawing.corpus import corpus
from tests.drawing.draw import Limits, draw
from tests.drawing.render_labelled import render_labelled
from tests.drawing.render_pdf import render_pdf
from tests.drawing.render_self_evaluation import render_self_evaluation
from tests.drawing.strategies import drawn

PDFS = range(1, 5)


def write_documents(folder: Path) -> None:
    """Write all of them: ``pdf-*.pdf``, ``plan.txt`` and ``evaluation.txt``, a corpus of text files, one printed again."""
    for seed in PDFS:
        text = drawn(seed, "table", Limits(2, 4, 4)).text
        (folder / f"pdf-{seed}.pdf").write_bytes(render_pdf(text, Random(seed)))
    document = draw(3, "self_evaluation", Limits(units=2, projects=3, indicators=4))
    (folder / "plan.txt").write_bytes(render_labelled(document, Random(1)).data)
    (folder / "evaluation.txt").write_bytes(render_self_evaluation(document, Random(2)).data)
    for published in corpus(11):
        (folder / published.file_name).write_bytes(published.drawn.data)
        if published.place.code == "440100" and published.body.function == "教育":
            again = published.drawn.text.replace("\n", "\n\n", 1)
            (folder / f"again-{published.file_name}").write_text(again, encoding="utf-8")
