"""Which sentences around the forms of several projects speak of one of them: those that name it and no other."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ingest.forms.reading import FormReading

_ENDING = re.compile("(?:专项)?(?:项目|资金|经费|支出){0,3}$")
# （一）农村饮水改造提升项目, below 二、项目自评情况
_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]")
_TOP = re.compile("[一二三四五六七八九十]{1,3}、")
_SHORT = 6
"""Characters by which a report may call a project shortly: the last ones of its name."""

Calls = Mapping[int, Sequence[str]]
"""By what a report calls each project, by its number: its name first."""


def naming(calls: Calls, project_seq: int, paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs that name a project and none of the others; of one that names several its own sentences.

    So of one that calls it shortly: the rest of the paragraph may be of all projects. Of a sentence that names several
    (甲项目得分95分，乙项目得分92分) those parts count that name it alone. What stands below a heading that is its name
    is of it, up to the next heading.
    """
    own = calls.get(project_seq, ())
    if not any(_says(paragraph, own) for paragraph in paragraphs):
        return []
    others = [call for seq, calls_of_other in calls.items() if seq != project_seq for call in calls_of_other]
    texts: list[str] = []
    headings = {*own[:1], *others}
    is_below = False
    for paragraph in paragraphs:
        heading = _NUMBER.sub("", paragraph)
        if heading in headings or (_TOP.match(paragraph) and not _says(paragraph, own)):
            is_below = heading in own[:1]
        elif is_below and not _says(paragraph, others):
            texts.append(paragraph)
        elif _says(paragraph, own):
            is_its_own = own[0] in paragraph and not _says(paragraph, others)
            for sentence in [paragraph] if is_its_own else re.split("[。；;]", paragraph):
                parts = re.split("[，,]", sentence) if _says(sentence, others) else [sentence]
                texts += [text for text in parts if _says(text, own) and not _says(text, others)]
    return texts


def naming_none(found: FormReading, paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs that name no project."""
    names = _names_of(found).values()
    return [text for text in paragraphs if not _says(text, names)]


def calls_of(found: FormReading) -> Calls:
    """By what a report calls each project: its name, or a part of it that stands in no other name."""
    names = _names_of(found)
    calls: dict[int, tuple[str, ...]] = {}
    for seq, name in names.items():
        others = [other for other_seq, other in names.items() if other_seq != seq]
        stem = _ENDING.sub("", name)
        short = stem[-_SHORT:]
        is_own = len(stem) >= _SHORT and not any(short in other for other in others)
        calls[seq] = (name, short) if is_own else (name,)
    return calls


def _says(text: str, calls: Iterable[str]) -> bool:
    return any(call in text for call in calls)


def _names_of(found: FormReading) -> dict[int, str]:
    """The names of projects by their number, those that are blank left out."""
    names = {one.project_seq: "".join(one.project_name.split()) for one in found.projects}
    return {seq: name for seq, name in names.items() if name}
