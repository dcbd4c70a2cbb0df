-- What the search box finds, by kind: every department, and the documents, projects and indicators that come first, so
-- that the list stays small however many there are; `all_of_kind` tells how many there are. What it leads to comes
-- with it: a department, a document, or a project in its latest document.
with goals as (
    select document_key, project_key, year_key from marts.fct_goals
    union all
    select document_key, project_key, year_key from marts.fct_execution
),

latest as (
    select project_key, max_by(document_key, struct_pack(y := year_key, d := document_key)) as document_key
    from goals
    group by project_key
),

money as (
    select project_key, sum(amount_wan) as amount_wan
    from marts.fct_funding
    inner join latest using (project_key, document_key)
    group by project_key
),

owners as (
    select
        document_key, city_name || ' ' || department_name as owner, budget_year, file_name,
        dim_document.department_key
    from marts.dim_document
    inner join marts.dim_department using (department_key)
    inner join marts.dim_city on dim_document.city_key = dim_city.city_key
    inner join marts.dim_year using (year_key)
),

departments as (
    select
        'department' as kind, department_name as name, city_name as "where", max(budget_year) as budget_year,
        null::bigint as document_key, department_key as target_key, count(*)::bigint as many, count(*) over () as all_of_kind,
        row_number() over (order by department_key) as place
    from marts.dim_department
    inner join marts.dim_city using (city_key)
    inner join (select department_key, budget_year from owners) using (department_key)
    group by department_key, department_name, city_name
),

documents as (
    select
        'document' as kind, file_name as name, owner as "where", budget_year, document_key, document_key as target_key,
        1 as many, count(*) over () as all_of_kind,
        row_number() over (order by budget_year desc, document_key) as place
    from owners
),

ranked as (
    select
        project_key, document_key, count(*) over () as all_of_kind,
        row_number() over (order by amount_wan desc nulls last, project_key) as place
    from latest
    semi join (select project_key from marts.dim_project where project_name != '') using (project_key)
    left join money using (project_key)
),

projects as (
    select
        'project' as kind, project_name as name, owner as "where", budget_year, document_key,
        project_key as target_key, 1 as many, all_of_kind, place
    from (select * from ranked where place <= 40000)
    inner join marts.dim_project using (project_key)
    inner join owners using (document_key)
),

named as (
    select
        indicator_name, cast(sum(projects) as bigint) as many,
        max(struct_pack(y := last_year_key, document := last_document_key, project := last_project_key)) as example
    from marts.indicator_names
    group by indicator_name
),

indicators as (
    select
        'indicator' as kind, indicator_name as name, owner as "where", budget_year, document_key,
        example.project as target_key, many, count(*) over () as all_of_kind,
        row_number() over (order by many desc, indicator_name) as place
    from named
    inner join owners on document_key = example.document
)

select kind, name, "where", budget_year, document_key, target_key, many, all_of_kind
from (
    select * from departments
    union all
    select * from documents
    where place <= 20000
    union all
    select * from projects
    union all
    select * from indicators
    where place <= 20000
)
order by list_position(['department', 'project', 'indicator', 'document'], kind), place
