with documents as (
    {{ touched('dim_document') }}
),

ordered as (
    select
        earlier.document_key as from_document_key,
        later.document_key as to_document_key,
        earlier.department_key,
        later.year_key,
        min(later.year_key) over (partition by earlier.document_key) as next_year_key
    from documents as earlier
    inner join documents as later
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

other_forms as (
    select
        one.document_key as from_document_key,
        other.document_key as to_document_key,
        one.department_key
    from documents as one
    inner join documents as other
        on
            one.department_key = other.department_key
            and one.year_key = other.year_key
            and one.form != other.form
            and one.document_key < other.document_key
),

pairs as (
    select * from next_years
    union all
    select * from other_forms
)

select * from pairs
