"""Which earlier readings a new one replaces. Nothing is erased: the replaced reading stays landed."""

from collections.abc import Hashable, Iterable, Sequence, Set
from typing import NamedTuple

import duckdb

from ingest.delivery.folder import Delivered
from ingest.rows import SupersessionRow
from ingest.source.printed import fold

_SHARED_PROJECTS = 0.5


class _Landed(NamedTuple):
    document_id: int
    sha256: str
    file_name: str
    form: str
    place_code: str
    department_name: str
    budget_year: int
    projects: Sequence[str]

    @property
    def series(self) -> tuple[str, str, str, int]:
        """What the documents of one department, form and year share."""
        return self.form, self.place_code, fold(self.department_name), self.budget_year

    @property
    def kinships(self) -> tuple[Hashable, Hashable]:
        """If one document can replace another, they share one of these."""
        return self.sha256, self.series


def find_superseded(
    connection: duckdb.DuckDBPyConnection, new_ids: range, delivered: Sequence[Delivered]
) -> list[SupersessionRow]:
    """The current readings that the landed documents ``new_ids`` replace, with the reason.

    A reading is replaced by a later one of the same bytes (`re-read`), of the same file, form, department and year
    (`same file`), or, where its file is no longer delivered, by one of the same form, department and year that shares
    at least half of its projects (`same projects`), or that holds as it the whole department's form and no project
    (`same department`). Documents delivered side by side never replace each other, under whatever names they were
    delivered before.
    """
    names, digests = {d.file_name for d in delivered}, {d.sha256 for d in delivered}
    replaced: list[SupersessionRow] = []
    gone: set[int] = set()
    added = set(new_ids)
    current = list(_landed(connection, new_ids))
    related: dict[Hashable, list[_Landed]] = {}
    for landed in current:
        for kinship in landed.kinships:
            related.setdefault(kinship, []).append(landed)
    for later in (landed for landed in current if landed.document_id in added):
        candidates = {landed.document_id: landed for kinship in later.kinships for landed in related[kinship]}
        for document_id, earlier in sorted(candidates.items()):
            is_delivered = earlier.document_id in added or earlier.sha256 in digests
            reason = _reason(earlier, later, names, is_delivered)
            if document_id < later.document_id and document_id not in gone and reason:
                replaced.append(SupersessionRow(document_id, later.document_id, reason))
                gone.add(document_id)
    return replaced


def _reason(earlier: _Landed, later: _Landed, names: Set[str], is_delivered: bool) -> str | None:
    """Why a later reading replaces an earlier one, whose bytes may still be delivered beside those of the later."""
    if earlier.sha256 == later.sha256:
        return "re-read"
    if earlier.series != later.series or is_delivered:
        return None
    if earlier.file_name == later.file_name:
        return "same file"
    if earlier.file_name in names:
        return None
    if not earlier.projects and not later.projects:
        return "same department"
    shared = set(earlier.projects) & set(later.projects)
    smaller = min(len(set(earlier.projects)), len(set(later.projects)))
    return "same projects" if smaller and len(shared) >= _SHARED_PROJECTS * smaller else None


def _landed(connection: duckdb.DuckDBPyConnection, new_ids: range) -> Iterable[_Landed]:
    """The new documents and the current earlier ones, each where one of the others may be of its kin.

    Kin share bytes, or place, form and year.
    """
    rows = connection.execute(
        f"""
        with current as (
            select
                *,
                document_id between {new_ids.start} and {new_ids.stop - 1} as is_new,
                (form, place_code, budget_year) as kin
            from landing.documents
            where document_id not in (select document_id from landing.supersessions)
        ),

        new as (select * from current where is_new),

        earlier as (select * from current where not is_new),

        related as (
            select document_id from new
            where sha256 in (select sha256 from earlier) or kin in (select kin from earlier)
            union all
            select document_id from earlier
            where sha256 in (select sha256 from new) or kin in (select kin from new)
        ),

        names as (
            select projects.document_id, list(units.unit_name || chr(31) || projects.project_name) as projects
            from landing.projects
            inner join landing.units using (document_id, unit_seq)
            where projects.document_id in (select document_id from related)
            group by projects.document_id
        )

        select
            documents.document_id, documents.sha256, documents.file_name, documents.form, documents.place_code,
            documents.department_name, documents.budget_year, coalesce(names.projects, [])
        from landing.documents
        left join names using (document_id)
        where documents.document_id in (select document_id from related)
        order by documents.document_id
        """
    ).fetchall()
    return [_Landed(*row) for row in rows]
