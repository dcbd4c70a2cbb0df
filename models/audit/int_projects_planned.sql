with projects as (
    select * from {{ ref('int_projects_audited') }}
),

-- the money of all regions beside that of each, where what they do adds up
regions as (
    select
        apart.whole_form_key as form_key,
        max(apart.whole_wan) as whole_wan,
        max(apart.regions_wan) as regions_wan
    from {{ ref('int_regions_apart') }} as apart
    inner join {{ ref('int_regions_summed') }} as summed on apart.whole_form_key = summed.form_key
    group by apart.whole_form_key
),

-- indicators in one row stand in columns of their levels: the list has no place for others
lists as (
    select
        form_key,
        count(*) > 1 and min(line) = max(line) and min(page) = max(page) as is_of_columns
    from {{ ref('int_indicators_described') }}
    group by form_key
),

-- what is known beside the subjects: joined to their keys first, and to their many columns once
beside as (
    select
        projects.subject_key as known_subject_key,
        -- a project that has a form a region
        max(case when not projects.is_classified then projects.benefit_indicators end) over (
            partition by projects.document_key, projects.form_kind, projects.project_name
        ) as benefits_of_name,
        coalesce(lists.is_of_columns, false)
        and max(projects.benefit_indicators) over (partition by projects.document_key, projects.form_kind) = 0
            as has_no_place_for_benefits,
        scheduled.schedule_end,
        scheduled.schedule_end_year,
        ended.last_goal_year,
        ended.last_goal_date,
        ended.first_goal_year,
        ended.first_goal_date,
        cycles.cycle_wan,
        periods.period_text,
        periods.is_of_one_year,
        periods.start_year,
        periods.ends_before_it_begins,
        regions.whole_wan,
        regions.regions_wan,
        priced.task_price_words,
        priced.task_exceeded_wan,
        priced.task_exceeded_share,
        promised.promising_task,
        promised.task_phrase,
        promised.task_indicator,
        promised.task_target,
        promised.differs_from_task,
        reworded.reworded_project_name,
        elsewhere.elsewhere_file_name,
        elsewhere.elsewhere_wan
    from projects
    left join {{ ref('int_schedules_dated') }} as scheduled
        on projects.document_key = scheduled.document_key and projects.project_key = scheduled.project_key
    left join {{ ref('int_periods_read') }} as periods
        on projects.document_key = periods.document_key and projects.project_key = periods.project_key
    left join {{ ref('int_goals_ended') }} as ended on projects.form_key = ended.form_key
    left join {{ ref('int_cycles_funded') }} as cycles
        on projects.document_key = cycles.document_key and projects.project_key = cycles.project_key
    left join regions on projects.form_key = regions.form_key
    left join lists on projects.form_key = lists.form_key
    left join {{ ref('int_tasks_priced') }} as priced on projects.form_key = priced.form_key
    left join {{ ref('int_tasks_promised') }} as promised on projects.form_key = promised.form_key
    left join {{ ref('int_goals_reworded') }} as reworded on projects.form_key = reworded.form_key
    left join {{ ref('int_plans_elsewhere') }} as elsewhere on projects.form_key = elsewhere.form_key
)

select
    projects.*,
    beside.*
from projects
inner join beside on projects.subject_key = beside.known_subject_key
order by projects.subject_key
