{{ config(meta={'touched_by': 'from_document_key', 'touched_key': 'document_key'}) }}

with pairs as (
    select * from {{ ref('int_projects_paired') }}
),

evidence as (
    select * from {{ ref('link_evidence') }}
),

alike as (
    select
        pairs.*,
        evidence.evidence_kind,
        evidence.threshold,
        evidence.strength as full_strength,
        case evidence.evidence_kind
            when 'same_name' then pairs.is_same_unit and pairs.is_same_name
            when 'same_family' then pairs.is_same_unit and pairs.is_same_family and not pairs.is_same_name
            when 'similar_name'
                then
                    pairs.is_same_unit and not pairs.is_same_family and pairs.name_similarity >= evidence.threshold
            when 'same_indicators'
                then
                    pairs.shared_indicators >= 3 and pairs.indicator_similarity >= evidence.threshold
            when 'same_name_other_unit' then not pairs.is_same_unit and pairs.is_same_name and pairs.is_only_name
            when 'same_amount' then pairs.is_same_unit and pairs.is_only_amount
        end as is_evident,
        case evidence.evidence_kind
            when 'similar_name' then pairs.name_similarity
            when 'same_indicators' then pairs.indicator_similarity
            else 1
        end as similarity
    from pairs
    cross join evidence
),

links as (
    select
        from_project_row,
        to_project_row,
        from_document_key,
        to_document_key,
        from_project_key,
        to_project_key,
        from_year_key,
        to_year_key,
        evidence_kind,
        cast(full_strength * similarity as decimal(5, 4)) as strength,
        case evidence_kind
            when 'same_indicators' then cast(shared_indicators as varchar) || ' 个指标同名'
            when 'same_amount' then cast(cast(amount_wan as decimal(18, 2)) as varchar) || ' 万元'
            else from_name || ' → ' || to_name
        end as evidence
    from alike
    where is_evident
)

select * from links
order by from_project_row, to_project_row, evidence_kind
