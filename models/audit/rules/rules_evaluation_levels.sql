with judged as (
    select
        {{ subject_columns() }},
        count_words is not null as applies,
        count_differs as is_hit,
        {{ says('文字写明“{count_words}”，表内有 {least_indicators} 项指标',
            'The words say “{count_words}”, the table has {least_indicators} indicators') }}
    from {{ subjects_of('indicator_count_said', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'evaluation' and execution_score is not null and answers > 0 and not is_blank as applies,
        -- without weights the one number of the row is the score
        total_score is null and coalesce(is_score_blank and weighed_scores > 0, false) as is_hit,
        {{ says('各项得分已填，总分未填', 'The scores are filled in, their total is not') }}
    from {{ subjects_of('total_score_missing', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns() }},
        is_not_standard is not null as applies,
        is_not_standard as is_hit,
        {{ says('预算执行率、产出、效益、满意度分值为 {execution_points|0}、{output_points|0}、{benefit_points|0}、' ~
            '{opinion_points|0}，同一文件 {standard_forms} 张自评表为 10、50、30、10',
            'Execution, output, benefit and satisfaction weigh {execution_points|0}, {output_points|0}, ' ~
            '{benefit_points|0} and {opinion_points|0}; in {standard_forms} forms of the file 10, 50, 30 and 10') }}
    from {{ subjects_of('level_weights_not_standard', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns() }},
        scored_level is not null as applies,
        is_above_points as is_hit,
        {{ says('“{scored_level}”各项得分合计 {level_score|2}，高于该级分值',
            'The scores of “{scored_level}” add up to {level_score|2}, more than its points') }}
    from {{ subjects_of('level_score_above_points', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'evaluation' and weighed_scores = indicators and all_weights > 0 and not is_blank as applies,
        largest_weight >= all_weights * threshold as is_hit,
        {{ says('{indicators} 项指标的分值合计 {all_weights|2}，其中“{heaviest_name||无名称}”一项 {largest_weight|2}',
            '{indicators} indicators weigh {all_weights|2}, of which “{heaviest_name||one without a name}” {largest_weight|2}') }}
    from {{ subjects_of('one_indicator_all_points', 'int_projects_weighed') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
