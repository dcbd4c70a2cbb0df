"""How the suites say what they expect: no row at all, or the same rows on both sides.

Every query may read ``documents``, the batch of all suites: landed documents that no later reading replaces. A build of
what is new looks at those that it touched: the others were validated when built and have not changed since.
What must hold over all of them reads ``current``.
"""

from collections.abc import Mapping
from decimal import Decimal
from textwrap import dedent, indent
from typing import Any, ClassVar

from great_expectations.expectations import Expectation, UnexpectedRowsExpectation

from expectations import batch

CURRENT: Mapping[str, str] = {"current": batch.CURRENT}
"""Given to a query that is about all documents, whatever the batch is."""

PUBLISHED_DOCUMENTS: Mapping[str, str] = {
    "published_documents": "select * from marts.dim_document where sha256 in (select sha256 from documents)"
}
"""Given to a query that reads facts of the batch: its documents as the marts know them."""

_UNEXPECTED = """
with
documents as (
    select * from {{batch}}
),

{given}unexpected as (
    {query}
)

select * from unexpected
order by all
"""

_DIFFERENCE = """
with
landed as not materialized (
    {landed}
),

published as not materialized (
    {published}
),

both_sides as not materialized (
    select 1 as side, * from landed
    union all
    select -1 as side, * from published
),

fingerprints as not materialized (
    select
        sha256 as digest,
        side * cast(hash(*columns(* exclude (side))) as hugeint) as fingerprint
    from both_sides
),

suspects as (
    select digest from fingerprints
    group by digest
    having sum(fingerprint) <> 0
),

differing as (
    select
        sum(side) as times,
        * exclude (side)
    from both_sides
    where sha256 in (select digest from suspects)
    group by all
    having sum(side) <> 0
)

select
    case when times > 0 then 'landed, not published' else 'published, not landed' end as side,
    * exclude (times)
from differing
"""


NOTHING: Mapping[str, str] = {}


class NoRows(UnexpectedRowsExpectation):  # type: ignore[misc]
    """A query that gives no row, run once: the expectation of the library runs it again to count what it gave.

    Of the rows that it should not give at most `MAX_RESULT_RECORDS` are fetched and counted. Their decimals are given
    as text: the library walks up the whole call stack for each other one, and makes a float of it.
    """

    metric_dependencies: ClassVar[tuple[str, ...]] = ("unexpected_rows_query.table",)

    def _validate(self, metrics: dict[str, Any], *arguments: Any, **more: Any) -> Any:
        found = [
            {name: str(value) if isinstance(value, Decimal) else value for name, value in row.items()}
            for row in metrics["unexpected_rows_query.table"]
        ]
        given = {"unexpected_rows_query.table": found, "unexpected_rows_query.row_count": len(found)}
        return super()._validate({**metrics, **given}, *arguments, **more)


def meta(name: str, subject: str, why: str) -> dict[str, str]:
    """What the report says of an expectation: its name, the table it is about, and why it must hold."""
    return {"name": name, "subject": subject, "why": why}


def no_rows(name: str, subject: str, why: str, query: str, given: Mapping[str, str] = NOTHING) -> Expectation:
    """``query`` gives no row. It may read the queries ``given``, each by its name."""
    steps = [f"{step} as (\n    {_nested(text)}\n),\n\n" for step, text in given.items()]
    text = _UNEXPECTED.format(given="".join(steps), query=_nested(query)).strip()
    return NoRows(unexpected_rows_query=text, meta=meta(name, subject, why))


def same_rows(
    name: str, subject: str, why: str, landed: str, published: str, given: Mapping[str, str] = NOTHING
) -> Expectation:
    """The queries ``landed`` and ``published`` give the same rows, each as often.

    Both name the document first, as ``sha256``; the published ones are of ``published_documents``. Millions of rows are
    compared by one number a document; only where it differs are the rows set against each other.
    """
    query = _DIFFERENCE.format(landed=_nested(landed), published=_nested(published))
    return no_rows(name, subject, why, query, {**PUBLISHED_DOCUMENTS, **given})


def _nested(query: str) -> str:
    """The query without its own margin, indented to stand within brackets."""
    return indent(dedent(query).strip(), "    ").strip()
