"""Tables beside forms under titles of their own that are none of a form: 事前绩效评估表, 评价指标评分表, 收支预算表."""

from itertools import takewhile

from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.labels import find_label, fold_label, grid_column
from ingest.forms.labelled.signs import signs_of
from ingest.forms.reading import Part
from ingest.grammar.table_titles import is_title_of_table
from ingest.source.printed import fold
from ingest.vocabulary import words

_HEADER = 2


def is_other_table(part: Part) -> bool:
    """True for a table under a title of its own whose header, of one row or two, has no label that a form prints.

    One that scores 决策 and 过程 is none of a form either, whatever its header: they are no levels of indicators.
    """
    rows = [part.texts[line.number] for line in part.source.lines if line.is_row and part.texts[line.number]][:_HEADER]
    is_titled = any(is_title_of_table(text) and (not is_title(text) or _is_of_scores(text)) for text in _above(part))
    if not is_titled or not rows:
        return False
    names_level = any(signs_of(text).names_level for own in rows for text in own.values())
    is_of_form = names_level or any(map(_is_of_form, rows[0].values()))
    return not is_of_form or _scores_decisions(part)


def scores_decisions_alone(part: Part) -> bool:
    """True for such a table of scores whose title could be that of a form: 绩效评价指标评分表."""
    return any(is_title(text) and _is_of_scores(text) for text in _above(part)) and _scores_decisions(part)


def _above(part: Part) -> list[str]:
    """The lines above the table of a part."""
    source, above = part.source, takewhile(lambda line: not line.is_row, part.source.lines)
    return [source.text[line.span.start : line.span.end].strip() for line in above]


def _is_of_scores(title: str) -> bool:
    return fold(title).endswith(words("form_labels", "scoring_title"))


def _scores_decisions(part: Part) -> bool:
    """True for a table whose rows print every stage of a project that an evaluation scores before its output."""
    printed = {fold_label(text) for line in part.source.lines for text in part.texts[line.number].values()}
    return printed.issuperset(words("form_labels", "scored_stage"))


def _is_of_form(text: str) -> bool:
    """True for the label of anything that a form prints outside its grid."""
    label = find_label(text)
    return label is not None and "grid" not in label.kinds and grid_column(text) is None
