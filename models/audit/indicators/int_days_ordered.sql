with names as (
    select
        subject_key,
        form_key,
        indicator_name,
        annual_target,
        annual_text,
        regexp_matches(name_text, {{ audit_pattern('begun_name') }}) as is_begun,
        regexp_matches(name_text, {{ audit_pattern('finished_name') }}) as is_finished,
        -- 项目 of 项目开工时间: what begins is what ends
        regexp_replace(
            regexp_replace(
                regexp_replace(name_text, {{ audit_pattern('begun_name') }}, ''),
                {{ audit_pattern('finished_name') }}, ''
            ),
            '^(项目|工程|建设)+$', ''
        ) as thing
    from {{ ref('int_indicators_described') }}
),

days as (
    select
        *,
        {{ day_named('annual_text', '1') }} as first_day,
        {{ day_named('annual_text', '31') }} as last_day
    from names
    where is_begun != is_finished
),

-- a day with its year beside another, or months of one year
ordered as (
    select
        finished.subject_key,
        begun.indicator_name as begun_name,
        begun.annual_target as begun_target,
        finished.last_day > 9999 as names_year,
        finished.last_day < begun.first_day as is_before_begun
    from days as finished
    inner join days as begun
        on
            finished.form_key = begun.form_key
            and finished.thing = begun.thing
            and (finished.last_day > 9999) = (begun.first_day > 9999)
    where finished.is_finished and begun.is_begun
    qualify count(*) over (partition by finished.subject_key) = 1
)

select * from ordered
