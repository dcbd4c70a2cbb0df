"""The list of evaluated projects 绩效自评汇总表 that a file prints beside the forms of some of them."""

from collections.abc import Callable
from dataclasses import replace

from ingest.document.publication import part_of, publication
from ingest.forms.reading import Part, never_continues
from ingest.source.blocks import Source


def with_summary(source: Source, part: Part, is_summary: Callable[[Part], bool]) -> Part:
    """The publication ``part`` of a source with the list outside it; ``part`` itself where there is none."""
    kept = {line.number for line in part.source.lines}
    outside = replace(source, lines=tuple(line for line in source.lines if line.number not in kept))
    if not any(line.is_row for line in outside.lines) or not is_summary(Part(outside, part.texts)):
        return part
    kept |= {line.number for line in publication(outside, part.texts, is_summary, never_continues).lines}
    return Part(part_of(source, [line for line in source.lines if line.number in kept]), part.texts)
