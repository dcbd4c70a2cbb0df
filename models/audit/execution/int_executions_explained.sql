with attributes as (
    {{ touched('project_attributes') }}
),

spent as (
    {{ touched('fct_execution') }}
),

-- the reason of an indicator may be that of the money: 周转金未动用，故执行数为0
scored as (
    {{ touched('fct_performance') }}
),

explained as (
    select distinct
        document_key,
        project_key
    from attributes
    where
        regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('explained_label') }})
        and not regexp_full_match({{ name_key('value') }}, {{ audit_pattern('placeholder') }})
        -- a remark may be of anything, and what is to be done better is no reason
        and (
            not regexp_matches({{ name_key('attribute') }}, '^(备注|说明|改进)')
            or regexp_matches({{ name_key('value') }}, {{ audit_pattern('remark_explains') }})
        )
    union
    select
        document_key,
        project_key
    from spent
    where not regexp_full_match({{ name_key('execution_reason') }}, {{ audit_pattern('placeholder') }})
    union
    select
        document_key,
        project_key
    from scored
    where regexp_matches({{ name_key('reason') }}, {{ audit_pattern('execution_explained') }})
)

select * from explained
