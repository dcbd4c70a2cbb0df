with forms as (
    select
        form_key,
        {{ name_key('annual_goal') }} as goal_text
    from {{ ref('int_forms_united') }}
    where annual_goal is not null
),

rates as (
    select
        subject_key,
        form_key,
        annual_value,
        annual_operator,
        {{ name_key('indicator_name') }} as name_text
    from {{ ref('int_indicators_united') }}
    where annual_unit = '%' and annual_operator in ('=', '>=', '>', '<=', '<')
),

-- a goal says 亮灯率 of the indicator 路灯亮灯率: its last three characters, where one indicator alone ends so
named as (
    select
        rates.*,
        forms.goal_text,
        case
            when contains(forms.goal_text, rates.name_text) then rates.name_text
            when
                count(*) over (partition by rates.form_key, right(rates.name_text, 3)) = 1
                and length(forms.goal_text) - length(replace(forms.goal_text, right(rates.name_text, 3), '')) = 3
                then right(rates.name_text, 3)
        end as said_name
    from rates
    inner join forms on rates.form_key = forms.form_key
    where length(rates.name_text) > 3
),

promised as (
    select
        *,
        substr(goal_text, cast(strpos(goal_text, said_name) + length(said_name) as integer), 16) as said
    from named
    where said_name is not null
),

valued as (
    select
        *,
        try_cast(nullif(regexp_extract(said, {{ audit_pattern('promised') }}, 1), '') as decimal(18, 6))
            as promised_value
    from promised
),

compared as (
    select
        subject_key,
        promised_value,
        said_name || regexp_extract(said, '^[^%]*%') as promised_words,
        case
            when annual_operator in ('<=', '<') then annual_value > promised_value
            else annual_value < promised_value
        end as asks_for_less
    from valued
    where promised_value is not null
)

select * from compared
