-- Keys are made of a reading's number and places in it; a place that overflows its digits would collide with the next.
select
    document_id,
    project_seq as place
from {{ ref('stg_projects') }}
where project_seq not between 1 and 99999
union all
select
    document_id,
    unit_seq as place
from {{ ref('stg_units') }}
where unit_seq not between 1 and 9999
union all
select
    document_id,
    indicator_seq as place
from {{ ref('stg_indicators') }}
where indicator_seq not between 1 and 9999
union all
select
    document_id,
    form_seq as place
from {{ ref('stg_department_goals') }}
where form_seq not between 1 and 9999
union all
select
    document_id,
    task_seq as place
from {{ ref('stg_department_tasks') }}
where task_seq not between 1 and 9999
union all
select
    document_id,
    indicator_seq as place
from {{ ref('stg_department_indicators') }}
where indicator_seq not between 1 and 9999
union all
select
    document_id,
    level_seq as place
from {{ ref('stg_funding_levels') }}
where level_seq not between 1 and 9999
union all
select
    document_id,
    greatest(table_seq, row_seq) as place
from {{ ref('stg_listed_projects') }}
where row_seq not between 1 and 9999 or table_seq not between 1 and 9999
