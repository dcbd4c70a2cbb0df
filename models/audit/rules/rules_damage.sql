with judged as (
    select
        {{ subject_columns() }},
        code in ('ordinal_repeated', 'ordinal_skipped', 'ordinal_missing', 'false_start') as applies,
        true as is_hit,
        {{ says('{meaning_zh}：{left(printed, 40)}', '{meaning_en}: {left(printed, 40)}') }}
    from {{ subjects_of('ordinals_broken', 'int_issues_audited') }}
    union all
    select
        {{ subject_columns() }},
        code in ('value_repeated', 'label_cut') as applies,
        true as is_hit,
        {{ says('重复或截断的文字：{left(printed, 40)}', 'Repeated or cut text: {left(printed, 40)}') }}
    from {{ subjects_of('text_looped', 'int_issues_audited') }}
    union all
    select
        {{ subject_columns() }},
        code = 'amount_contradicted' as applies,
        true as is_hit,
        {{ says('“{printed}”与另一处所印不同', '“{printed}” is not what is printed elsewhere') }}
    from {{ subjects_of('amount_printed_twice', 'int_issues_audited') }}
    union all
    select
        {{ subject_columns() }},
        code = 'amount_unreadable' and regexp_matches(printed_text, {{ audit_pattern('illegible') }}) as applies,
        true as is_hit,
        {{ says('无法辨认：{left(printed, 40)}', 'Illegible: {left(printed, 40)}') }}
    from {{ subjects_of('field_unreadable', 'int_issues_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
