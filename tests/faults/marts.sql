-- The published tables an expectation reads, made from landing in the plainest way: the good delivery of the tests.
create schema marts;

create table marts.dim_city as
select row_number() over (order by city_code) as city_key, city_code
from (select city_code from landing.documents group by all);

create table marts.dim_department as
select row_number() over (order by city_code, department_name) as department_key, *
from (
    select city_code, department_name, max(department_code) as department_code from landing.documents
    group by city_code, department_name
);

create table marts.dim_year as
select budget_year as year_key, budget_year from (select budget_year from landing.documents group by all);

create table marts.dim_category as
select category_code as category_key, category_code as level2_code
from (
    select category_code from landing.indicators
    union
    select category_code from landing.department_indicators
);

create table marts.dim_funding_source as
select * from (values (1, 'fiscal'), (2, 'special_account'), (3, 'other'))
    as sources (funding_source_key, funding_source_code);

create table marts.dim_document as
select
    documents.document_id as document_key,
    documents.file_name,
    documents.sha256,
    dim_city.city_key,
    dim_department.department_key,
    documents.budget_year as year_key,
    documents.printed_total_wan,
    documents.characters,
    documents.characters - documents.not_understood_characters as characters_understood,
    coalesce(documents.outside_characters, 0) as characters_outside
from landing.documents
inner join marts.dim_city using (city_code)
inner join marts.dim_department using (city_code, department_name);

create view current_documents as
select * from marts.dim_document
where document_key not in (select document_id from landing.supersessions);

create table marts.dim_unit as
select document_id * 1000 + unit_seq as unit_key, dim_document.department_key, unit_name, unit_code
from landing.units
inner join marts.dim_document on document_id = document_key;

create table marts.dim_project as
select
    document_id * 1000 + project_seq as project_key,
    document_id * 1000 + unit_seq as unit_key,
    project_name
from landing.projects;

create table marts.fct_goals as
select
    current_documents.document_key,
    projects.document_id * 1000 + projects.project_seq as project_key,
    current_documents.year_key,
    projects.annual_goal,
    projects.cycle_goal
from landing.projects
inner join current_documents on projects.document_id = current_documents.document_key
where (document_id, project_seq) not in (select (document_id, project_seq) from landing.evaluations);

create table marts.fct_execution as
select
    current_documents.document_key,
    projects.document_id * 1000 + projects.project_seq as project_key,
    evaluations.total_score,
    executions.budget_wan,
    executions.adjusted_wan,
    executions.executed_wan,
    projects.annual_goal,
    projects.cycle_goal
from landing.evaluations
inner join landing.projects using (document_id, project_seq)
inner join current_documents on evaluations.document_id = current_documents.document_key
left join landing.executions
    on
        evaluations.document_id = executions.document_id
        and evaluations.project_seq = executions.project_seq
        and executions.measure = 'total';

create table marts.fct_performance as
select
    current_documents.document_key,
    performance.indicator_seq,
    performance.indicator_name,
    performance.target,
    performance.actual,
    performance.weight,
    performance.score,
    performance.page,
    performance.line
from landing.performance
inner join current_documents on performance.document_id = current_documents.document_key;

create table marts.fct_funding as
select
    row_number() over (order by document_id, project_seq, funding_source_code) as funding_key,
    current_documents.document_key,
    current_documents.city_key,
    current_documents.department_key,
    dim_project.unit_key,
    document_id * 1000 + project_seq as project_key,
    current_documents.year_key,
    dim_funding_source.funding_source_key,
    funding.amount_wan,
    cast(funding.amount_wan * 10000 as decimal(18, 2)) as amount_yuan,
    funding.midterm_amount_wan,
    coalesce(funding.is_proved, false) as is_proved,
    funding.page,
    funding.line
from landing.funding
inner join current_documents on funding.document_id = current_documents.document_key
inner join marts.dim_project on document_id * 1000 + project_seq = dim_project.project_key
inner join marts.dim_funding_source using (funding_source_code);

create table marts.fct_indicators as
select
    row_number() over (order by document_id, project_seq, indicator_seq) as indicator_key,
    current_documents.document_key,
    current_documents.city_key,
    current_documents.department_key,
    document_id * 1000 + project_seq as project_key,
    current_documents.year_key,
    category_code as category_key,
    indicator_seq,
    printed_ordinal,
    printed_level1,
    printed_level2,
    indicator_name,
    annual_target,
    cycle_target,
    page,
    line
from landing.indicators
inner join current_documents on indicators.document_id = current_documents.document_key;

create table marts.reconciliation as
with lines as (
    select fct_funding.*, dim_funding_source.funding_source_code, projects.unit_seq, projects.project_seq
    from marts.fct_funding
    inner join marts.dim_funding_source using (funding_source_key)
    inner join landing.projects on fct_funding.project_key = projects.document_id * 1000 + projects.project_seq
)

select
    totals.document_id as document_key,
    totals.level,
    totals.measure as funding_source_code,
    totals.level || ' ' || coalesce(totals.project_seq, totals.unit_seq, 0) as name,
    totals.amount_wan as printed_wan,
    coalesce(sum(lines.amount_wan), 0) as computed_wan,
    totals.amount_wan - coalesce(sum(lines.amount_wan), 0) as difference_wan,
    totals.amount_wan = coalesce(sum(lines.amount_wan), 0) as reconciles
from landing.printed_totals as totals
inner join current_documents on totals.document_id = current_documents.document_key
left join lines
    on
        totals.document_id = lines.document_key
        and coalesce(totals.unit_seq, lines.unit_seq) = lines.unit_seq
        and coalesce(totals.project_seq, lines.project_seq) = lines.project_seq
        and totals.measure in ('total', lines.funding_source_code)
group by totals.document_id, totals.level, totals.unit_seq, totals.project_seq, totals.measure, totals.amount_wan;

create table marts.reconciliation_by_source as
select * from marts.reconciliation where funding_source_code <> 'total';

delete from marts.reconciliation where funding_source_code <> 'total';

create table marts.year_over_year as
select city_key, department_key, funding_source_key, year_key as budget_year, sum(amount_wan) as amount_wan
from marts.fct_funding
group by all;

create table marts.city_comparison as
select city_key, department_key, year_key as budget_year, sum(amount_wan) as amount_wan
from marts.fct_funding
group by all;

create table marts.fct_department_goals as
select
    current_documents.document_key,
    current_documents.city_key,
    current_documents.department_key,
    current_documents.year_key,
    read.* exclude (document_id, batch_id)
from landing.department_goals as read
inner join current_documents on read.document_id = current_documents.document_key;

create table marts.fct_department_budget as
select
    current_documents.document_key,
    current_documents.city_key,
    current_documents.department_key,
    current_documents.year_key,
    read.* exclude (document_id, batch_id)
from landing.department_budget as read
inner join current_documents on read.document_id = current_documents.document_key;

create table marts.fct_department_tasks as
select
    current_documents.document_key,
    current_documents.city_key,
    current_documents.department_key,
    current_documents.year_key,
    read.* exclude (document_id, batch_id)
from landing.department_tasks as read
inner join current_documents on read.document_id = current_documents.document_key;

create table marts.fct_department_indicators as
select
    current_documents.document_key,
    current_documents.city_key,
    current_documents.department_key,
    current_documents.year_key,
    read.* exclude (document_id, batch_id, category_code),
    read.category_code as category_key
from landing.department_indicators as read
inner join current_documents on read.document_id = current_documents.document_key;

drop view current_documents;
