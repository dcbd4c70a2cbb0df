with named as (
    select * from {{ ref('int_things_named') }}
),

-- two counts alike under one name
pairs as (
    select
        own.form_key,
        other.form_key as other_form_key,
        max(other.project_name) as other_project_name
    from named as own
    inner join named as other
        on
            own.document_key = other.document_key
            and own.form_kind = other.form_kind
            and own.name_text = other.name_text
            and own.target_text = other.target_text
            and own.project_family != other.project_family
    where own.is_count
    group by own.form_key, other.form_key
    having count(distinct own.name_text) > 1
),

shared as (
    select
        pairs.form_key,
        pairs.other_form_key,
        max(pairs.other_project_name) as other_project_name,
        count(distinct own.subject_key) as shared_indicators
    from pairs
    inner join named as own on pairs.form_key = own.form_key
    inner join named as other
        on
            pairs.other_form_key = other.form_key
            and own.name_text = other.name_text
            and own.target_text = other.target_text
    group by pairs.form_key, pairs.other_form_key
),

most as (
    select
        form_key,
        shared_indicators,
        other_project_name
    from shared
    qualify row_number() over (partition by form_key order by shared_indicators desc, other_form_key asc) = 1
)

select * from most
