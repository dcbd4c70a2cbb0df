{%- set counted = {
    'projects': ['projects'], 'evaluations': ['evaluations'],
    'indicators': ['indicators', 'quantitative_indicators'],
    'document_totals': ['document_totals', 'document_reconciled'],
    'unit_totals': ['unit_totals', 'unit_reconciled'],
    'project_totals': ['project_totals', 'project_reconciled'],
    'findings': ['high_findings', 'medium_findings', 'low_findings', 'counted_findings'],
    'issues': ['issues'], 'repairs': ['repairs'],
} -%}
with goals as (
    {{ touched('fct_goals') }}
),

amounts as (
    select
        document_key,
        sum(amount_wan) as amount_wan,
        sum(counted_wan) as counted_wan
    from {{ ref('fct_funding') }}
    {{ where_touched() }}
    group by document_key
),

-- projects of a department and a year, each once, however often it is printed
of_year as (
    select
        department_key,
        year_key,
        count(*) as projects_of_year
    from goals
    where is_counted
    group by department_key, year_key
),

indicators as (
    select
        document_key,
        count(*) as indicators,
        count(*) filter (where annual_is_quantitative or cycle_is_quantitative) as quantitative_indicators
    from ({{ touched('fct_indicators') }}) as printed
    where is_counted
    group by document_key
),

{% for level in ['document', 'unit', 'project'] -%}
    {{ level }}_totals as (
        select
            document_key,
            count(*) as {{ level }}_totals,
            count(*) filter (where reconciles) as {{ level }}_reconciled
        from ({{ touched('reconciliation') }}) as compared
        where level = '{{ level }}'
        group by document_key
    ),

{% endfor -%}
findings as (
    select * from {{ ref('int_findings_summed') }}
),

{% for name, mart in [('projects', 'fct_goals'), ('evaluations', 'fct_execution'), ('issues', 'reading_issues')] -%}
    {{ name }} as (
        select
            document_key,
            count(*) as {{ name }}
        from {{ ref(mart) }}
        {{ where_touched() }}
        group by document_key
    ),

{% endfor -%}
repairs as (
    select
        repairs.document_key,
        count(*) as repairs
    from ({{ touched('number_repairs') }}) as repairs
    left join goals on repairs.document_key = goals.document_key and repairs.project_key = goals.project_key
    where coalesce(goals.is_counted, true)
    group by repairs.document_key
)

select
    documents.document_key,
    {% for source, columns in counted.items() -%}
        {% for column in columns -%}
            coalesce({{ source }}.{{ column }}, 0) as {{ column }},
        {% endfor -%}
    {% endfor -%}
    coalesce(of_year.projects_of_year, 0) as projects_of_year,
    cast(coalesce(amounts.amount_wan, 0) as decimal(18, 6)) as amount_wan,
    cast(coalesce(amounts.counted_wan, 0) as decimal(18, 6)) as counted_wan
from ({{ touched('dim_document') }}) as documents
left join of_year on documents.department_key = of_year.department_key and documents.year_key = of_year.year_key
left join amounts on documents.document_key = amounts.document_key
{% for source in counted -%}
    left join {{ source }} on documents.document_key = {{ source }}.document_key
{% endfor -%}
order by documents.document_key
