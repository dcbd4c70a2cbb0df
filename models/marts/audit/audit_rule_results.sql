with outcomes as (
    select * from {{ ref('int_rule_outcomes') }}
    where outcome != 'not_applicable'
),

rules as (
    select * from {{ ref('audit_rules') }}
),

said as (
    select
        max(case when message = 'a value that the rule needs is not printed' then message end) as no_value,
        max(case when message = 'a value that the rule needs is not printed' then message_zh end) as no_value_zh,
        max(case when message = 'a more special rule says this fault' then message end) as said_elsewhere,
        max(case when message = 'a more special rule says this fault' then message_zh end) as said_elsewhere_zh
    from {{ ref('messages') }}
),

{% set sides = ['rule_code', 'covered_by'] -%}
-- each hit where its rule gives way to another, or another to it: at its place, in its project, in its document
hits as (
    {% for side in sides -%}
        select
            outcomes.rule_code,
            outcomes.subject_key,
            outcomes.document_key,
            covers.rule_code as general_code,
            covers.covered_by as special_code,
            case covers.scope
                when 'place' then outcomes.char_start
                when 'project' then coalesce(outcomes.project_key, 0)
                else 0
            end as place
        from outcomes
        inner join {{ ref('audit_covers') }} as covers
            on outcomes.rule_code = covers.{{ side }}
        where outcomes.outcome = 'finding'
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

covered as (
    select distinct
        general.rule_code,
        general.subject_key
    from hits as general
    inner join hits as special
        on
            general.general_code = special.general_code
            and general.special_code = special.special_code
            and general.document_key = special.document_key
            and general.place = special.place
    where general.rule_code = general.general_code and special.rule_code = special.special_code
),

judged as (
    select
        outcomes.*,
        covered.rule_code is not null as is_said_elsewhere,
        case when covered.rule_code is null then outcomes.outcome else 'not_applicable' end as final_outcome
    from outcomes
    left join covered on outcomes.rule_code = covered.rule_code and outcomes.subject_key = covered.subject_key
),

results as (
    select
        {{ rule_result_key('judged.rule_number', 'judged.subject_key') }} as result_key,
        judged.rule_code,
        rules.subject,
        judged.document_key,
        judged.project_key,
        judged.indicator_key,
        judged.final_outcome as outcome,
        case
            when judged.is_said_elsewhere then said.said_elsewhere
            when judged.final_outcome = 'insufficient_data' then said.no_value
        end as reason,
        case
            when judged.is_said_elsewhere then said.said_elsewhere_zh
            when judged.final_outcome = 'insufficient_data' then said.no_value_zh
        end as reason_zh,
        case when not judged.is_said_elsewhere then judged.message end as message,
        case when not judged.is_said_elsewhere then judged.message_en end as message_en,
        judged.is_doubtful,
        judged.page,
        judged.line,
        judged.char_start,
        judged.char_end
    from judged
    inner join rules on judged.rule_code = rules.rule_code
    cross join said
)

select * from results
order by document_key, result_key
