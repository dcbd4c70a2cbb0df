{{ config(meta={'touched_by': 'unit_key', 'touched_through': 'int_units_keyed'}) }}

with located as (
    select * from {{ ref('int_projects_located') }}
),

projects as (
    select * from {{ ref('stg_projects') }}
),

indicators as (
    select * from {{ ref('stg_indicators') }}
),

classified_indicators as (
    select
        project_row_key,
        bool_or(
            regexp_matches(
                concat_ws(' ', indicator_name, cycle_target, annual_target), {{ word_pattern('classified_words') }}
            )
        ) as is_classified
    from indicators
    group by project_row_key
),

printed as (
    select
        located.project_key,
        located.unit_key,
        located.occurrence,
        first_value(projects.project_name) over (
            partition by located.project_key order by located.project_row_key
        ) as project_name,
        regexp_matches(
            concat_ws(' ', projects.project_name, projects.annual_goal, projects.cycle_goal),
            {{ word_pattern('classified_words') }}
        )
        or coalesce(classified_indicators.is_classified, false) as is_classified
    from located
    inner join projects on located.project_row_key = projects.project_row_key
    left join classified_indicators on located.project_row_key = classified_indicators.project_row_key
),

described as (
    select
        project_key,
        any_value(unit_key) as unit_key,
        any_value(project_name) as project_name,
        {{ project_family('any_value(project_name)') }} as project_family,
        any_value(occurrence) as occurrence,
        bool_or(is_classified) as is_classified
    from printed
    group by project_key
)

select * from described
order by project_key
