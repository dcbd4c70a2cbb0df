with projects as (
    select * from {{ ref('int_projects_described') }}
),

counted as (
    select
        document_key,
        count(distinct name_key) as names
    from projects
    group by document_key
),

shared as (
    select
        one.document_key,
        other.document_key as other_document_key,
        count(distinct one.name_key) as shared_names
    from projects as one
    inner join projects as other
        on
            one.department_key = other.department_key
            and one.year_key = other.year_key
            and one.form = other.form
            and one.unit_key = other.unit_key
            and one.name_key = other.name_key
            and one.document_key != other.document_key
    group by one.document_key, other.document_key
),

alike as (
    select
        shared.document_key,
        shared.other_document_key,
        cast(shared.shared_names as double) / least(own.names, others.names) as shared_share
    from shared
    inner join counted as own on shared.document_key = own.document_key
    inner join counted as others on shared.other_document_key = others.document_key
    qualify row_number() over (
        partition by shared.document_key order by shared_share desc, shared.other_document_key asc
    ) = 1
)

select * from alike
