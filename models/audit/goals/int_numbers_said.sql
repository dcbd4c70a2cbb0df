with numbers as (
    select
        *,
        regexp_extract(phrase, '[^0-9,.]*$') as words_after,
        try_cast(replace(regexp_extract(phrase, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(18, 6)) as printed
    from {{ ref('int_phrases_said') }}
),

said as (
    select
        form_key,
        subject_key,
        said_in,
        phrase,
        printed * {{ large_number('words_after') }} as said_value,
        regexp_replace(regexp_replace({{ counted_unit('words_after') }}, '^场次', '场'), '^批次', '批') as unit_words,
        acts,
        not regexp_matches(replace(phrase, '其中', ''), {{ audit_pattern('not_promised') }}) as is_promised,
        contains(phrase, '其中') as is_part
    from numbers
    where words_after != ''
)

select * from said
