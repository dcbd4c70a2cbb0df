"""The landed rows of a document as a whole: its reading, its text, where the text stands on the page."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from ingest.rows.types import Digits, Money, Points


@dataclass(slots=True, unsafe_hash=True)
class DocumentRow:
    """One reading of a published document."""

    table: ClassVar[str] = "documents"

    sha256: Annotated[str, "digest of the document's bytes"]
    parser_version: Annotated[str, "digest of the code and vocabularies that read it"]
    manifest_digest: Annotated[str | None, "digest of the document's row in documents.csv"]
    file_name: Annotated[str, "path below the documents folder"]
    medium: Annotated[str, "kind of file: a key of the table of readers"]
    encoding: Annotated[str, "character encoding the bytes were decoded with"]
    form: Annotated[str, "published form: list_table, approval_form, target_form or self_evaluation"]
    layout: Annotated[str, "how the form was laid out: table, flow, or rows (a list of projects, an indicator a row)"]
    title: Annotated[str | None, "printed title"]
    place_code: Annotated[str, "GB/T 2260 code of the government whose budget it is, six digits"]
    city_code: Annotated[str, "GB/T 2260 code of its city, six digits"]
    place_basis: Annotated[str, "printed, outside (the forms, in the same file), file_name or manifest"]
    department_name: Annotated[str, "budget department 部门名称, as printed"]
    department_basis: Annotated[str, "printed, outside, file_name, inferred, several (stands for several) or manifest"]
    budget_year: Annotated[int, "budget year 预算年度"]
    year_basis: Annotated[str, "printed, outside, file_name, inferred or manifest"]
    year_evidence: Annotated[str, "the words the year was read or inferred from"]
    money_unit: Annotated[str, "unit of the printed amounts: 万元 or 元"]
    money_unit_basis: Annotated[str, "printed, or assumed where the document prints none"]
    printed_total_wan: Annotated[Money | None, "合计 as printed, 万元; null where none is printed"]
    url: Annotated[str | None, "where it was published (manifest)"]
    published_on: Annotated[date | None, "when it was published (manifest)"]
    pages: Annotated[int, "pages"]
    lines: Annotated[int, "lines"]
    characters: Annotated[int, "characters in all"]
    field_characters: Annotated[int, "characters that stand in a field of a landed row"]
    label_characters: Annotated[int, "characters of recognised labels and separators"]
    layout_characters: Annotated[int, "characters of layout: white space, tags, page numbers"]
    not_understood_characters: Annotated[int, "characters of table not_understood"]
    department_code: Annotated[str | None, "code printed beside the department's name"] = None
    outside_characters: Annotated[int | None, "characters of the file outside the publication"] = None
    page_url: Annotated[str | None, "the page on which it was found (manifest)"] = None
    page_title: Annotated[str | None, "title of that page (manifest)"] = None
    fetched_at: Annotated[str | None, "when it was fetched, ISO 8601 (manifest)"] = None


@dataclass(slots=True, unsafe_hash=True)
class SourceRow:
    """The decoded text of a document, which every span points into."""

    table: ClassVar[str] = "sources"

    text: Annotated[str, "the document's characters"]


@dataclass(slots=True, unsafe_hash=True)
class TextBoxRow:
    """Where a run of characters stands on its page, in points from the upper left corner; media with pages only."""

    table: ClassVar[str] = "text_boxes"

    page: int
    x0: Points
    y0: Points
    x1: Points
    y1: Points
    confidence: Annotated[Decimal, Digits(5, 4), "1 for printed characters, less for recognised ones: the least sure"]
    char_start: int
    char_end: int


@dataclass(slots=True, unsafe_hash=True)
class OutsideTableRow:
    """A table of the file outside the publication, such as 部门收支总表: its characters are not read."""

    table: ClassVar[str] = "outside_tables"

    table_seq: Annotated[int, "1… within the document"]
    heading: Annotated[str | None, "the heading above it as printed; null where none is"]
    table_rows: Annotated[int, "its rows"]
    characters: Annotated[int, "characters of its rows, white space left out"]
    page: int
    line: Annotated[int, "line of its first row in the file"]
