with results as (
    {{ touched('audit_rule_results') }}
),

rules as (
    select * from {{ ref('int_rules_weighed') }}
),

amounts as (
    select * from {{ ref('int_amounts_at_stake') }}
),

texts as (
    select * from {{ ref('stg_sources') }}
),

hits as (
    select
        results.*,
        case rules.stands_for
            when 'row' then results.result_key
            when 'project' then coalesce(results.project_key, 0)
            else 0
        end as stands_for,
        case
            when results.subject = 'issue' then null
            when results.subject = 'total' then 'total'
            when results.project_key is not null then 'project'
            else 'document'
        end as amount_of
    from results
    inner join rules on results.rule_code = rules.rule_code
    where results.outcome = 'finding'
),

-- before the texts are joined, which a window would copy for every row
gathered as (
    select
        *,
        min(result_key) over (partition by rule_code, document_key, stands_for) as finding_key
    from hits
),

evidenced as (
    select
        hits.result_key,
        hits.finding_key,
        hits.rule_code,
        hits.document_key,
        hits.project_key,
        hits.indicator_key,
        hits.message,
        hits.message_en,
        substr(texts.text, hits.char_start + 1, least(hits.char_end - hits.char_start, 300)) as evidence,
        amounts.amount_wan as amount_at_stake_wan,
        hits.page,
        hits.line,
        hits.char_start,
        hits.char_end
    from gathered as hits
    inner join texts on hits.document_key = texts.document_id
    left join amounts
        on
            hits.amount_of = amounts.amount_of
            and hits.document_key = amounts.document_key
            and amounts.place = case hits.amount_of
                when 'total' then hits.char_start
                when 'project' then hits.project_key
                else 0
            end
)

select * from evidenced
order by result_key
