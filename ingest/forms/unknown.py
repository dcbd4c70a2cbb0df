"""Why a document is no known form, in words of the reader: what it holds instead, or where the form may be."""

import re

from ingest.errors import DocumentRejected
from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.grid.lines import labels_within
from ingest.forms.labelled.labels import grid_column
from ingest.grammar.labels import is_level2, level2_code
from ingest.grammar.table_titles import is_title_of_table
from ingest.source.blocks import Line, Source
from ingest.source.printed import Texts, fold
from ingest.vocabulary import words

_ENDING = re.compile(r"\.(?:pdf|docx?|xlsx?|ofd|wps|et|zip|rar|7z)(?![A-Za-z0-9])", re.IGNORECASE)
_ATTACHMENT = re.compile(rf"[^\s：:，,、；;<>\"'“”]{{1,80}}{_ENDING.pattern}", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp|tiff?)$", re.IGNORECASE)
_COUNTED = "0123456789（）()_- "
_MOST_NAMED = 4
_LINES_BELOW = 4
_FEWEST = 3  # labels of levels, each alone in its line
_LEVELS = ("level1", "level2", "level3")


def unknown_form(source: Source, texts: Texts) -> DocumentRejected:
    """The rejection of a document in which no form is found."""
    tables = _tables(source, texts)
    forms = [(title, page) for title, page in tables if is_title(title)]
    if any(_stands_above_a_table(source, texts, title) for title, _ in forms):
        return _no_form_below(*forms[0])
    pictures = [name for name in source.pictures if _is_form(name)]
    if pictures:
        named = "、".join(pictures[:_MOST_NAMED])
        return DocumentRejected(
            "unknown_form",
            f"the page shows its forms as pictures, which it does not hold: {named}",
            expected="the pictures themselves among the documents, as PDF",
        )
    if sum(_is_indicator(line, texts) for line in source.lines) > 1:
        return DocumentRejected(
            "unknown_form",
            "goals and indicators stand in prose, and nothing says beyond doubt of which project each is",
            expected="a title that names the project, or numbered paragraphs that each name one",
        )
    if (apart := _cells_not_apart(source, texts)) is not None:
        return apart
    lines = filter(_ENDING.search, source.text.split("\n"))
    named_within = (found[0] for line in lines for found in _ATTACHMENT.finditer(line))
    attachments = source.attachments or tuple(dict.fromkeys(named_within))
    if attachments:
        named = "、".join(attachments[:_MOST_NAMED])
        return DocumentRejected(
            "unknown_form",
            f"no performance form in this file; it names an attachment that is not in it: {named}",
            expected="the attachment itself among the documents",
        )
    if forms:
        return _no_form_below(*forms[0])
    if tables:
        held = ", ".join(f"{title} (page {page})" for title, page in tables[:_MOST_NAMED])
        more = f" and {len(tables) - _MOST_NAMED} more" if len(tables) > _MOST_NAMED else ""
        return DocumentRejected("unknown_form", f"no performance form in this file; it holds {held}{more}")
    first = next((text for line in source.text.splitlines() if (text := line.strip())), "")
    return DocumentRejected(
        "unknown_form",
        "no performance form in this file: neither a title nor a table of one is found",
        expected="绩效目标表, 绩效自评表 or a table of indicators",
        found=first[:60],
    )


def _cells_not_apart(source: Source, texts: Texts) -> DocumentRejected | None:
    """Why a form is not read whose cells a text prints without what parts them; None where it prints no such form."""
    lines = [text for line in source.lines if (text := _only_text(line, texts))]
    columns = [grid_column(text) for text in lines]
    levels = {level2_code(text) for text in lines if is_level2(text)}
    if len(levels) >= _FEWEST or any(columns[at : at + len(_LEVELS)] == [*_LEVELS] for at in range(len(columns))):
        return DocumentRejected(
            "unknown_form",
            "the cells of a form stand a line each, and some are missing: nobody can say which belong together",
            expected="the table itself, or each row of it in one line, its cells parted by tabs or bars",
        )
    together = next((text for text in lines if all(_holds(fold(text), level) for level in _LEVELS)), None)
    if together is None:
        return None
    return DocumentRejected(
        "unknown_form",
        "the cells of a form stand in one line, and at most blanks part them",
        expected="the table itself, or each row of it in one line, its cells parted by tabs or bars",
        found=together[:60],
    )


def _holds(text: str, level: str) -> bool:
    return any(word in text for word in words("form_labels", f"grid_{level}"))


def _is_indicator(line: Line, texts: Texts) -> bool:
    """True for a line of prose with levels of the framework and numbers: 数量指标：购置设备≥5台."""
    text = "" if line.is_row else _only_text(line, texts)
    return next(labels_within(text), None) is not None and any(map(str.isdigit, text))


def _is_form(picture: str) -> bool:
    """True for a picture called as a form: 项目支出绩效目标表1.jpg, 项目支出绩效目标表（2）."""
    return is_title(_PICTURE.sub("", picture).rstrip(_COUNTED))


def _no_form_below(title: str, page: int) -> DocumentRejected:
    return DocumentRejected(
        "unknown_form",
        f"{title} is printed (page {page}), but neither the name of a project nor a table of indicators is found",
        expected="项目名称 with a name, or a header such as 一级指标, 二级指标, 三级指标",
    )


def _stands_above_a_table(source: Source, texts: Texts, title: str) -> bool:
    """True where a row of a table follows a line that prints the title, a few lines between them."""
    places = [place for place, line in enumerate(source.lines) if fold(_only_text(line, texts)) == title]
    return any(
        line.is_row and len(texts[line.number]) > 1
        for place in places
        for line in source.lines[place + 1 : place + 1 + _LINES_BELOW]
    )


def _tables(source: Source, texts: Texts) -> list[tuple[str, int]]:
    """Titles of tables and the pages on which they first stand."""
    found: dict[str, int] = {}
    for line in source.lines:
        text = _only_text(line, texts)
        if is_title_of_table(text):
            found.setdefault(fold(text), line.page)
    return list(found.items())


def _only_text(line: Line, texts: Texts) -> str:
    """The text of a line with one filled cell; nothing for another line."""
    filled = list(texts[line.number].values())
    return filled[0] if len(filled) == 1 else ""
