with judged as (
    select
        {{ subject_columns() }},
        characters_outside > 0 or other_use_words is not null as applies,
        other_use_words is not null as is_hit,
        {{ says('文字（第{said_page}页）写明项目资金用于其他支出：{other_use_words}',
            'The words (page {said_page}) say that money of a project went elsewhere: {other_use_words}') }}
    from {{ subjects_of('money_used_otherwise', 'int_documents_listed') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
