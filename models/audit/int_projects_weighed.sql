with projects as (
    select * from {{ ref('int_projects_audited') }}
),

weighed as (
    select
        indicators.form_key,
        count(scores.weight) as weighed_scores,
        max(scores.weight) as largest_weight,
        max_by(indicators.indicator_name, scores.weight) as heaviest_name,
        sum(scores.weight) as all_weights
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as indicators on scores.subject_key = indicators.subject_key
    group by indicators.form_key
),

-- what is known beside the subjects: joined to their keys first, and to their many columns once
beside as (
    select
        projects.subject_key as known_subject_key,
        slipped.slipped_words,
        slipped.slipped_wan,
        departments.department_wan,
        departments.is_above_department,
        named.named_words,
        named.name_differs,
        outside.outside_words,
        outside.outside_differs,
        emptied.is_empty as is_empty_goal,
        emptied.is_name_alone,
        regexp_matches({{ name_key('projects.project_name') }}, {{ audit_pattern('basic_project') }}) as is_basic,
        regexp_matches({{ name_key('projects.project_name') }}, {{ audit_pattern('served_persons') }}) as serves_pupils,
        scheduled.schedule_end,
        scheduled.schedule_end_year,
        periods.period_text,
        periods.start_year as period_start_year,
        counted.count_words,
        counted.count_differs,
        counted.least_indicators,
        printed.is_score_blank,
        weighed.weighed_scores,
        weighed.largest_weight,
        weighed.heaviest_name,
        weighed.all_weights,
        executions.total_score,
        executions.execution_score,
        points.execution_points,
        points.output_points,
        points.benefit_points,
        points.opinion_points,
        points.standard_forms,
        points.is_not_standard,
        shares.share_words as ratio_words,
        shares.share_due as ratio_due,
        shares.share_differs as ratio_differs,
        times.times_words,
        times.times_product,
        times.times_total,
        times.times_differ,
        scored.scored_level,
        scored.level_points,
        scored.level_score,
        scored.is_above_points
    from projects
    left join {{ ref('int_amounts_slipped') }} as slipped on projects.form_key = slipped.form_key
    left join {{ ref('int_departments_exceeded') }} as departments on projects.form_key = departments.form_key
    left join {{ ref('int_names_priced') }} as named on projects.form_key = named.form_key
    left join {{ ref('int_plans_priced') }} as outside on projects.form_key = outside.form_key
    left join {{ ref('int_goals_emptied') }} as emptied on projects.form_key = emptied.form_key
    left join {{ ref('int_schedules_dated') }} as scheduled
        on projects.document_key = scheduled.document_key and projects.project_key = scheduled.project_key
    left join {{ ref('int_periods_read') }} as periods
        on projects.document_key = periods.document_key and projects.project_key = periods.project_key
    left join {{ ref('int_indicators_said') }} as counted on projects.form_key = counted.form_key
    left join {{ ref('int_forms_printed') }} as printed on projects.form_key = printed.form_key
    left join weighed on projects.form_key = weighed.form_key
    left join {{ ref('int_executions_united') }} as executions on projects.form_key = executions.form_key
    left join {{ ref('int_levels_standard') }} as points on projects.form_key = points.form_key
    left join {{ ref('int_shares_reckoned') }} as shares on projects.form_key = shares.form_key
    left join {{ ref('int_times_multiplied') }} as times on projects.form_key = times.form_key
    left join {{ ref('int_levels_scored') }} as scored on projects.form_key = scored.form_key
)

select
    projects.*,
    beside.*
from projects
inner join beside on projects.subject_key = beside.known_subject_key
order by projects.subject_key
