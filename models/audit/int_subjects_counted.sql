{{ config(materialized='incremental') }}

{%- set relations = {
    'document': ['int_documents_audited', 'int_documents_listed'],
    'total': ['int_totals_audited'],
    'project': [
        'int_projects_audited', 'int_projects_doubled', 'int_projects_planned', 'int_projects_reckoned',
        'int_projects_spanned', 'int_projects_weighed',
    ],
    'indicator': ['int_indicators_audited', 'int_indicators_natured', 'int_indicators_noted'],
    'evaluation': [
        'int_evaluations_audited', 'int_evaluations_graded', 'int_evaluations_spent', 'int_evaluations_worded',
    ],
    'performance': ['int_performance_audited', 'int_performance_reckoned'],
} %}

with counted as (
    {%- for subject, of_subject in relations.items() %}
        {%- set outer = loop %}
        {%- for relation in of_subject %}
            select
                document_key,
                '{{ subject }}' as subject,
                count(*) as subjects
            from {{ ref(relation) }}
            group by document_key
            {{ 'union all' if not (outer.last and loop.last) }}
        {%- endfor %}
    {%- endfor %}
),

compared as (
    select
        document_key,
        subject,
        max(subjects) as subjects,
        cast(sum(subjects) as bigint) as subjects_in_all,
        case subject
            {%- for subject, of_subject in relations.items() %}
                when '{{ subject }}' then {{ of_subject | length }}
            {%- endfor %}
        end as relations
    from counted
    group by document_key, subject
)

select * from compared
