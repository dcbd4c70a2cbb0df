with judged as (
    select
        {{ subject_columns() }},
        projects_said is not null as applies,
        projects_said != projects_printed as is_hit,
        {{ says('文字（第{count_page}页）称项目 {projects_said|0} 个，文件内的项目表有 {projects_printed} 张：“{left(count_words, 90)}”',
            'The words (page {count_page}) count {projects_said|0} projects, the file holds {projects_printed} forms ' ~
            'of projects: “{left(count_words, 90)}”') }}
    from {{ subjects_of('said_count_not_forms', 'int_documents_audited') }}
    union all
    select
        {{ subject_columns() }},
        money_said is not null and money_differs is not null as applies,
        money_differs as is_hit,
        {{ says('文字（第{money_said_page}页）称 {money_said}，各项目表合计 {money_printed_wan|2} 万元：“{left(money_words, 90)}”',
            'The words (page {money_said_page}) say {money_said}, the forms of the projects add up to ' ~
            '{money_printed_wan|2} 万元: “{left(money_words, 90)}”') }}
    from {{ subjects_of('said_money_not_forms', 'int_documents_audited') }}
    union all
    select
        {{ subject_columns() }},
        average_said is not null as applies,
        average_differs as is_hit,
        {{ says('文字（第{average_page}页）称平均得分 {average_said|2}，各项目表总分平均 {average_printed|2}：“{left(average_words, 90)}”',
            'The words (page {average_page}) say an average score of {average_said|2}, the forms give ' ~
            '{average_printed|2}: “{left(average_words, 90)}”') }}
    from {{ subjects_of('said_average_not_scores', 'int_documents_audited') }}
    union all
    select
        {{ subject_columns() }},
        each_rate is not null and form_rate is not null as applies,
        form_rate < each_rate - threshold as is_hit,
        {{ says('文字（第{each_page}页）称各项目执行率均为 {each_rate|2}%，本表执行数 {form_executed_wan|2} 万元，' ~
            '执行率 {form_rate|2}%',
            'The words (page {each_page}) say that {each_rate|2}% of the money of each project was spent, by this form ' ~
            '{form_executed_wan|2} 万元, {form_rate|2}%') }}
    from {{ subjects_of('said_rate_not_each', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        listed_measure is not null as applies,
        listed_differs as is_hit,
        {{ says('“{money_heading||列表}”（第{money_page}页）所列{measure_zh} {listed_wan|2} 万元，本表为 {listed_form_wan|2} 万元',
            '“{money_heading||A list}” (page {money_page}) has {measure_en} {listed_wan|2} 万元, this form ' ~
            '{listed_form_wan|2} 万元') }}
    from {{ subjects_of('listed_money_not_form', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        listed_score is not null as applies,
        abs(listed_score - form_score) > threshold and listed_score != round(form_score, 0) as is_hit,
        {{ says('“{score_heading||列表}”（第{score_page}页）所列得分 {listed_score|2}，本表总分 {form_score|2}',
            '“{score_heading||A list}” (page {score_page}) has a score of {listed_score|2}, this form {form_score|2}') }}
    from {{ subjects_of('listed_score_not_form', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_unlisted is not null as applies,
        is_unlisted as is_hit,
        {{ says('“{list_heading||列表}”（第{list_page}页）所列项目与合计相符，其中没有本项目',
            '“{list_heading||A list}” (page {list_page}) adds up to its total without this project') }}
    from {{ subjects_of('form_not_listed', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        list_total_wan is not null as applies,
        list_total_wan != list_sum_wan as is_hit,
        {{ says('“{list_heading||列表}”（第{list_page}页）合计 {list_total_wan|2} 万元，所列各项目之和 {list_sum_wan|2} 万元',
            '“{list_heading||A list}” (page {list_page}) has a total of {list_total_wan|2} 万元, its projects add up to ' ~
            '{list_sum_wan|2} 万元') }}
    from {{ subjects_of('list_not_its_total', 'int_documents_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
