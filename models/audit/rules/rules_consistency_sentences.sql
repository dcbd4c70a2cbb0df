with judged as (
    select
        {{ subject_columns() }},
        characters_outside > 0 or disagreeing_words is not null as applies,
        disagreeing_words is not null as is_hit,
        {{ says('文字（第{said_page}页）自相矛盾：{disagreeing_words}',
            'The words (page {said_page}) contradict themselves: {disagreeing_words_en}') }}
    from {{ subjects_of('sentence_against_itself', 'int_documents_listed') }}
    union all
    select
        {{ subject_columns() }},
        names_days as applies,
        impossible_days is not null as is_hit,
        {{ says('所写日期不存在：“{impossible_days}”', 'No calendar has “{impossible_days}”') }}
    from {{ subjects_of('day_impossible', 'int_documents_listed') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
