with outcomes as (
    select * from {{ ref('int_rule_outcomes') }}
),

rules as (
    select * from {{ ref('audit_rules') }}
),

messages as (
    select
        message as no_value,
        message_zh as no_value_zh
    from {{ ref('messages') }}
    where message = 'a value that the rule needs is not printed'
),

results as (
    select
        {{ rule_result_key('outcomes.rule_number', 'outcomes.subject_key') }} as result_key,
        outcomes.rule_code,
        rules.subject,
        outcomes.document_key,
        outcomes.project_key,
        outcomes.indicator_key,
        outcomes.outcome,
        case when outcomes.outcome = 'insufficient_data' then messages.no_value end as reason,
        case when outcomes.outcome = 'insufficient_data' then messages.no_value_zh end as reason_zh,
        outcomes.message,
        outcomes.message_en,
        outcomes.is_doubtful,
        outcomes.page,
        outcomes.line,
        outcomes.char_start,
        outcomes.char_end
    from outcomes
    inner join rules on outcomes.rule_code = rules.rule_code
    cross join messages
    where outcomes.outcome != 'not_applicable'
)

select * from results
