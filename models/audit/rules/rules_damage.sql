with judged as (
    select
        {{ subject_columns() }},
        code in ('ordinal_repeated', 'ordinal_skipped', 'ordinal_missing', 'false_start') as applies,
        true as is_hit,
        meaning_zh || '：' || left(printed, 40) as message
    from {{ subjects_of('ordinals_broken', 'int_issues_audited') }}
    union all
    select
        {{ subject_columns() }},
        code in ('value_repeated', 'label_cut') as applies,
        true as is_hit,
        '重复或截断的文字：' || left(printed, 40) as message
    from {{ subjects_of('text_looped', 'int_issues_audited') }}
    union all
    select
        {{ subject_columns() }},
        code = 'amount_unreadable' and regexp_matches(printed_text, {{ audit_pattern('illegible') }}) as applies,
        true as is_hit,
        '无法辨认：' || left(printed, 40) as message
    from {{ subjects_of('field_unreadable', 'int_issues_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
