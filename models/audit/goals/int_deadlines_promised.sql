{%- set date = '(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号])?[份底末]?(?:之前|以前|前|内)' -%}
with goals as (
    select
        form_key,
        budget_year,
        {{ name_key('annual_goal') }} as goal_text
    from {{ ref('int_forms_united') }}
    where annual_goal like '%月%'
),

-- one day in the whole goal, and what is to be done by then
dated as (
    select
        form_key,
        budget_year,
        regexp_extract(goal_text, '[^,;。、]*{{ date }}[^,;。]*') as clause,
        regexp_extract(goal_text, '{{ date }}') as day_text
    from goals
    where array_length(regexp_extract_all(goal_text, '{{ date }}')) = 1
),

named as (
    select
        form_key,
        clause,
        budget_year * 10000 + {{ day_named('day_text', 31) }} % 10000 as promised_day,
        regexp_replace(replace(clause, day_text, ''), {{ audit_pattern('no_done_word') }}, '', 'g') as done
    from dated
    where {{ day_named('day_text', 31) }} < 10000 or {{ day_named('day_text', 31) }} >= budget_year * 10000
),

targets as (
    select
        united.subject_key,
        united.form_key,
        forms.budget_year,
        {{ name_key('united.indicator_name') }} as name_text,
        rtrim({{ name_key('united.annual_target') }}, '。.') as target_text
    from {{ ref('int_indicators_united') }} as united
    inner join {{ ref('int_forms_united') }} as forms on united.form_key = forms.form_key
    where not united.annual_is_quantitative and united.annual_target like '%月%'
),

compared as (
    select
        targets.subject_key,
        named.clause as day_words,
        targets.budget_year * 10000 + {{ day_named('targets.target_text', 31) }} % 10000 > named.promised_day
        and floor({{ day_named('targets.target_text', 31) }} / 10000) in (0, targets.budget_year) as is_after_goal
    from targets
    inner join named
        on
            targets.form_key = named.form_key
            and array_length(list_intersect(
                {{ character_pairs('named.done') }}, {{ character_pairs('targets.name_text') }}
            )) > 0
    where {{ day_named('targets.target_text', 31) }} is not null
)

select * from compared
