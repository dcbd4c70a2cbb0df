select
    form_key,
    max(case when said_of = 'change_asked' then phrase end) as change_asked,
    max(case when said_of = 'change_told' then phrase end) as change_told,
    max(case when said_of = 'rate_asked' then phrase end) as rate_asked,
    max(case when said_of = 'rate_told' then phrase end) as rate_told,
    max(case when said_of = 'rate_asked' then try_cast(regexp_extract(phrase, '([0-9]+)%', 1) as bigint) end)
        as asked_below
from {{ ref('int_phrases_beside') }}
where said_of in ('change_asked', 'change_told', 'rate_asked', 'rate_told')
group by form_key
having max(case when said_of in ('change_asked', 'rate_asked') then 1 end) = 1
