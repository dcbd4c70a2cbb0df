with rules as (
    select * from {{ ref('audit_rules') }}
),

kinds as (
    select * from {{ ref('audit_kinds') }}
),

weighed as (
    select
        rules.rule_code,
        rules.rule_group,
        rules.title_zh,
        rules.subject,
        rules.gravity,
        coalesce(own.certainty, of_group.certainty) as certainty,
        coalesce(own.stands_for, of_group.stands_for) as stands_for
    from rules
    left join kinds as own on rules.rule_code = own.rule_code
    left join kinds as of_group on rules.rule_group = of_group.rule_group and of_group.rule_code is null
)

select * from weighed
