{%- set fields = ['education', 'health', 'water', 'farming', 'roads', 'forest', 'culture', 'elderly', 'housing'] -%}
with named as (
    select
        *,
        replace(goal_text, {{ name_key('project_name') }}, '') as goals_alone
    from {{ ref('int_things_named') }}
),

-- of how many fields an indicator is, of how many its project is by name and by goals, and how many the form speaks of too
counted as (
    select
        subject_key,
        {%- for text in ['name_text', 'project_name', 'goals_alone', 'goal_text'] %}
        {% for field in fields %}
        cast(regexp_matches({{ text }}, {{ audit_pattern('field_' ~ field) }}) as integer){{ ' +' if not loop.last }}
        {%- endfor %} as fields_of_{{ text }},
        {%- endfor %}
        {% for field in fields %}
        cast(
            regexp_matches(name_text, {{ audit_pattern('field_' ~ field) }})
            and regexp_matches(form_text, {{ audit_pattern('field_' ~ field) }}) as integer
        ){{ ' +' if not loop.last }}
        {%- endfor %} as fields_of_both,
        count(*) over (partition by form_key) as form_indicators
    from named
),

-- a project that name and goals put into one field, and one indicator of another that no other word of its form speaks of
crossed as (
    select
        subject_key,
        fields_of_both = 0 as is_of_other_field
    from counted
    where
        fields_of_name_text = 1
        and fields_of_project_name = 1
        and fields_of_goals_alone = 1
        and fields_of_goal_text = 1
        and form_indicators > 3
)

select * from crossed
