with attributes as (
    {{ touched('project_attributes') }}
),

-- projects that are done anew each year (经常性项目), as a label of their kind says
recurrent as (
    select distinct
        document_key,
        project_key
    from attributes
    where
        regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('kind_of_project_label') }})
        and regexp_matches({{ name_key('value') }}, {{ audit_pattern('recurrent_project') }})
),

-- the day on which they are to be finished, where the form prints one of a year
ends as (
    select
        document_key,
        project_key,
        max(attribute || value) as end_words,
        max(
            cast(
                regexp_extract({{ name_key('value') }}, '(20[0-9]{2})[^0-9]?[0-9]{1,2}[^0-9]?[0-9]{0,2}日?$', 1)
                as bigint
            )
        ) as end_year
    from attributes
    where
        regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('period_label') }})
        and not regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('no_period_label') }})
        and regexp_matches({{ name_key('value') }}, '20[0-9]{2}[^0-9]?[0-9]{1,2}[^0-9]?[0-9]{0,2}日?$')
    group by document_key, project_key
),

-- what is planned and paid for over several years may end with the last of them
planned as (
    select
        document_key,
        project_key
    from {{ ref('fct_funding') }}
    {{ where_touched() }}
    group by document_key, project_key
    having sum(midterm_amount_wan) > sum(amount_wan)
),

timed as (
    select
        recurrent.document_key,
        recurrent.project_key,
        ends.end_words,
        ends.end_year
    from recurrent
    inner join ends on recurrent.document_key = ends.document_key and recurrent.project_key = ends.project_key
    left join planned
        on recurrent.document_key = planned.document_key and recurrent.project_key = planned.project_key
    where planned.project_key is null
)

select * from timed
