"""Which sentences around the forms of several projects speak of one of them: those that name it and no other."""

import re
from collections.abc import Iterable, Sequence

from ingest.forms.reading import FormReading

_ENDING = re.compile("(?:专项)?(?:项目|资金|经费|支出){0,3}$")
_SHORT = 6
"""Characters by which a report may call a project shortly: the last ones of its name."""


def naming(found: FormReading, project_seq: int, lines: Sequence[str]) -> list[str]:
    """The lines that name a project and none of the others; of a line that names several its own sentences.

    So of one that calls it shortly: the rest of the line may be of all projects.
    """
    calls = calls_of(found)
    own = calls.pop(project_seq, ())
    others = [call for calls_of_other in calls.values() for call in calls_of_other]
    texts: list[str] = []
    for line in lines if own else ():
        if _says(line, own):
            is_its_own = own[0] in line and not _says(line, others)
            parts = [line] if is_its_own else re.split("[。；;]", line)
            texts += [text for text in parts if _says(text, own) and not _says(text, others)]
    return texts


def naming_none(found: FormReading, lines: Sequence[str]) -> list[str]:
    """The lines that name no project."""
    names = _names_of(found).values()
    return [text for text in lines if not _says(text, names)]


def _says(text: str, calls: Iterable[str]) -> bool:
    return any(call in text for call in calls)


def calls_of(found: FormReading) -> dict[int, tuple[str, ...]]:
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


def _names_of(found: FormReading) -> dict[int, str]:
    """The names of projects by their number, those that are blank left out."""
    names = {one.project_seq: "".join(one.project_name.split()) for one in found.projects}
    return {seq: name for seq, name in names.items() if name}
