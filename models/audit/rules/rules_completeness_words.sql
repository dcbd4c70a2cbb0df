with judged as (
    select
        {{ subject_columns() }},
        characters_outside > 0 or open_words is not null as applies,
        open_words is not null as is_hit,
        {{ says('文字（第{said_page}页）留有未填的占位符：{open_words}',
            'The words (page {said_page}) hold places that were to be filled in: {open_words}') }}
    from {{ subjects_of('words_left_open', 'int_documents_listed') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
