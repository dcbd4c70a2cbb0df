with levels as (
    select * from {{ ref('stg_funding_levels') }}
),

located as (
    select * from {{ ref('int_projects_located') }}
),

documents as (
    {{ touched('dim_document') }}
),

cities as (
    select * from {{ ref('dim_city') }}
),

places as (
    select * from {{ ref('places') }}
),

-- whose budget a document is tells what its 市级 and 区级 are
placed as (
    select
        documents.document_key,
        cities.province_name,
        places.level as place_level,
        places.place_name
    from documents
    inner join cities on documents.city_key = cities.city_key
    left join places on documents.place_code = places.place_code
),

facts as (
    select
        levels.funding_level_key,
        located.document_key,
        located.city_key,
        located.department_key,
        located.unit_key,
        located.project_key,
        located.year_key,
        levels.level_seq,
        case
            when levels.level_code = 'prefecture' and levels.level_printed like '%市%'
                then
                    case
                        when placed.province_name like '%市' then 'province'
                        when placed.place_level = 'county' and placed.place_name like '%市'
                            then case when levels.level_printed like '%市本级%' then 'county' end
                        else 'prefecture'
                    end
            when
                levels.level_code = 'county' and placed.province_name like '%自治区'
                and levels.level_printed like '%区%' and levels.level_printed not like '%县%'
                then
                    case
                        when placed.place_level = 'province' then 'province'
                        when placed.place_level = 'county' and placed.place_name like '%区' then 'county'
                    end
            else levels.level_code
        end as level_code,
        levels.level_printed,
        levels.amount_kind,
        levels.period,
        levels.is_part,
        levels.amount_wan,
        levels.amount_printed,
        located.is_counted,
        levels.page,
        levels.line,
        levels.char_start,
        levels.char_end
    from levels
    inner join located on levels.project_row_key = located.project_row_key
    inner join placed on located.document_key = placed.document_key
)

select * from facts
order by department_key, funding_level_key
