"""One document from bytes to typed rows."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.delivery.manifest import ManifestEntry
from ingest.document.beside.read import read_with_beside
from ingest.document.confidence import doubts, refuse_lines_as_rows, text_boxes
from ingest.document.identity import Identity, identify
from ingest.document.landed import departments_of_forms, give_back
from ingest.document.outside.agreement.years import doubts_of_years
from ingest.document.outside.rows import outside_of
from ingest.document.outside.said import contradictions
from ingest.document.recognition.recognise import recognised, within_prose
from ingest.document.stand_in import with_department_as_unit
from ingest.errors import DocumentRejected
from ingest.forms.indicator_rows.headers.explained import explained as columns_of_lists
from ingest.forms.labelled.forms import labelled_forms
from ingest.forms.labelled.forms import read as read_labelled
from ingest.forms.labelled.rows.explained import explained
from ingest.forms.reading import Form, FormReading, Part, form_name
from ingest.grammar.places import Place
from ingest.rows import AttributeRow, DocumentRow, NotUnderstoodRow, Reading, SourceRow
from ingest.source.blocks import Source
from ingest.source.ledger import Ledger, Role
from ingest.version import parser_version
from ingest.vocabulary import vocabulary

ANY_FORM = """项目支出绩效目标表
（2024年度）
项目名称\t购置设备\t主管部门\t广州市财政局
年度资金总额（万元）\t100
年度目标\t完成购置
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t设备数量\t≥90台
"""
"""A form that says nothing."""


def prepare() -> None:
    """Read such a form, so that a process has its vocabularies and compiled patterns before it forks."""
    read(ANY_FORM.encode(), "form")


def read(data: bytes, file_name: str, manifest: ManifestEntry | None = None) -> Reading:
    """Everything a document says, as rows.

    ``data`` are the document's bytes, ``file_name`` its path below the documents folder. Raises DocumentRejected
    where the medium, the form or the document's identity cannot be honoured.
    """
    whole, arranged, part, form = recognised(data, file_name)
    try:
        return _read(whole, arranged, part, form, manifest)
    except DocumentRejected as rejected:
        inner = within_prose(arranged, part.texts) if rejected.code == "not_understood" else None
        if inner is None:
            raise
    return _read(whole, arranged, *inner, manifest)


def _read(whole: Source, arranged: Source, part: Part, form: Form, manifest: ManifestEntry | None) -> Reading:
    """The rows of the ``part`` of a file that is of a known form."""
    part, ledger, found = read_with_beside(arranged, part, form)
    source, file_name = part.source, whole.file_name
    if not found.projects and not found.department_goals:
        raise _no_project(found)
    refuse_lines_as_rows(source, found)
    identity = identify(found, manifest, whole.text, file_name, whole.called)
    with_department_as_unit(found, identity.department)
    outside = outside_of(whole, arranged, part, found)
    reading = Reading(
        document=_document_row(source, form, found, identity, manifest, outside.characters),
        source=SourceRow(source.text),
        units=tuple(found.units),
        projects=tuple(found.projects),
        funding=tuple(found.funding),
        funding_levels=tuple(found.funding_levels),
        totals=tuple(found.totals),
        indicators=tuple(found.indicators),
        indicator_progress=tuple(found.progress),
        repairs=tuple(found.repairs),
        issues=(
            *found.issues,
            *doubts(source, found),
            *contradictions(whole, source, found),
            *doubts_of_years(source, found, whole.text, identity.year),
        ),
        attributes=(*found.attributes, *departments_of_forms(found, identity)),
        evaluations=tuple(found.evaluations),
        executions=tuple(found.executions),
        performance=tuple(found.performance),
        department_goals=tuple(found.department_goals),
        department_budget=tuple(found.department_budget),
        department_tasks=tuple(found.department_tasks),
        department_indicators=tuple(found.department_indicators),
        text_boxes=text_boxes(source),
        outside_tables=outside.tables,
        said_totals=outside.said_totals,
        listed_projects=outside.listed_projects,
    )
    return _closed(ledger, reading, found.above)


def _closed(ledger: Ledger, reading: Reading, above: str) -> Reading:
    """A reading with what is not understood; ``above`` are the lines above its tables that print a year.

    Raises DocumentRejected where what is not understood is too much.
    """
    lost, left = give_back(ledger, reading, above), ledger.close()
    _refuse_what_is_not_understood(ledger, left, lost)
    document = replace(
        reading.document,
        field_characters=ledger.count(Role.FIELD),
        label_characters=ledger.count(Role.LABEL),
        layout_characters=ledger.count(Role.LAYOUT),
        not_understood_characters=ledger.count(Role.NOT_UNDERSTOOD),
    )
    return replace(reading, document=document, not_understood=left)


def read_entries(data: bytes, file_name: str, manifest: ManifestEntry | None = None) -> Reading:
    """The entries of a document's labelled forms, as attributes: form by form, with what each was taken for.

    Of a list of projects, the columns with the first value of each.
    An attribute is called by the labels and the meaning, a line each. Raises DocumentRejected where no form is known.
    """
    del manifest
    _, _, part, form = recognised(data, file_name)
    source, texts, found = part.source, part.texts, FormReading()
    ledger = Ledger(source, texts)
    forms = labelled_forms(source, ledger, found) if form.read is read_labelled else ()
    shown = [(number, entry) for number, one in enumerate(forms, start=1) for entry in explained(one)]
    entries = tuple(
        AttributeRow(number, f"{entry.path}\n{entry.meaning}", entry.value, 0, 0, 0, 0)
        for number, entry in shown or columns_of_lists(source, texts)
    )
    nowhere = Place("", "", "", "")
    identity = Identity(nowhere, nowhere, "", "", "", 0, "", "")
    document = _document_row(source, form, found, identity, None, 0)
    return Reading(document=document, source=SourceRow(""), attributes=entries)


def _no_project(found: FormReading) -> DocumentRejected:
    """Why a form gives no project: what the form itself says, else that no row holds one."""
    for row in found.issues:
        if row.code == "project_name_missing":
            return DocumentRejected("no_projects", row.message, row.page, row.line)
    return DocumentRejected("no_projects", "the form holds no project", expected="a row with amounts")


def _refuse_what_is_not_understood(ledger: Ledger, left: Sequence[NotUnderstoodRow], lost: int) -> None:
    """Raise DocumentRejected where too few characters are understood, or ``lost`` before they became rows."""
    limits = {row["name"]: Decimal(row["value"]) for row in vocabulary("expectation_thresholds")}
    most = limits["fields_in_no_row_of_a_document"] * (lost + ledger.count(Role.FIELD))
    if lost > max(most, limits["fields_in_no_row"]):
        raise DocumentRejected("not_landed", f"{lost} characters were read and became no row: a defect of the reader")
    share = 1 - Decimal(ledger.count(Role.NOT_UNDERSTOOD)) / len(ledger.source.text)
    if share < (floor := limits["understood_share_of_a_document"]):
        longest = max(left, key=lambda row: row.char_end - row.char_start)
        raise DocumentRejected(
            "not_understood",
            f"only {share:.1%} of the characters are understood",
            longest.page,
            longest.line,
            expected=f"at least {floor:.0%}",
            found=longest.text[:60],
        )


def _document_row(
    source: Source, form: Form, found: FormReading, identity: Identity, manifest: ManifestEntry | None, outside: int
) -> DocumentRow:
    """The row of a document; its characters are counted by role once the ledger is closed."""
    return DocumentRow(
        sha256=source.sha256,
        parser_version=parser_version(),
        manifest_digest=manifest.digest if manifest else None,
        file_name=source.file_name,
        medium=source.medium,
        encoding=source.encoding,
        form=form_name(form, found),
        layout=form.layout,
        title=found.title,
        place_code=identity.place.code,
        city_code=identity.city.code,
        place_basis=identity.place_basis,
        department_name=identity.department,
        department_basis=identity.department_basis,
        budget_year=identity.year,
        year_basis=identity.year_basis,
        year_evidence=identity.year_evidence,
        money_unit=found.money_unit,
        money_unit_basis=found.money_unit_basis,
        printed_total_wan=found.printed_total_wan,
        url=manifest.url if manifest else None,
        published_on=manifest.published_on if manifest else None,
        pages=source.pages,
        lines=len(source.lines),
        characters=len(source.text),
        field_characters=0,
        label_characters=0,
        layout_characters=0,
        not_understood_characters=0,
        department_code=found.department_code,
        outside_characters=outside,
        page_url=manifest.page_url if manifest else None,
        page_title=manifest.page_title if manifest else None,
        fetched_at=manifest.fetched_at if manifest else None,
    )
