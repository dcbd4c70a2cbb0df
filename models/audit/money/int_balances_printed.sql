{%- set amount = '^-?[0-9,]+([.][0-9]+)?' -%}
with attributes as (
    {{ touched('project_attributes') }}
),

balances as (
    select
        document_key,
        project_key,
        attribute || ' ' || value as balance_words,
        regexp_matches({{ name_key('value') }}, '[^万]元$') as is_in_yuan,
        regexp_matches({{ name_key('value') }}, '[万元]$') as has_unit,
        try_cast(
            replace(regexp_extract({{ name_key('value') }}, '{{ amount }}', 0), ',', '') as decimal(18, 6)
        ) as number
    from attributes
    where
        regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('balance_label') }})
        and regexp_full_match({{ name_key('value') }}, '{{ amount }}(万元|万|元)?$')
)

-- a bare number may be in 元, whatever the unit of the form, if that is not next to nothing
select
    document_key,
    project_key,
    min(balance_words) as balance_words,
    min(case when is_in_yuan then number / 10000 else number end) as balance_wan,
    min(case when not has_unit and number >= 100 then number / 10000 end) as balance_in_yuan
from balances
group by document_key, project_key
having count(distinct number) = 1
