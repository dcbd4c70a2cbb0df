{%- set number = "[0-9][0-9,]*(?:[.][0-9]+)?" -%}
with forms as (
    select * from {{ ref('int_forms_united') }}
),

texts as (
    select
        form_key,
        {{ name_key("concat_ws('。', annual_goal, cycle_goal, achieved_goal)") }} as words
    from forms
    union all
    select
        forms.form_key,
        {{ name_key('attributes.value') }} as words
    from ({{ touched('project_attributes') }}) as attributes
    inner join forms
        on attributes.document_key = forms.document_key and attributes.project_key = forms.project_key
),

phrases as (
    select distinct
        form_key,
        unnest(regexp_extract_all(translate(words, 'xX＊＝', '××*='), {{ audit_pattern('product_said') }})) as phrase
    from texts
),

-- 40人×1200元×12月=57.6万元: what is multiplied, and what it is said to make
sides as (
    select
        form_key,
        phrase,
        regexp_extract(phrase, '^([^=]+)=', 1) as factors,
        regexp_extract(phrase, '=(.+)$', 1) as result
    from phrases
),

numbers as (
    select
        form_key,
        phrase,
        result,
        unnest(regexp_extract_all(factors, '{{ number }}[^0-9×*]*')) as factor
    from sides
    -- money of one kind alone
    where regexp_matches(factors, '^[^元]*元[^元]*$')
),

valued as (
    select
        form_key,
        phrase,
        try_cast(replace(regexp_extract(result, '^约?({{ number }})', 1), ',', '') as double)
        * case when result like '%亿元' then 100000000 when result like '%万元' then 10000 else 1 end as result_yuan,
        try_cast(replace(regexp_extract(factor, '^{{ number }}'), ',', '') as double)
        * case
            when regexp_matches(factor, '^[0-9.,]+亿') then 100000000
            when regexp_matches(factor, '^[0-9.,]+万') then 10000
            when regexp_matches(factor, '^[0-9.,]+%') then 0.01
            else 1
        end as value
    from numbers
),

multiplied as (
    select
        form_key,
        phrase,
        max(result_yuan) as result_yuan,
        exp(sum(ln(value))) as product_yuan
    from valued
    where value > 0
    group by form_key, phrase
    having count(*) > 1 and max(result_yuan) > 0
),

compared as (
    select
        form_key,
        phrase as calculation_words,
        try_cast(product_yuan / 10000 as decimal(18, 6)) as calculated_wan,
        try_cast(abs(product_yuan / result_yuan - 1) as decimal(18, 6)) as difference_share,
        -- the months that a rate of one month is paid may be left out
        not regexp_matches(phrase, '[0-9]个?月') and abs(12 * product_yuan / result_yuan - 1) < 0.02 as is_of_months
    from multiplied
    -- 1.40人: the number of a point, not of persons
    where not regexp_matches(phrase, '^[0-9]+[.][0-9]+[^0-9×*]*[人户名个台座]')
    union all
    select
        form_key,
        calculation_words,
        calculated_wan,
        difference_share,
        is_of_months
    from {{ ref('int_prices_totalled') }}
)

select * from compared
qualify row_number() over (partition by form_key order by difference_share desc, calculation_words asc) = 1
