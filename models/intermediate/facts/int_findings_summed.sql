with forms as (
    {{ touched('int_forms_counted') }}
),

published as (
    select
        document_key,
        bool_or(is_counted) as is_counted
    from forms
    group by document_key
),

findings as (
    {{ touched('audit_findings') }}
),

-- a form that is printed again counts where its project does; one of a whole department has no project
located as (
    select
        findings.document_key,
        findings.severity,
        coalesce(
            case when findings.project_key is null then published.is_counted else forms.is_counted end, true
        ) as is_counted
    from findings
    left join forms on findings.document_key = forms.document_key and findings.project_key = forms.project_key
    left join published on findings.document_key = published.document_key
)

select
    document_key,
    {%- for severity in ['high', 'medium', 'low'] %}
        count(*) filter (where severity = '{{ severity }}') as {{ severity }}_findings,
    {%- endfor %}
    count(*) filter (where is_counted) as counted_findings
from located
group by document_key
