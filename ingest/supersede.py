"""Which earlier readings a new one replaces. Nothing is erased: the replaced reading stays landed."""

from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

import duckdb

from ingest.printed import key
from ingest.rows import SupersessionRow

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


def find_superseded(
    connection: duckdb.DuckDBPyConnection, new_ids: Sequence[int], delivered: Set[str]
) -> list[SupersessionRow]:
    """The current readings that the landed documents ``new_ids`` replace, with the reason.

    A reading is replaced by a later one of the same bytes (`re-read`), of the same file, form, department and year
    (`same file`), or, where its file is no longer delivered, by one of the same form, department and year that shares
    at least half of its projects (`same projects`). Documents delivered side by side never replace each other.
    """
    replaced: list[SupersessionRow] = []
    gone: set[int] = set()
    new = [landed for landed in _landed(connection, new_ids) if landed.document_id in set(new_ids)]
    current = list(_landed(connection, new_ids))
    for later in sorted(new):
        for earlier in current:
            reason = _reason(earlier, later, delivered, set(new_ids))
            if earlier.document_id < later.document_id and earlier.document_id not in gone and reason:
                replaced.append(SupersessionRow(earlier.document_id, later.document_id, reason))
                gone.add(earlier.document_id)
    return replaced


def _reason(earlier: _Landed, later: _Landed, delivered: Set[str], new_ids: Set[int]) -> str | None:
    if earlier.sha256 == later.sha256:
        return "re-read"
    same_series = (earlier.form, earlier.place_code, key(earlier.department_name), earlier.budget_year) == (
        later.form,
        later.place_code,
        key(later.department_name),
        later.budget_year,
    )
    if not same_series or earlier.document_id in new_ids:
        return None
    if earlier.file_name == later.file_name:
        return "same file"
    shared = set(earlier.projects) & set(later.projects)
    smaller = min(len(set(earlier.projects)), len(set(later.projects)))
    is_withdrawn = earlier.file_name not in delivered
    return "same projects" if is_withdrawn and smaller and len(shared) >= _SHARED_PROJECTS * smaller else None


def _landed(connection: duckdb.DuckDBPyConnection, new_ids: Sequence[int]) -> Iterable[_Landed]:
    """The new documents, and the current ones that share bytes, or place, form and year with one of them."""
    rows = connection.execute(
        """
        with new as (select * from landing.documents where document_id in (select unnest(?)))
        select
            documents.document_id, documents.sha256, documents.file_name, documents.form, documents.place_code,
            documents.department_name, documents.budget_year,
            (
                select coalesce(list(units.unit_name || chr(31) || projects.project_name), [])
                from landing.projects
                inner join landing.units using (document_id, unit_seq)
                where projects.document_id = documents.document_id
            )
        from landing.documents
        where
            documents.document_id not in (select document_id from landing.supersessions)
            and exists (
                select 1 from new
                where
                    new.sha256 = documents.sha256
                    or (new.form, new.place_code, new.budget_year)
                    = (documents.form, documents.place_code, documents.budget_year)
            )
        order by documents.document_id
        """,
        [list(new_ids)],
    ).fetchall()
    return [_Landed(*row) for row in rows]
