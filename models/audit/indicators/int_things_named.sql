with indicators as (
    select
        subject_key,
        form_key,
        {{ name_key('indicator_name') }} as name_text,
        {{ name_key('annual_target') }} as target_text,
        -- a count that is not found twice by chance
        coalesce(
            annual_value * {{ large_number('annual_unit') }} >= 10
            and not regexp_matches(annual_unit, {{ audit_pattern('no_count_unit') }}),
            false
        ) as is_count
    from {{ ref('int_indicators_united') }}
    where indicator_name is not null
),

named as (
    select
        indicators.subject_key,
        indicators.form_key,
        indicators.name_text,
        indicators.target_text,
        indicators.is_count,
        forms.form_kind,
        forms.document_key,
        forms.project_name,
        forms.project_family,
        nullif(
            regexp_replace(
                regexp_replace(indicators.name_text, {{ audit_pattern('counted_ending') }}, ''),
                {{ audit_pattern('common_word') }}, '', 'g'
            ),
            ''
        ) as thing
    from indicators
    inner join {{ ref('int_forms_worded') }} as forms on indicators.form_key = forms.form_key
)

select * from named
