{%- set measured = "('budget', 'adjusted', 'executed', 'execution_rate')" -%}
with attributes as (
    {{ touched('project_attributes') }}
),

levels as (
    {{ touched('fct_funding_levels') }}
),

lines as (
    select
        attributes.document_key,
        attributes.project_key,
        -- 其中：中央资金 全年执行数（B）: the label of the column stands behind that of the line
        case
            when attributes.measure in {{ measured }} then regexp_replace(attributes.attribute, ' [^ ]*$', '')
            else attributes.attribute
        end as line_name,
        case when attributes.measure in {{ measured }} then attributes.measure end as measure,
        not levels.is_part as is_level,
        attributes.value as printed,
        attributes.char_start
    from attributes
    left join levels
        on attributes.document_key = levels.document_key and attributes.char_start = levels.char_start
),

-- an amount that cannot be read is of the level that the others of its line are of
numbered as (
    select
        document_key,
        project_key,
        line_name,
        measure,
        coalesce(bool_or(is_level) over (partition by document_key, project_key, line_name), false) as is_level,
        printed,
        char_start,
        try_cast(
            replace(case measure when 'execution_rate' then rtrim(printed, '%％') else printed end, ',', '')
            as decimal(18, 6)
        ) as number
    from lines
)

select * from numbered
where measure is not null or number is not null
