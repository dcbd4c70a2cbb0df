{{ config(materialized='table') }}

with documents as (
    select * from {{ ref('int_documents_current') }}
),

places as (
    select * from {{ ref('places') }}
),

codes as (
    select city_code from documents
    group by city_code
),

named as (
    select
        cast(codes.city_code as bigint) as city_key,
        codes.city_code,
        city.place_name as city_name,
        coalesce(province.place_name, city.place_name) as province_name
    from codes
    inner join places as city on codes.city_code = city.place_code
    left join places as province on city.parent_code = province.place_code
)

select * from named
order by city_key
