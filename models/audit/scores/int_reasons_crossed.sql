with named as (
    select
        united.subject_key,
        united.form_key,
        united.indicator_name,
        {{ name_key('united.indicator_name') }} as name_text,
        {{ name_key('scores.reason') }} as reason_text
    from {{ ref('int_indicators_united') }} as united
    inner join {{ ref('int_scores_united') }} as scores on united.subject_key = scores.subject_key
    where united.indicator_name is not null
),

-- by what a reason names an indicator: the end of its name, or that somebody is satisfied
called as (
    select
        *,
        case
            when regexp_matches(name_text, {{ audit_pattern('satisfaction_name') }}) then '满意度'
            else right(regexp_replace(name_text, {{ audit_pattern('counted_ending') }}, ''), 4)
        end as call
    from named
),

-- nothing of its own name, and another one by its name
crossed as (
    select
        own.subject_key,
        min(other.indicator_name) as other_indicator_name
    from called as own
    inner join called as other
        on
            own.form_key = other.form_key
            and own.subject_key != other.subject_key
            and own.call != other.call
            -- what another indicator lacks is why people are not satisfied
            and own.call != '满意度'
            and length(other.call) > 2
            -- 问卷回收不足 tells of a satisfaction, too
            and (
                contains(own.reason_text, other.call)
                or other.call = '满意度' and regexp_matches(own.reason_text, '问卷|调查对象|受访|测评')
            )
    where
        own.reason_text is not null
        and array_length(list_intersect(
            {{ character_pairs('own.name_text') }}, {{ character_pairs('own.reason_text') }}
        )) = 0
    group by own.subject_key
)

select * from crossed
