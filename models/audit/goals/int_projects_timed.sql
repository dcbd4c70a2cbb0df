with attributes as (
    {{ touched('project_attributes') }}
),

projects as (
    {{ touched_projects() }}
),

forms as (
    select * from {{ ref('int_forms_united') }}
    where project_key is not null
),

texts as (
    select
        document_key,
        project_key,
        {{ name_key('value') }} as period_text,
        true as is_period
    from attributes
    where
        regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('period_label') }})
        and not regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('no_period_label') }})
        -- times below each other are those of steps
        and not contains({{ name_key('value') }}, ';')
    union all
    select
        forms.document_key,
        forms.project_key,
        {{ name_key('projects.project_name') }} as period_text,
        false as is_period
    from forms
    inner join projects on forms.project_key = projects.project_key
),

years as (
    select
        document_key,
        project_key,
        cast(unnest(regexp_extract_all(period_text, '20[0-9][0-9]')) as bigint) as budget_year
    from texts
),

ends as (
    select
        document_key,
        project_key,
        max(budget_year) as period_end_year
    from years
    group by document_key, project_key
),

-- from one year to another, or from a month of a year to another of it
spans as (
    select
        document_key,
        project_key,
        max(cast(regexp_extract(period_text, '20[0-9][0-9][^0-9]*([0-9]{1,2}[^0-9]+)*(20[0-9][0-9])', 2) as bigint))
            as span_end_year
    from texts
    where
        regexp_matches(period_text, '20[0-9][0-9][^0-9]*([0-9]{1,2}[^0-9]+)*20[0-9][0-9]')
        -- 2021-2023年… as a name says its time, too, unless what is left of it is paid
        and (
            is_period
            or regexp_matches(period_text, '20[0-9][0-9]年?(度)?[-~至—]20[0-9][0-9]年')
            and not regexp_matches(period_text, {{ audit_pattern('over_again') }})
        )
    group by document_key, project_key
),

lengths as (
    select
        document_key,
        project_key,
        bool_or(is_period and regexp_full_match(period_text, '[1一]个?年度?')) as is_of_one_year,
        bool_or(is_period and (
            regexp_full_match(period_text, {{ audit_pattern('several_years') }})
            or try_cast(nullif(regexp_extract(period_text, '^([0-9]{1,2})(?:个?年)?$', 1), '') as bigint) > 1
        )) as is_of_several_years
    from texts
    group by document_key, project_key
),

timed as (
    select
        lengths.document_key,
        lengths.project_key,
        ends.period_end_year,
        spans.span_end_year,
        lengths.is_of_one_year,
        lengths.is_of_several_years
    from lengths
    left join ends on lengths.document_key = ends.document_key and lengths.project_key = ends.project_key
    left join spans on lengths.document_key = spans.document_key and lengths.project_key = spans.project_key
)

select * from timed
