with judged as (
    select
        {{ subject_columns() }},
        characters_outside > 0 or open_words is not null as applies,
        open_words is not null as is_hit,
        {{ says('文字（第{said_page}页）留有未填的占位符：{open_words}',
            'The words (page {said_page}) hold places that were to be filled in: {open_words}') }}
    from {{ subjects_of('words_left_open', 'int_documents_listed') }}
    union all
    select
        {{ subject_columns() }},
        leaves_out is not null as applies,
        leaves_out as is_hit,
        {{ says('文字（第{claim_page}页）称“{left(claim_words, 60)}”，“{goals_list_heading||列表}”列有 {goals_listed} 个项目，' ~
            '文件内只有其中 {goals_printed} 个的项目表，没有：{left(left_out_names, 80)}',
            'The words (page {claim_page}) say “{left(claim_words, 60)}”; of the {goals_listed} projects listed ' ~
            '{goals_printed} have a form, others have none: {left(left_out_names, 80)}') }}
    from {{ subjects_of('listed_without_form', 'int_documents_listed') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
