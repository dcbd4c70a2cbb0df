with indicators as (
    select
        *,
        rtrim({{ name_key('annual_target') }}, '。.') as annual_text,
        rtrim({{ name_key('cycle_target') }}, '。.') as cycle_text,
        {{ name_key('indicator_name') }} as name_text,
        replace({{ name_key('printed_level2') }}, '指标', '') as level2_text
    from {{ ref('fct_indicators') }}
    {{ where_touched() }}
),

goals as (
    {{ touched('fct_goals') }}
),

categories as (
    select * from {{ ref('dim_category') }}
),

subjects as (
    select
        indicators.indicator_key as subject_key,
        indicators.*,
        indicators.year_key as budget_year,
        categories.level1_code,
        categories.level2_code,
        goals.cycle_start_year,
        goals.cycle_end_year,
        coalesce(goals.cycle_end_year > goals.cycle_start_year, false) as is_multi_year,
        regexp_matches(indicators.annual_text, {{ audit_pattern('vague') }}) as is_vague,
        coalesce(regexp_full_match(indicators.annual_text, {{ audit_pattern('placeholder') }}), false)
        or coalesce(regexp_full_match(indicators.cycle_text, {{ audit_pattern('placeholder') }}), false)
            as is_placeholder,
        regexp_full_match(indicators.annual_text, {{ audit_pattern('answer') }}) as is_answer_word,
        coalesce(indicators.annual_text in (indicators.name_text, indicators.level2_text), false)
            as annual_repeats_name,
        coalesce(indicators.cycle_text in (indicators.name_text, indicators.level2_text), false)
            as cycle_repeats_name,
        regexp_matches(indicators.name_text, {{ audit_pattern('rate_name') }})
        and not regexp_matches(indicators.name_text, {{ audit_pattern('not_rate_name') }}) as is_rate_name,
        regexp_matches(indicators.name_text, {{ audit_pattern('count_name') }})
        and not regexp_matches(indicators.name_text, {{ audit_pattern('not_count_name') }}) as is_count_name,
        regexp_matches(indicators.name_text, {{ audit_pattern('satisfaction_name') }}) as is_satisfaction_name,
        regexp_matches(indicators.name_text, {{ audit_pattern('timeliness_name') }}) as is_timeliness_name,
        try_cast(nullif(regexp_extract(indicators.annual_text, '(20\d\d)年', 1), '') as bigint) as target_year,
        count(*) over (
            partition by indicators.document_key, indicators.project_key, categories.level2_code, indicators.name_text
        ) as same_name_in_project
    from indicators
    inner join categories on indicators.category_key = categories.category_key
    inner join goals
        on indicators.document_key = goals.document_key and indicators.project_key = goals.project_key
)

select * from subjects
order by subject_key
