-- sent, returned, valid, in this order; of several surveys nobody can say which came back
with counted as (
    select
        form_key,
        phrase,
        try_cast(regexp_extract(phrase, '^[^份]*?([0-9]+)份', 1) as bigint) as sent,
        try_cast(regexp_extract(phrase, '^[^份]*份[^0-9]+([0-9]+)份', 1) as bigint) as returned,
        try_cast(regexp_extract(phrase, '^[^份]*份[^份]*份[^0-9]+([0-9]+)份', 1) as bigint) as valid
    from {{ ref('int_phrases_beside') }}
    where said_of = 'survey'
),

compared as (
    select
        form_key,
        phrase as survey_words,
        sent = 0
        or count(*) over (partition by form_key) = 1
        and (coalesce(returned > sent, false) or coalesce(valid > returned, false)) as is_impossible
    from counted
)

select * from compared
qualify row_number() over (partition by form_key order by is_impossible desc, survey_words asc) = 1
