with attributes as (
    {{ touched('project_attributes') }}
),

-- what a form of monitoring prints of some months: 1-8月执行数 210；200；10 and 1-8月执行率 42%；43%；33%, the total first
printed as (
    select
        document_key,
        project_key,
        regexp_extract({{ name_key('attribute') }}, {{ audit_pattern('monitored_label') }}, 1) as months,
        contains(attribute, '率') as is_rate,
        {{ name_key('attribute') }} || ' ' || regexp_extract(value, '^[^；]*') as words,
        try_cast(
            rtrim(replace(regexp_extract(value, '^[^；]*'), ',', ''), '%％') as decimal(18, 6)
        ) as number
    from attributes
    where regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('monitored_label') }})
),

paired as (
    select
        document_key,
        project_key,
        months,
        max(case when is_rate then number end) as monitored_rate,
        max(case when not is_rate then number end) as executed,
        max(case when is_rate then words end) as rate_words,
        max(case when not is_rate then words end) as executed_words
    from printed
    group by document_key, project_key, months
    having count(*) = 2 and count(number) = 2 and count(case when is_rate then 1 end) = 1
),

-- printed in 元 or in 万元
divided as (
    select
        forms.form_key,
        paired.monitored_rate,
        paired.rate_words,
        paired.executed_words,
        cast(
            100 * paired.executed
            / (forms.amount_wan * case when paired.executed > 100 * forms.amount_wan then 10000 else 1 end)
            as decimal(18, 2)
        ) as monitored_computed
    from paired
    inner join {{ ref('int_forms_united') }} as forms
        on paired.document_key = forms.document_key and paired.project_key = forms.project_key
    where forms.amount_wan > 0
)

select * from divided
qualify row_number() over (partition by form_key order by rate_words) = 1
