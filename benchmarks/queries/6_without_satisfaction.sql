-- How much money goes to projects that nobody is asked about: no indicator of satisfaction, by function?
with asked as (
    select distinct
        document_key,
        project_key
    from fct_indicators
    inner join dim_category using (category_key)
    where level1_code = '3'
)

select
    function_name,
    count(distinct fct_funding.project_key) as projects,
    sum(amount_wan) as amount_wan
from fct_funding
inner join dim_department on fct_funding.department_key = dim_department.department_key
left join asked on fct_funding.document_key = asked.document_key and fct_funding.project_key = asked.project_key
where asked.project_key is null
group by function_name
order by function_name
