with projects as (
    select * from {{ ref('int_projects_audited') }}
),

targets as (
    select
        form_key,
        count(cycle_target) as cycle_targets,
        count(annual_target) as annual_targets
    from {{ ref('int_indicators_united') }}
    where form_kind = 'plan'
    group by form_key
),

-- what is known beside the subjects: joined to their keys first, and to their many columns once
beside as (
    select
        projects.subject_key as known_subject_key,
        cycles.cycle_wan,
        departments.total_wan as department_wan,
        departments.sources as department_sources,
        departments.sources_wan as department_sources_wan,
        timed.span_end_year,
        printed.has_cycle_grid,
        targets.cycle_targets,
        targets.annual_targets,
        projects.is_multi_year
        or coalesce(timed.is_of_several_years, false)
        or coalesce(timed.span_end_year > projects.budget_year, false)
        or coalesce(cycles.cycle_wan > projects.amount_wan, false) as lasts_years,
        named.other_place,
        levels.level_money_differs,
        levels.level_money_words,
        levels.level_money_wan,
        previous.previous_budget_printed,
        previous.previous_spent_printed,
        previous.previous_is_over
    from projects
    left join {{ ref('int_cycles_funded') }} as cycles
        on projects.document_key = cycles.document_key and projects.project_key = cycles.project_key
    left join {{ ref('int_projects_timed') }} as timed
        on projects.document_key = timed.document_key and projects.project_key = timed.project_key
    left join {{ ref('int_forms_printed') }} as printed on projects.form_key = printed.form_key
    left join targets on projects.form_key = targets.form_key
    left join {{ ref('int_departments_summed') }} as departments on projects.form_key = departments.form_key
    left join {{ ref('int_places_named') }} as named on projects.form_key = named.form_key
    left join {{ ref('int_levels_said') }} as levels on projects.form_key = levels.form_key
    left join {{ ref('int_previous_spent') }} as previous
        on projects.document_key = previous.document_key and projects.project_key = previous.project_key
)

select
    projects.*,
    beside.*
from projects
inner join beside on projects.subject_key = beside.known_subject_key
order by projects.subject_key
