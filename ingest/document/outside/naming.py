"""Which sentences around the forms of several projects speak of one of them: those that name it and no other."""

import re
from collections.abc import Mapping, Sequence

from ingest.forms.reading import FormReading


def naming(names: Mapping[int, str], project_seq: int, paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs that name a project and none of the others; of one that names several its own sentences.

    ``names`` are those of all projects, as `names_of` gives them.
    """
    own = names.get(project_seq, "")
    texts: list[str] = []
    for paragraph in paragraphs if own else ():
        if own in paragraph:
            others = [name for seq, name in names.items() if seq != project_seq]
            parts = re.split("[。；;]", paragraph) if any(name in paragraph for name in others) else [paragraph]
            texts += [text for text in parts if own in text and not any(name in text for name in others)]
    return texts


def naming_none(found: FormReading, paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs that name no project."""
    names = names_of(found).values()
    return [text for text in paragraphs if not any(name in text for name in names)]


def names_of(found: FormReading) -> dict[int, str]:
    """The names of projects by their number, those that are blank left out."""
    names = {one.project_seq: "".join(one.project_name.split()) for one in found.projects}
    return {seq: name for seq, name in names.items() if name}
