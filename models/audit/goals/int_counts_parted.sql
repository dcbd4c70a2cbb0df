with texts as (
    select
        form_key,
        {{ name_key("concat_ws('。', annual_goal, achieved_goal)") }} as said
    from {{ ref('int_forms_united') }}
),

phrases as (
    select distinct
        form_key,
        unnest(regexp_extract_all(said, {{ audit_pattern('count_of_parts') }})) as phrase
    from texts
),

-- 18个,其中经济责任审计9个、预算执行审计5个: the count, and the counts of its unit behind it
counts as (
    select
        form_key,
        phrase,
        regexp_extract(phrase, '^[0-9,.]+([^0-9,.:()其]{1,4})', 1) as unit,
        try_cast(replace(regexp_extract(phrase, '^[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as double) as whole,
        unnest(regexp_extract_all(
            regexp_extract(phrase, '其中[:,]?([^)]*)', 1), '[0-9][0-9,]*(?:[.][0-9]+)?[^0-9,;。、:()]*'
        )) as part
    from phrases
    -- parts of parts, and what may be counted twice
    where not regexp_matches(phrase, {{ audit_pattern('part_twice') }})
),

valued as (
    select
        form_key,
        phrase,
        whole,
        try_cast(replace(regexp_extract(part, '^[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as double) as value
    from counts
    where regexp_replace(part, '^[0-9.,]+', '') = unit
),

summed as (
    select
        form_key,
        phrase as count_words,
        cast(max(whole) as decimal(18, 2)) as count_said,
        cast(sum(value) as decimal(18, 2)) as count_of_parts
    from valued
    group by form_key, phrase
    having count(*) > 1 and max(whole) > 0
),

judged as (
    select
        *,
        -- far more is of other things
        count_of_parts > count_said and count_of_parts <= 1.25 * count_said as is_over
    from summed
)

select * from judged
qualify
    row_number() over (
        partition by form_key
        order by case when count_of_parts > count_said then 1 else 2 end, count_words
    ) = 1
