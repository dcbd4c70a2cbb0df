"""How the suites say what they expect: no row at all, or the same rows on both sides.

Every query may read ``documents``: the batch of all suites, one row a landed document that no later reading replaces.
"""

from collections.abc import Mapping
from textwrap import dedent, indent

from great_expectations.expectations import Expectation, UnexpectedRowsExpectation

CURRENT_DOCUMENTS = """
select
    *,
    1 - not_understood_characters / characters as understood_share
from landing.documents
where document_id not in (select document_id from landing.supersessions)
"""

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
        coalesce(sha256, '') as digest,
        side * cast(hash(*columns(* exclude (side))) as hugeint) as fingerprint
    from both_sides
),

suspects as (
    select digest from fingerprints
    group by digest
    having sum(fingerprint) <> 0
),

lost as (
    select * from landed
    where coalesce(sha256, '') in (select digest from suspects)
    except all
    select * from published
    where coalesce(sha256, '') in (select digest from suspects)
),

invented as (
    select * from published
    where coalesce(sha256, '') in (select digest from suspects)
    except all
    select * from landed
    where coalesce(sha256, '') in (select digest from suspects)
)

select 'landed, not published' as side, * from lost
union all
select 'published, not landed' as side, * from invented
"""


NOTHING: Mapping[str, str] = {}


def meta(name: str, subject: str, why: str) -> dict[str, str]:
    """What the report says of an expectation: its name, the table it is about, and why it must hold."""
    return {"name": name, "subject": subject, "why": why}


def no_rows(name: str, subject: str, why: str, query: str, given: Mapping[str, str] = NOTHING) -> Expectation:
    """``query`` gives no row. It may read the queries ``given``, each by its name."""
    steps = [f"{step} as (\n    {_nested(text)}\n),\n\n" for step, text in given.items()]
    text = _UNEXPECTED.format(given="".join(steps), query=_nested(query)).strip()
    return UnexpectedRowsExpectation(unexpected_rows_query=text, meta=meta(name, subject, why))


def same_rows(
    name: str, subject: str, why: str, landed: str, published: str, given: Mapping[str, str] = NOTHING
) -> Expectation:
    """The queries ``landed`` and ``published`` give the same rows, each as often.

    Both name the document first, as ``sha256``. Millions of rows are compared by one number a document; only where it
    differs are the rows set against each other.
    """
    query = _DIFFERENCE.format(landed=_nested(landed), published=_nested(published))
    return no_rows(name, subject, why, query, given)


def _nested(query: str) -> str:
    """The query without its own margin, indented to stand within brackets."""
    return indent(dedent(query).strip(), "    ").strip()
