-- Every document once more, a budget year later: the money a quarter more in the first project of each, the targets unchanged.
insert into marts.dim_year
select * replace (year_key + 1 as year_key, budget_year + 1 as budget_year)
from marts.dim_year
where year_key + 1 not in (select year_key from marts.dim_year);

insert into marts.dim_document
select * replace (document_key + 1000 as document_key, year_key + 1 as year_key, 'next_' || file_name as file_name)
from marts.dim_document;

insert into marts.fct_funding
select
    * replace (
        funding_key + 1000000000000000 as funding_key, document_key + 1000 as document_key, year_key + 1 as year_key,
        case
            when project_key = min(project_key) over (partition by document_key) then amount_wan * 1.25
            else amount_wan
        end as amount_wan,
        case
            when project_key = min(project_key) over (partition by document_key) then counted_wan * 1.25
            else counted_wan
        end as counted_wan
    )
from marts.fct_funding;

insert into marts.fct_goals
select
    * replace (
        goal_key + 1000000000000000 as goal_key, document_key + 1000 as document_key, year_key + 1 as year_key
    )
from marts.fct_goals;

insert into marts.fct_indicators
select
    * replace (
        indicator_key + 1000000000000000 as indicator_key, document_key + 1000 as document_key, year_key + 1 as year_key
    )
from marts.fct_indicators;

insert into marts.reconciliation
select
    * replace (
        document_key + 1000 as document_key, printed_wan + 1.5 as printed_wan, difference_wan + 1.5 as difference_wan,
        false as reconciles
    )
from marts.reconciliation;

insert into marts.audit_findings
select
    * replace (
        finding_key + 1000000000000000000 as finding_key, document_key + 1000 as document_key,
        indicator_key + 1000000000000000 as indicator_key
    )
from marts.audit_findings
where rule_code != 'vague_target';

insert into marts.audit_finding_rows
select
    * replace (
        result_key + 1000000000000000000 as result_key, finding_key + 1000000000000000000 as finding_key,
        document_key + 1000 as document_key, indicator_key + 1000000000000000 as indicator_key
    )
from marts.audit_finding_rows
where rule_code != 'vague_target';

insert into marts.number_repairs select * replace (document_key + 1000 as document_key) from marts.number_repairs;

insert into marts.audit_rule_coverage
select * replace (year_key + 1 as year_key, 0 as hits, passed + hits as passed) from marts.audit_rule_coverage;

insert into marts.document_sums
with next_year as (
    select document_key, sum(amount_wan) as amount_wan, sum(counted_wan) as counted_wan
    from marts.fct_funding
    where document_key > 1000
    group by document_key
),

low as (
    select document_key, count(*) as findings
    from marts.audit_findings
    where document_key > 1000 and severity = 'low'
    group by document_key
)

select
    sums.* replace (
        sums.document_key + 1000 as document_key, next_year.amount_wan as amount_wan,
        next_year.counted_wan as counted_wan, 0 as issues, 0 as document_reconciled, 0 as unit_reconciled,
        0 as project_reconciled, coalesce(low.findings, 0) as low_findings,
        sums.counted_findings - sums.low_findings + coalesce(low.findings, 0) as counted_findings
    )
from marts.document_sums as sums
inner join next_year on sums.document_key + 1000 = next_year.document_key
left join low on sums.document_key + 1000 = low.document_key;
