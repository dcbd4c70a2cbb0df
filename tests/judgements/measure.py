"""Every case drawn, read and judged in one warehouse: precision and recall of the rules."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import duckdb

from jixiao.build.run import Progress, build
from tests.drawing.forms.media import printed
from tests.judgements import bounds, faults, goals, pairs, quantities, said, scores, traps
from tests.judgements.content import Content, sound, weigh
from tests.judgements.draw import draw_form
from tests.judgements.publications import publications

PLANTING = (faults, scores, said, traps, goals, pairs, quantities, bounds)
"""The modules that plant faults: each registers what it plants."""
WRITTEN = Path(__file__).parent / "written"
"""Forms written by hand in other layouts and words; `raises.csv` there says what is raised of each."""
MEDIA = {"text": "txt", "html": "html", "xlsx": "xlsx", "docx": "docx"}
AGAIN = 2
"""How often a fault is planted in each kind of form, every time in another layout."""

Raised = set[tuple[str, str]]
"""Files and rules."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A document and what a careful reader raises of it."""

    file_name: str
    content: Content
    raises: tuple[str, ...]


def judgements() -> Iterator[Judgement]:
    """All labelled forms; each bears a number by which its project and department are told from others."""
    number = 0
    for name, planted in faults.FAULTS.items():
        for kind in planted.kinds:
            for again in range(AGAIN):
                random = Random(f"{name} {kind} {again}")
                content = sound(kind, random)
                _tell_apart(content, number)
                planted.plant(content, random)
                if kind != "evaluation" and not content.weights_planted:
                    weigh(content)
                yield Judgement(_file(number), content, planted.raises)
                number += 1
    for name, (raises, made) in pairs.PAIRS.items():
        for again in range(AGAIN):
            first, second = made(Random(f"{name} {again}"))
            for content in (first, second):
                _tell_apart(content, number)
                if content.kind == "plan":
                    weigh(content)
            yield Judgement(_file(number), first, ())
            yield Judgement(_file(number + 1), second, raises)
            number += 2


def _tell_apart(content: Content, number: int) -> None:
    """Bodies and projects of their own, so that no form stands beside another's."""
    place = "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in f"{number:03d}")
    department = content.department.replace("局", f"局{place}分局", 1)
    content.unit = content.unit.replace(content.department, department)
    content.department, content.project = department, f"{place}片区{content.project}"
    content.of(31).name = f"{place}片区群众满意度"


def _file(number: int) -> str:
    return f"{number:03d}.{list(MEDIA.values())[number % len(MEDIA)]}"


def draw_all(folder: Path) -> Raised:
    """Draw every form into a folder, beside those written by hand; gives what a careful reader raises."""
    raised: Raised = set()
    for judgement in judgements():
        name = judgement.file_name
        medium = next(medium for medium, ending in MEDIA.items() if name.endswith(f".{ending}"))
        random = Random(f"drawn {name}")
        (folder / name).write_bytes(printed(draw_form(judgement.content, random), medium, random))
        raised |= {(name, rule) for rule in judgement.raises}
    for name, data, raises in publications():
        (folder / name).write_bytes(data)
        raised |= {(name, rule) for rule in raises}
    return raised | _written(folder)


def _written(folder: Path) -> Raised:
    """The forms written by hand, put into a folder; gives what a careful reader raises of them."""
    with (WRITTEN / "raises.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["file_name"]: row["raises"].split() for row in csv.DictReader(file)}
    for name in listed:
        (folder / name).write_bytes((WRITTEN / name).read_bytes())
    return {(name, rule) for name, rules in listed.items() for rule in rules}


def found_in(warehouse: Path) -> Raised:
    """What the rules raise of the documents of a warehouse; that no year or body is printed is no fault of a form."""
    query = """
        select distinct file_name, rule_code from marts.audit_rule_results
        inner join marts.dim_document using (document_key)
        where outcome = 'finding'
    """
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return set(connection.execute(query).fetchall())


def measure(folder: Path) -> dict[str, "Score"]:
    """Draw, build once, compare: precision and recall by rule."""
    documents, warehouse = folder / "documents", folder / "warehouse.duckdb"
    documents.mkdir()
    due = draw_all(documents)
    outcome = build(documents, warehouse, Progress(stage=lambda _: None, reading=lambda _: lambda _: None))
    assert (outcome.landed, outcome.quarantined) == (len(list(documents.iterdir())), ())
    return scored(due, found_in(warehouse))


@dataclass(slots=True)
class Score:
    """Of a rule: what it raised rightly, raised wrongly, and passed over."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what is raised that a careful reader upholds."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what a careful reader raises that is raised."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def scored(due: Raised, found: Raised) -> dict[str, Score]:
    """Precision and recall by rule."""
    scores_by_rule = {rule: Score() for _, rule in sorted(due | found, key=lambda one: one[1])}
    for one in due | found:
        score = scores_by_rule[one[1]]
        if one in due and one in found:
            score.right += 1
        elif one in found:
            score.wrong += 1
        else:
            score.missed += 1
    return scores_by_rule


def total(by_rule: dict[str, Score]) -> Score:
    """All rules together."""
    every = by_rule.values()
    return Score(sum(s.right for s in every), sum(s.wrong for s in every), sum(s.missed for s in every))


def rows(by_rule: dict[str, Score]) -> list[dict[str, str]]:
    """All rules together, then each: what `docs/judgements.csv` holds."""
    named = [("all rules", total(by_rule)), *by_rule.items()]
    return [
        {
            "rule": name,
            "right": f"{score.right}",
            "wrong": f"{score.wrong}",
            "missed": f"{score.missed}",
            "precision": f"{100 * score.precision:.1f} %",
            "recall": f"{100 * score.recall:.1f} %",
        }
        for name, score in named
    ]
