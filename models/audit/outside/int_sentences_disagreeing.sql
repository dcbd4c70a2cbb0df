{%- set due = "cast(cast(said_value as decimal(18, 2)) as varchar)" -%}
with said as (
    {{ touched('fct_said_totals') }}
),

-- what the other words of each give
given as (
    select
        document_key,
        said_seq,
        figure,
        figure like '%disagrees' and figure != 'balance_disagrees' as is_sentence,
        page as said_page,
        '“' || said_printed || '”' || case figure
            when 'rate_disagrees' then '，按所列金额应为' || {{ due }} || '%'
            when 'sum_disagrees' then '，所列各项合计' || {{ due }} || '万元'
            when 'product_disagrees' then '，算得' || {{ due }} || '万元'
            when 'limit_disagrees' then '，支出多于预算' || {{ due }} || '万元'
            when 'survey_disagrees' then '，收回多于发放'
            when 'day_disagrees' then '，当时年度尚未结束'
            else ''
        end as words,
        '“' || said_printed || '”' || case figure
            when 'rate_disagrees' then ', by its amounts ' || {{ due }} || '%'
            when 'sum_disagrees' then ', its parts make ' || {{ due }} || ' 万元'
            when 'product_disagrees' then ', which makes ' || {{ due }} || ' 万元'
            when 'limit_disagrees' then ', more was spent than the budget of ' || {{ due }} || ' 万元'
            when 'survey_disagrees' then ', more came back than were sent'
            when 'day_disagrees' then ', the year was not over'
            else ''
        end as words_en
    from said
    where
        figure like '%disagrees' and figure != 'change_disagrees'
        or figure in ('other_use', 'left_open')
)

select
    document_key,
    min(said_page) as said_page,
    string_agg(case when is_sentence then words end, '；' order by said_seq) as disagreeing_words,
    string_agg(case when is_sentence then words_en end, '; ' order by said_seq) as disagreeing_words_en,
    string_agg(case when figure = 'balance_disagrees' then words end, '；' order by said_seq) as balance_words,
    string_agg(case when figure = 'other_use' then words end, '；' order by said_seq) as other_use_words,
    string_agg(case when figure = 'left_open' then words end, '、' order by said_seq) as open_words
from given
group by document_key
