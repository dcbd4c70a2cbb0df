with judged as (
    select
        {{ subject_columns() }},
        execution_rate is not null and computed_rate is not null as applies,
        least(
            abs(execution_rate - computed_rate),
            abs(100 * execution_rate - computed_rate),
            -- the first budget is its base, too, unless its score follows the rate of the whole year
            abs(
                execution_rate - case
                    when
                        abs(execution_score * 100 - execution_weight * computed_rate) <= execution_weight * threshold
                        and abs(execution_score * 100 - execution_weight * least(execution_rate, 100))
                        > execution_weight * threshold
                        then computed_rate
                    -- nor is more than all of it spent where the budget of the year is not exceeded
                    when execution_rate > 100 + threshold and executed_wan <= adjusted_wan then computed_rate
                    else coalesce(100 * executed_wan / nullif(initial_wan, 0), computed_rate)
                end
            )
        ) > threshold as is_hit,
        {{ says('所印执行率 {execution_rate|2}，按预算 {budget_wan|2} 万元、执行 {executed_wan|2} 万元计为 {computed_rate|2}%',
            'Printed rate {execution_rate|2}; budget {budget_wan|2} and executed {executed_wan|2} 万元 give ' ~
            '{computed_rate|2}%') }}
    from {{ subjects_of('rate_not_execution', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        -- a total whose rate is wrong is raised itself
        rate_difference is not null and not coalesce(abs(execution_rate - computed_rate) > threshold, false) as applies,
        rate_difference > threshold as is_hit,
        {{ says('“{line_name}”所印执行率 {line_rate|2}，按其预算、执行数计为 {line_computed_rate|2}%',
            'Printed rate of “{line_name}” {line_rate|2}; its budget and executed amount give {line_computed_rate|2}%') }}
    from {{ subjects_of('source_rate_not_execution', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        said_rate is not null and computed_rate is not null as applies,
        least(
            abs(said_rate - computed_rate),
            abs(said_rate - coalesce(execution_rate, computed_rate)),
            -- of the first budget, where the form prints no rate of the other
            case
                when
                    abs(execution_rate - computed_rate) <= threshold
                    and adjusted_wan > 0
                    and not contains(said_words, '年初')
                    then abs(said_rate - computed_rate)
                else abs(said_rate - coalesce(100 * executed_wan / nullif(initial_wan, 0), computed_rate))
            end
        ) > threshold as is_hit,
        {{ says('文字写明“{said_words}”，表内预算 {budget_wan|2} 万元、执行 {executed_wan|2} 万元，执行率 {computed_rate|2}%',
            'The words say “{said_words}”; the table has a budget of {budget_wan|2} and ' ~
            '{executed_wan|2} 万元 executed, a rate of {computed_rate|2}%') }}
    from {{ subjects_of('rate_said_not_table', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        -- far from what was spent, the amount is of something else
        spending_said_wan between executed_wan / 2 and executed_wan * 2 as applies,
        least(
            abs(spending_said_wan - executed_wan),
            abs(spending_said_wan - coalesce(budget_wan, executed_wan)),
            abs(spending_said_wan - coalesce(initial_wan, executed_wan))
        ) > executed_wan * threshold as is_hit,
        {{ says('文字写明“{spending_words}”，表内执行数 {executed_wan|2} 万元',
            'The words say “{spending_words}”; the table has {executed_wan|2} 万元 executed') }}
    from {{ subjects_of('spending_said_not_table', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        score_said is not null and total_score is not null as applies,
        abs(score_said - total_score) > threshold as is_hit,
        {{ says('文字写明“{score_words}”，表内总分 {total_score|2}',
            'The words say “{score_words}”; the total score of the table is {total_score|2}') }}
    from {{ subjects_of('score_said_not_table', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        coalesce(execution_weight, rate_weight) > 0
        and coalesce(execution_score, rate_score) is not null
        and computed_rate is not null as applies,
        -- below it points are taken off by steps, unless the form says that they follow the rate
        (computed_rate >= threshold or coalesce(is_scored_by_rate, false))
        and coalesce(execution_score, rate_score)
        < coalesce(execution_weight, rate_weight) * (least(computed_rate, 100) / 100 - 0.02) as is_hit,
        {{ says('执行率 {computed_rate|2}%，执行率得分 {coalesce(execution_score, rate_score)|2}，分值 ' ~
            '{coalesce(execution_weight, rate_weight)|2}',
            'Execution rate {computed_rate|2}%, score {coalesce(execution_score, rate_score)|2}, full score ' ~
            '{coalesce(execution_weight, rate_weight)|2}') }}
    from {{ subjects_of('execution_score_below_rate', 'int_evaluations_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
