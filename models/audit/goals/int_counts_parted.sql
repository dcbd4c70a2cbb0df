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
        try_cast(max(whole) as decimal(18, 2)) as count_said,
        try_cast(sum(value) as decimal(18, 2)) as count_of_parts,
        count(*) as parts
    from valued
    group by form_key, phrase
    having count(*) > 1 and max(whole) > 0
),

judged as (
    select
        *,
        -- far more is of other things; what is new and what is made over are all that is built
        count_of_parts > count_said and count_of_parts <= 1.25 * count_said
        or count_of_parts < count_said
        and count_of_parts * 2 > count_said
        and parts = 2
        and regexp_matches(count_words, '其中[:,]?新[建增][^0-9]{0,12}[0-9][^;。]{0,16}(改造|改建|改扩建|续建|提升)[^0-9]{0,12}[0-9]')
            as is_over
    from summed
)

select
    form_key,
    count_words,
    count_said,
    count_of_parts,
    is_over
from judged
qualify
    row_number() over (
        partition by form_key
        order by case when is_over then 1 else 2 end, count_words
    ) = 1
