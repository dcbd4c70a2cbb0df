with named as (
    select * from {{ ref('int_things_named') }}
),

-- a name of exactly two projects: what many print is nobody's own
alone as (
    select
        own.subject_key,
        min(other.subject_key) as other_key
    from named as own
    inner join named as other
        on
            own.document_key = other.document_key
            and own.form_kind = other.form_kind
            and own.name_text = other.name_text
            and own.project_family != other.project_family
    group by own.subject_key
    having count(*) = 1
),

shared as (
    select
        own.subject_key,
        own.thing,
        own.form_text,
        other.project_name as other_project_name,
        -- what is counted alike may stand anywhere in the other form; what is done, and who is satisfied, in its name
        case
            when own.is_count and own.target_text = other.target_text then other.form_text
            else {{ name_key('other.project_name') }}
        end as other_text
    from alone
    inner join named as own on alone.subject_key = own.subject_key
    inner join named as other on alone.other_key = other.subject_key
),

pairs as (
    select
        subject_key,
        other_project_name,
        form_text,
        other_text,
        unnest({{ character_pairs('thing') }}) as pair
    from shared
    where length(thing) > 1
),

compared as (
    select
        subject_key,
        max(other_project_name) as other_project_name,
        not bool_or(contains(form_text, pair)) and bool_or(contains(other_text, pair)) as is_borrowed
    from pairs
    where length(pair) = 2
    group by subject_key
)

select * from compared
