with forms as (
    select
        document_key,
        project_key,
        is_counted
    from {{ ref('fct_goals') }}
    union all
    select
        document_key,
        project_key,
        is_counted
    from {{ ref('fct_execution') }}
)

select
    document_key,
    project_key,
    bool_or(is_counted) as is_counted
from forms
group by document_key, project_key
