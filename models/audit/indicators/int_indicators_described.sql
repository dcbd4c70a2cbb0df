with texts as (
    select
        indicators.*,
        rtrim({{ name_key('indicators.annual_target') }}, '。.') as annual_text,
        rtrim({{ name_key('indicators.cycle_target') }}, '。.') as cycle_text,
        coalesce(nullif(indicators.printed_level2, ''), indicators.printed_level1) as level_label,
        {{ name_key('indicators.indicator_name') }} as name_text,
        replace({{ name_key('indicators.printed_level2') }}, '指标', '') as level2_text
    from {{ ref('int_indicators_united') }} as indicators
),

described as (
    select
        *,
        regexp_full_match(name_text, {{ audit_pattern('grade_name') }})
        and regexp_full_match(annual_text, {{ audit_pattern('grade') }})
        or coalesce(regexp_matches(note, {{ audit_pattern('grades_noted') }}), false) as is_grade,
        regexp_matches(coalesce(annual_text, cycle_text), {{ audit_pattern('vague') }})
        and not regexp_matches(coalesce(annual_text, cycle_text), {{ audit_pattern('measured') }}) as has_vague_word,
        regexp_matches(name_text, {{ audit_pattern('vague') }})
        and not regexp_matches(name_text, {{ audit_pattern('measured') }}) as names_vague_word,
        coalesce(regexp_full_match(coalesce(annual_text, cycle_text), {{ audit_pattern('placeholder') }}), false)
            as is_placeholder,
        regexp_full_match(cycle_text, {{ audit_pattern('placeholder') }}) as cycle_is_placeholder,
        -- 公里, ≥ %: a sign or a unit, and the value between them was not filled in
        regexp_full_match(coalesce(annual_text, cycle_text), {{ audit_pattern('value_left_out') }}) as is_left_blank,
        regexp_full_match(annual_text, {{ audit_pattern('answer') }}) as is_answer_word,
        coalesce({{ repeats_name('annual_text', 'name_text', 'level2_text') }}, false) as annual_repeats_name,
        coalesce({{ repeats_name('cycle_text', 'name_text', 'level2_text') }}, false) as cycle_repeats_name,
        regexp_matches(name_text, {{ audit_pattern('rate_name') }})
        and not regexp_matches(name_text, {{ audit_pattern('not_rate_name') }}) as is_rate_name,
        regexp_matches(name_text, {{ audit_pattern('count_name') }})
        and not regexp_matches(name_text, {{ audit_pattern('not_count_name') }}) as is_count_name,
        regexp_matches(name_text, {{ audit_pattern('growth_name') }})
        or coalesce(regexp_matches(annual_text, {{ audit_pattern('growth_name') }}), false) as is_growth_name,
        regexp_matches(name_text, {{ audit_pattern('satisfaction_name') }}) as is_satisfaction_name,
        -- 及时, 是 or a day in the place of a satisfaction
        regexp_matches(name_text, {{ audit_pattern('satisfaction_name') }})
        and (
            regexp_full_match(annual_text, {{ audit_pattern('answer') }})
            or regexp_matches(annual_text, '[0-9](月|年底|日前)')
        )
        and not regexp_matches(annual_text, {{ audit_pattern('satisfaction_grade') }}) as is_no_satisfaction,
        regexp_matches(name_text, {{ audit_pattern('timeliness_name') }})
        and not regexp_matches(name_text, {{ audit_pattern('horizon_name') }})
        and not regexp_matches(name_text, {{ audit_pattern('timely_benefit') }}) as is_timeliness_name,
        regexp_matches(name_text, {{ audit_pattern('time_name') }}) as is_time_name,
        regexp_matches(name_text, {{ audit_pattern('cost_name') }})
        and not regexp_matches(name_text, {{ audit_pattern('saving_name') }}) as is_cost_name,
        regexp_matches(name_text, {{ audit_pattern('cost_of_others') }}) as is_cost_of_others,
        regexp_matches(name_text, {{ audit_pattern('saving_name') }}) as is_saving_name,
        regexp_matches(name_text, {{ audit_pattern('entitlement_name') }}) as is_entitlement_name,
        regexp_matches(name_text, {{ audit_pattern('unit_cost_name') }}) as is_unit_cost_name,
        regexp_matches(name_text, {{ audit_pattern('whole_cost_name') }}) as is_whole_cost_name,
        regexp_matches(name_text, {{ audit_pattern('whole_cost_limit') }}) as is_whole_cost_limit,
        regexp_matches(name_text, {{ audit_pattern('whole_spending_name') }}) as is_whole_spending_name,
        case annual_unit
            when '元' then annual_value * 0.0001
            when '万元' then annual_value
            when '亿元' then annual_value * 10000
        end as annual_wan,
        regexp_matches(name_text, {{ audit_pattern('quality_name') }}) as is_quality_name,
        regexp_matches(name_text, {{ audit_pattern('adverse_name') }}) as is_adverse_name,
        regexp_matches(name_text, {{ audit_pattern('absence_name') }}) as is_absence_name,
        regexp_matches(annual_text, {{ audit_pattern('lowered_name') }}) as is_lowered_target,
        regexp_matches(name_text, {{ audit_pattern('stock_name') }}) as is_stock_name,
        regexp_matches(name_text, {{ audit_pattern('kept_name') }}) as is_kept_name,
        regexp_matches(name_text, {{ audit_pattern('unit_in_name') }}) as names_unit,
        regexp_full_match(name_text, {{ audit_pattern('number_name') }}) as is_number_name,
        regexp_matches(name_text, {{ audit_pattern('share_name') }}) as is_share_name,
        regexp_matches(name_text, {{ audit_pattern('activity_name') }})
        and not regexp_matches(name_text, {{ audit_pattern('public_activity') }}) as is_activity_name,
        regexp_matches(name_text, {{ audit_pattern('sign_at_least') }})
        and not regexp_matches(name_text, {{ audit_pattern('not_sign_at_least') }}) as is_at_least_name,
        regexp_matches(name_text, {{ audit_pattern('sign_at_most') }})
        and not regexp_matches(name_text, {{ audit_pattern('not_sign_at_most') }})
        or regexp_matches(name_text, {{ audit_pattern('control_rate') }})
        -- 审批时限 in days: the sooner the better; a column of signs may say 反向指标 itself
        or regexp_matches(name_text, {{ audit_pattern('sign_at_most_time') }})
        and coalesce(regexp_full_match(annual_unit, {{ audit_pattern('unit_of_delay') }}), false)
        or coalesce(regexp_matches(note, {{ audit_pattern('adverse_note') }}), false) as is_at_most_name,
        {{ quantity_kind("regexp_replace(name_text, '[(][^()]*[)]$', '')", 'name') }} as name_kind,
        {{ quantity_kind(counted_unit('annual_unit'), 'unit') }} as unit_kind,
        -- 无 or / in the place of a name: a level of indicators that the form does not use
        coalesce(
            regexp_full_match(name_text, {{ audit_pattern('placeholder') }})
            and regexp_full_match(
                {{ name_key("coalesce(annual_target, cycle_target, '无')") }}, {{ audit_pattern('placeholder') }}
            ),
            false
        ) as is_unused,
        coalesce(regexp_matches(note, {{ audit_pattern('targets_of_note') }}), false) as is_noted,
        {{ plain_unit('annual_unit') }} as annual_plain_unit,
        {{ plain_unit('cycle_unit') }} as cycle_plain_unit,
        {{ year_of_deadline('annual_text') }} as target_year,
        {{ year_of_deadline('cycle_text') }} as cycle_target_year
    from texts
)

select * from described
