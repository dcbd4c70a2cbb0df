"""The list of projects (绩效自评汇总表, 绩效目标清单) that a file prints beside the forms of some of them."""

from dataclasses import replace

from ingest.document.publication import part_of, publication
from ingest.forms.labelled.evidence import project_names
from ingest.forms.reading import Form, Part, never_continues
from ingest.grammar.codes import split_code
from ingest.source.blocks import Source
from ingest.source.printed import Printed, fold
from ingest.vocabulary import words


def with_summary(source: Source, part: Part, form: Form) -> Part | None:
    """The publication ``part`` of a source with the list ``form`` in it, or outside it; None where there is none."""

    def is_summary(asked: Part) -> bool:
        return form.name in form.evidence(asked)

    if any(word in part.source.text for word in words("form_labels", "summary_title")) and is_summary(part):
        return part
    kept = {line.number for line in part.source.lines}
    outside = replace(source, lines=tuple(line for line in source.lines if line.number not in kept))
    if not any(line.is_row for line in outside.lines) or not is_summary(Part(outside, part.texts)):
        return None
    listed = publication(outside, part.texts, is_summary, never_continues, never_continues)
    if form.name != "self_evaluation" and not _names_all(part, listed):
        return None  # its money would be counted twice, under another name
    kept |= {line.number for line in listed.lines}
    return Part(part_of(source, [line for line in source.lines if line.number in kept]), part.texts)


def _names_all(part: Part, listed: Source) -> bool:
    """True for a list that names the project of every form of the publication."""
    named = {fold(name) for line in part.source.lines for name in project_names(part.texts[line.number])}
    texts = {text for line in listed.lines for text in part.texts[line.number].values()}
    return named <= {fold(split_code(Printed(text, range(len(text)))).name.text) for text in texts}
