with judged as (
    select
        {{ subject_columns() }},
        level1_code = '1'
        and annual_is_quantitative
        and coalesce(annual_plain_unit, '') not in ('', '%')
        and not coalesce(is_borrowed, false) as applies,
        -- a round number is found twice by chance, hardly three times
        coalesce(copied_digits > threshold or copied_families > 1, false) as is_hit,
        {{ says('指标“{indicator_name}”（{annual_target}）与本文件另外 {copied_families} 个项目相同，如“{copied_from}”',
            'The indicator “{indicator_name}” ({annual_target}) is printed by {copied_families} other projects of the ' ~
            'file, such as “{copied_from}”') }}
    from {{ subjects_of('count_copied', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind in ('plan', 'evaluation')
        and signature is not null
        and least_wan > 0
        and targets >= threshold
        and not coalesce(is_standard or is_blank, false) as applies,
        same_projects > 1 and (most_wan > least_wan or coalesce(is_listed_again, false)) as is_hit,
        {{ says('同一文件有 {same_projects} 张“{project_name}”，单位、目标、指标均相同，资金为 {least_wan|2} 至 {most_wan|2} 万元',
            '{same_projects} forms of the file are of “{project_name}”, with one unit, goal and indicators, and money ' ~
            'from {least_wan|2} to {most_wan|2} 万元') }}
    from {{ subjects_of('project_twice', 'int_projects_doubled') }}
    union all
    select
        {{ subject_columns() }},
        annual_goal is not null and not coalesce(is_classified or is_standard, false) as applies,
        reworded_project_name is not null as is_hit,
        {{ says('绩效目标与项目“{reworded_project_name}”只差个别字词，没有写出本项目做什么：{left(annual_goal, 60)}',
            'The goal is that of “{reworded_project_name}” but for a word or two: {left(annual_goal, 60)}') }}
    from {{ subjects_of('goal_reworded', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        length(coalesce(annual_goal, '')) >= threshold and not coalesce(is_classified or is_standard, false) as applies,
        -- a goal that is of another project is raised itself
        same_goal - coalesce(goals_of_others, 0) > 1 as is_hit,
        {{ says('同一文件有 {same_goal} 个项目的绩效目标相同：{left(annual_goal, 40)}',
            '{same_goal} projects of the file have the same goal: {left(annual_goal, 40)}') }}
    from {{ subjects_of('goal_copied', 'int_projects_reckoned') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
