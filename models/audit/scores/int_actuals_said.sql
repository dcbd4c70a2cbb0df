with beside as (
    select * from {{ ref('int_actuals_beside') }}
),

-- words that say the actual value once say nothing else of it
consistent as (
    select distinct subject_key
    from beside
    where said_value = actual_number
),

-- nor do words that say that of another indicator by its name say anything of this one
spoken_for as (
    select distinct
        form_key,
        phrase
    from beside
    where said_value = actual_number and is_of_thing
),

counted as (
    select
        beside.*,
        min(case when beside.is_of_thing then beside.said_value end) over of_subject
        = max(case when beside.is_of_thing then beside.said_value end) over of_subject as is_one_value,
        count(case when beside.is_of_thing then 1 end) over of_phrase as things_of_phrase,
        count(case when beside.has_its_noun then 1 end) over of_subject as phrases_of_noun,
        count(case when beside.has_its_noun then 1 end) over of_phrase as things_of_noun
    from beside
    left join consistent on beside.subject_key = consistent.subject_key
    left join spoken_for on beside.form_key = spoken_for.form_key and beside.phrase = spoken_for.phrase
    where beside.is_achieved and consistent.subject_key is null and spoken_for.phrase is null
    window
        of_subject as (partition by beside.subject_key),
        of_phrase as (partition by beside.form_key, beside.phrase)
),

-- what a report says around its one form
reported as (
    select
        scores.subject_key,
        {{ words_around('issues.message') }} as said_words,
        scores.actual_value as actual_number
    from ({{ touched('reading_issues') }}) as issues
    inner join {{ ref('int_scores_united') }} as scores
        on issues.document_key = scores.document_key and issues.char_start = scores.char_start
    where issues.code = 'actual_contradicted'
),

-- a tenth or the tenfold is of something else; the target said again of what met it is no other number
said as (
    select
        subject_key,
        phrase as said_words,
        said_value,
        actual_number
    from counted
    where
        (
            is_of_thing and is_one_value and things_of_phrase = 1
            or not is_of_thing and has_its_noun and phrases_of_noun = 1 and things_of_noun = 1
            and said_value between actual_number / 2 and actual_number * 2
        )
        and said_value between actual_number / 10 and actual_number * 10
        -- unless far more was done
        and not coalesce(target_met and said_value = target_number and actual_number < said_value * 1.3, false)
    union all
    select
        subject_key,
        said_words,
        said_value,
        actual_number
    from {{ ref('int_targets_claimed') }}
    union all
    select
        subject_key,
        said_words,
        try_cast(
            replace(regexp_extract(said_words, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(28, 8)
        ) as said_value,
        actual_number
    from reported
    union all
    select
        subject_key,
        said_words,
        said_value,
        actual_number
    from {{ ref('int_shares_said') }}
)

select
    subject_key,
    max(said_words) as said_words,
    max(said_value) as said_value,
    max(actual_number) as actual_number
from said
group by subject_key
