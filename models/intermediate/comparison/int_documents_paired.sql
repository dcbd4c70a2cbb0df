with documents as (
    {{ touched('dim_document') }}
),

projects as (
    select * from {{ ref('int_projects_located') }}
),

-- a document of a whole department alone stands between no two others
holding_projects as (
    select documents.* from documents
    where documents.document_key in (select projects.document_key from projects)
),

ordered as (
    select
        earlier.document_key as from_document_key,
        later.document_key as to_document_key,
        earlier.department_key,
        later.year_key,
        min(later.year_key) over (partition by earlier.document_key) as next_year_key
    from holding_projects as earlier
    inner join holding_projects as later
        on
            earlier.department_key = later.department_key
            and earlier.form = later.form
            and earlier.year_key < later.year_key
),

next_years as (
    select
        from_document_key,
        to_document_key,
        department_key
    from ordered
    where year_key = next_year_key
),

-- a self-evaluation comes after the plan; the order in which documents were landed decides nothing
other_forms as (
    select
        one.document_key as from_document_key,
        other.document_key as to_document_key,
        one.department_key
    from holding_projects as one
    inner join holding_projects as other
        on
            one.department_key = other.department_key
            and one.year_key = other.year_key
            and one.form != other.form
            and case
                when one.form = 'self_evaluation' then false
                when other.form = 'self_evaluation' then true
                else one.form < other.form
            end
),

pairs as (
    select * from next_years
    union all
    select * from other_forms
)

select * from pairs
