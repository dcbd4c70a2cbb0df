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
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
