with named as (
    select
        *,
        regexp_replace(
            regexp_replace(regexp_extract(target_text, '[0-9][0-9,]*(?:[.][0-9]+)?'), '[.,]', '', 'g'),
            '^0+|0+$', '', 'g'
        ) as digits
    from {{ ref('int_things_named') }}
    where is_count and regexp_matches(name_text, {{ audit_pattern('act_name') }})
),

-- what is raised of the whole form is not raised row by row
whole as (
    select counted.form_key
    from {{ ref('int_projects_counted') }} as counted
    left join {{ ref('int_indicators_shared') }} as shared on counted.form_key = shared.form_key
    where
        counted.same_indicators > 1
        or counted.indicators >= 5 and shared.shared_indicators >= counted.indicators * 0.75
),

pairs as (
    select
        own.subject_key,
        length(own.digits) as digits,
        count(distinct other.project_family) as other_families,
        min(other.project_name) as other_project_name
    from named as own
    inner join named as other
        on
            own.document_key = other.document_key
            and own.form_kind = other.form_kind
            and own.name_text = other.name_text
            and own.target_text = other.target_text
            and own.project_family != other.project_family
    left join whole on own.form_key = whole.form_key
    where whole.form_key is null
    group by own.subject_key, own.digits
)

select * from pairs
