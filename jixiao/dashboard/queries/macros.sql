-- Exact money and quantities leave the database as text: money in whole 分, quantities without trailing zeros.
create or replace temp macro fen(wan) as cast(cast(cast(wan as decimal(38, 6)) * 1000000 as hugeint) as varchar);
create or replace temp macro plain(quantity) as regexp_replace(cast(quantity as varchar), '\.?0+$', '');
-- A project of a reading, as macros/keys.sql keys it.
create or replace temp macro project_row_key(document_id, project_seq) as document_id * 100000 + project_seq;
-- The findings to open first with what is told of them, and their place in the order of the mart.
create or replace temp macro opened_first() as table (
    select
        priorities.city_key, function_code, budget_year, priorities.document_key, department_name,
        priorities.project_key, project_name as project, rule_code, severity, certainty,
        fen(priorities.amount_at_stake_wan) as amount, priorities.repeats, priorities.first_year, priorities.message,
        priorities.message_en, char_start as "start", char_end as "end", page, line,
        struct_pack(
            severity := list_position(['high', 'medium', 'low'], severity),
            certainty := list_position(['proved', 'read', 'judged'], certainty),
            amount := -coalesce(priorities.amount_at_stake_wan, 0), repeats := -priorities.repeats,
            finding := finding_key
        ) as place
    from marts.audit_priorities as priorities
    inner join (select department_key, function_code from marts.dim_department) using (department_key)
    inner join (select finding_key, char_start, char_end, page, line from marts.audit_findings) using (finding_key)
);
