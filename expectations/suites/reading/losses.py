"""Losses: a build reads no less than the generation before it; `jixiao build --accept-loss` skips these.

The generation before is known from landing, where readings stay: of files read again, the readings that were replaced;
of new files, the documents read in earlier batches. Limits are rows of seed ``expectation_thresholds``.
"""

from great_expectations.expectations import Expectation

from expectations.expect import no_rows
from expectations.suites.reading.landed_totals import LANDED_TOTALS
from expectations.thresholds import threshold

_FAILED = (
    *("internal_error", "crashed", "timeout", "memory", "ambiguous_form", "no_projects", "not_understood"),
    *("not_landed", "department_unknown", "city_unknown", "year_unknown"),
)
"""Rejections of a file that is a performance form, or that ended its reader. Any other file counts where it was read
before or is listed in documents.csv."""

_READ_AGAIN = """
    select document_id, 'before' as generation from landing.supersessions
    where reason = 're-read' and batch_id = (select max(batch_id) from landing.batches)
    union all
    select superseded_by, 'now' from landing.supersessions
    where reason = 're-read' and batch_id = (select max(batch_id) from landing.batches)
"""

_TOTALS_READ_AGAIN = f"""
    with documents as (
        select every.* from landing.documents as every
        semi join read_again using (document_id)
    ),

    landed_sums as (
        {LANDED_TOTALS["landed_sums"]}
    ),

    landed_totals as (
        {LANDED_TOTALS["landed_totals"]}
    )

    select * from landed_totals
"""

LOSSES: tuple[Expectation, ...] = (
    no_rows(
        "documents_stay_readable",
        "landing.quarantine",
        "A build that cannot read many of its documents publishes a part of the money as if it were all.",
        f"""
        with unread as (
            select quarantine.batch_id, count(*) as unread from landing.quarantine
            where
                code in {_FAILED}
                or manifest_digest is not null
                or sha256 in (select sha256 from landing.documents)
                or file_name in (select file_name from landing.documents)
            group by all
        ),

        shares as (
            select
                batch_id = (select max(batch_id) from landing.batches) as is_new,
                sum(landed) as landed,
                sum(coalesce(unread, 0)) as unread,
                sum(coalesce(unread, 0)) / sum(landed + coalesce(unread, 0)) as unread_share
            from landing.batches
            left join unread using (batch_id)
            group by all
        )

        select new.*, earlier.unread_share as unread_share_before from shares as new
        left join shares as earlier
            on not earlier.is_new and earlier.landed + earlier.unread >= {threshold("documents_before")}
        where
            new.is_new
            and new.unread >= {threshold("unread_documents")}
            and (
                new.unread_share > {threshold("unread_share_of_documents")}
                or new.unread_share > earlier.unread_share + {threshold("unread_share_added")}
            )
        """,
    ),
    no_rows(
        "what_is_read_becomes_rows",
        "landing.not_understood",
        "A reader that loses a field of a form loses it in most documents of that form: words read, but in no row.",
        f"""
        with lost as (
            select distinct document_id from landing.not_understood
            where reason = 'it was read, but stands in no row'
        )

        select
            form,
            count(*) as documents,
            count(lost.document_id) as documents_that_lose
        from documents
        left join lost using (document_id)
        group by form
        having
            documents_that_lose >= {threshold("documents_that_lose_fields")}
            and documents_that_lose > documents * {threshold("share_of_a_form_that_loses_fields")}
        """,
    ),
    no_rows(
        "totals_still_reconcile",
        "marts.reconciliation",
        "Printed totals agree with the sums below them as often as before, or amounts are read in the wrong columns.",
        f"""
        with totals as (
            select
                dim_document.batch_id = (select max(batch_id) from landing.batches) as is_new,
                count(*) as totals,
                1 - avg(cast(reconciles as integer)) as unreconciled
            from marts.reconciliation
            inner join marts.dim_document using (document_key)
            where printed_wan is not null
            group by all
        )

        select new.*, earlier.unreconciled as unreconciled_before from totals as new
        left join totals as earlier on not earlier.is_new and earlier.totals >= {threshold("reconciled_totals")}
        where
            new.is_new
            and new.totals >= {threshold("reconciled_totals")}
            and (
                new.unreconciled > {threshold("unreconciled_share_of_totals")}
                or new.unreconciled > earlier.unreconciled + {threshold("unreconciled_share_added")}
            )
        """,
    ),
    no_rows(
        "a_new_reading_holds_what_the_last_one_held",
        "landing.supersessions",
        "A new version reads the same files: projects, indicators, money and reconciling totals do not become fewer.",
        f"""
        with measured as (
            select generation, 'money' as measure, sum(abs(amount_wan)) as amount from landing.funding
            inner join read_again using (document_id)
            group by all
            union all
            select generation, 'projects', count(*) from landing.projects
            inner join read_again using (document_id)
            group by all
            union all
            select generation, 'indicators', count(*) from (
                select document_id from landing.indicators
                union all
                select document_id from landing.performance
            )
            inner join read_again using (document_id)
            group by all
            union all
            select generation, 'reconciling totals', count(*) from totals_read_again
            inner join read_again using (document_id)
            where printed_wan = computed_wan
            group by all
        ),

        compared as (
            select
                measure,
                coalesce(sum(amount) filter (where generation = 'before'), 0) as before,
                coalesce(sum(amount) filter (where generation = 'now'), 0) as now
            from measured
            group by all
        )

        select * from compared
        where
            now < before * (1 - {threshold("lost_share_of_a_rereading")})
            and (measure = 'money' or now <= before - {threshold("lost_rows_of_a_rereading")})
        """,
        given={"read_again": _READ_AGAIN, "totals_read_again": _TOTALS_READ_AGAIN},
    ),
)
"""The suite ``losses``."""
