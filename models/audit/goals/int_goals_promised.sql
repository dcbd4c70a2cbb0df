with united as (
    select
        subject_key,
        promised_words,
        asks_for_less,
        cast(null as boolean) as asks_for_more,
        cast(null as varchar) as named_words,
        cast(null as boolean) as is_below_name
    from {{ ref('int_rates_promised') }}
    union all
    select
        subject_key,
        promised_words,
        asks_for_less,
        asks_for_more,
        named_words,
        is_below_name
    from {{ ref('int_counts_promised') }}
    union all
    select
        subject_key,
        bound_words as promised_words,
        asks_for_less,
        cast(null as boolean) as asks_for_more,
        cast(null as varchar) as named_words,
        cast(null as boolean) as is_below_name
    from {{ ref('int_signs_promised') }}
    where asks_for_less
),

-- one number may be read in two ways
promised_once as (
    select
        subject_key,
        coalesce(max(case when asks_for_less or asks_for_more then promised_words end), max(promised_words))
            as promised_words,
        bool_or(asks_for_less) as asks_for_less,
        bool_or(asks_for_more) as asks_for_more,
        max(named_words) as named_words,
        bool_or(is_below_name) as is_below_name
    from united
    group by subject_key
)

select * from promised_once
