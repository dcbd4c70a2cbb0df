{%- set measures = ['budget', 'adjusted', 'executed'] -%}

with attributes as (
    {{ touched('project_attributes') }}
),

executions as (
    {{ touched('fct_execution') }}
),

sources as (
    {{ touched('fct_execution_by_source') }}
),

funding_sources as (
    select * from {{ ref('funding_sources') }}
),

-- where 财政拨款 is printed as a whole, these are parts of it
undivided as (
    select
        sources.document_key,
        sources.project_key
    from sources
    inner join funding_sources on sources.funding_source_key = funding_sources.funding_source_key
    where funding_sources.funding_source_code = 'fiscal'
    group by sources.document_key, sources.project_key
),

lines as (
    select
        document_key,
        project_key,
        regexp_extract(attribute, ' (budget|adjusted|executed)$', 1) as measure,
        try_cast(replace(value, ',', '') as decimal(18, 6)) as printed,
        attribute like '%中央%' as is_central,
        attribute like '%地方%' as is_local
    from attributes
    where regexp_matches(attribute, '(中央|地方|省|市|县|区|本级).* (budget|adjusted|executed)$')
),

parts as (
    select
        document_key,
        project_key,
        measure,
        sum(printed) as printed
    from lines
    group by document_key, project_key, measure
    having
        count(*) = 2
        and count(printed) = 2
        and count(*) filter (where is_central) = 1
        and count(*) filter (where is_local) = 1
),

-- in the unit of the total
divided as (
    select
        executions.document_key,
        executions.project_key
        {%- for measure in measures %},
        max(
            case
                when try_cast(replace(executions.{{ measure }}_printed, ',', '') as decimal(18, 6)) is null then null
                when
                    try_cast(replace(executions.{{ measure }}_printed, ',', '') as decimal(18, 6))
                    = executions.{{ measure }}_wan
                    then parts.printed
                else parts.printed * 0.0001
            end
        ) filter (where parts.measure = '{{ measure }}') as {{ measure }}_wan
        {%- endfor %}
    from parts
    inner join executions
        on parts.document_key = executions.document_key and parts.project_key = executions.project_key
    left join undivided
        on parts.document_key = undivided.document_key and parts.project_key = undivided.project_key
    where undivided.document_key is null
    group by executions.document_key, executions.project_key
)

select * from divided
