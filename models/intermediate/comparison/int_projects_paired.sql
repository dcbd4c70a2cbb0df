with pairs as (
    select * from {{ ref('int_documents_paired') }}
),

projects as (
    select * from {{ ref('int_projects_described') }}
),

named as (
    select
        document_key,
        project_key,
        indicator_name
    from {{ ref('fct_indicators') }}
    {{ where_touched() }}
    union all
    select
        document_key,
        project_key,
        indicator_name
    from {{ ref('fct_performance') }}
    {{ where_touched() }}
),

indicators as (
    select
        projects.project_row_key,
        array_agg(distinct {{ name_key('named.indicator_name') }}) as indicator_keys
    from named
    inner join projects on named.document_key = projects.document_key and named.project_key = projects.project_key
    where named.indicator_name is not null
    group by projects.project_row_key
),

candidates as (
    select
        earlier.project_row_key as from_project_row,
        later.project_row_key as to_project_row,
        earlier.document_key as from_document_key,
        later.document_key as to_document_key,
        earlier.project_key as from_project_key,
        later.project_key as to_project_key,
        earlier.year_key as from_year_key,
        later.year_key as to_year_key,
        earlier.project_name as from_name,
        later.project_name as to_name,
        earlier.amount_wan,
        earlier.unit_key = later.unit_key as is_same_unit,
        earlier.name_key = later.name_key as is_same_name,
        earlier.family_key = later.family_key as is_same_family,
        earlier.same_name_in_document = 1 and later.same_name_in_document = 1 as is_only_name,
        earlier.amount_wan = later.amount_wan and earlier.amount_wan != 0
        and earlier.same_amount_in_unit = 1 and later.same_amount_in_unit = 1 as is_only_amount,
        2 * cast(array_length(list_intersect(earlier.family_pairs, later.family_pairs)) as double)
        / (array_length(earlier.family_pairs) + array_length(later.family_pairs)) as name_similarity
    from pairs
    inner join projects as earlier on pairs.from_document_key = earlier.document_key
    inner join projects as later on pairs.to_document_key = later.document_key
    where earlier.unit_key = later.unit_key or earlier.name_key = later.name_key
),

compared as (
    select
        candidates.*,
        array_length(earlier.indicator_keys) as from_indicators,
        array_length(later.indicator_keys) as to_indicators,
        case
            when candidates.is_same_unit
                then coalesce(array_length(list_intersect(earlier.indicator_keys, later.indicator_keys)), 0)
            else 0
        end as shared_indicators
    from candidates
    left join indicators as earlier on candidates.from_project_row = earlier.project_row_key
    left join indicators as later on candidates.to_project_row = later.project_row_key
),

pairs_compared as (
    select
        * exclude (from_indicators, to_indicators),
        cast(nullif(shared_indicators, 0) as double)
        / (from_indicators + to_indicators - shared_indicators) as indicator_similarity
    from compared
)

select * from pairs_compared
