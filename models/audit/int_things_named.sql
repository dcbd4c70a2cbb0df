with indicators as (
    select
        subject_key,
        form_key,
        {{ name_key('indicator_name') }} as name_text,
        {{ name_key('annual_target') }} as target_text,
        -- a count that is not found twice by chance
        coalesce(
            annual_value * {{ large_number('annual_unit') }} >= 10
            and not regexp_matches(annual_unit, {{ audit_pattern('no_count_unit') }}),
            false
        ) as is_count
    from {{ ref('int_indicators_united') }}
    where indicator_name is not null
),

projects as (
    {{ touched_projects() }}
),

forms as (
    select
        forms.form_key,
        forms.form_kind,
        forms.document_key,
        projects.project_name,
        projects.project_family,
        {{ name_key("concat_ws('。', projects.project_name, forms.annual_goal, forms.cycle_goal)") }} as goal_text
    from {{ ref('int_forms_united') }} as forms
    inner join projects on forms.project_key = projects.project_key
),

names as (
    select distinct
        form_key,
        name_text
    from indicators
),

listed as (
    select
        form_key,
        string_agg(name_text, '。' order by name_text) as names_text
    from names
    group by form_key
),

named as (
    select
        indicators.subject_key,
        indicators.form_key,
        indicators.name_text,
        indicators.target_text,
        indicators.is_count,
        forms.form_kind,
        forms.document_key,
        forms.project_name,
        forms.project_family,
        forms.goal_text,
        forms.goal_text || '。' || replace(listed.names_text, indicators.name_text, '') as form_text,
        nullif(
            regexp_replace(
                regexp_replace(indicators.name_text, {{ audit_pattern('counted_ending') }}, ''),
                {{ audit_pattern('common_word') }}, '', 'g'
            ),
            ''
        ) as thing
    from indicators
    inner join forms on indicators.form_key = forms.form_key
    inner join listed on indicators.form_key = listed.form_key
)

select * from named
