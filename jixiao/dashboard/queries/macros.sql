-- Exact money and quantities leave the database as text: money in whole 分, quantities without trailing zeros.
create or replace temp macro fen(wan) as cast(cast(cast(wan as decimal(38, 6)) * 1000000 as hugeint) as varchar);
create or replace temp macro plain(quantity) as regexp_replace(cast(quantity as varchar), '\.?0+$', '');
-- A project of a reading, as macros/keys.sql keys it.
create or replace temp macro project_row_key(document_id, project_seq) as document_id * 100000 + project_seq;
-- The place of a finding in the order of the mart.
create or replace temp macro review_place(severity, certainty, at_stake_wan, repeats, finding_key) as struct_pack(
    severity := list_position(['high', 'medium', 'low'], severity),
    certainty := list_position(['proved', 'read', 'judged'], certainty),
    amount := -coalesce(at_stake_wan, 0), repeats := -repeats,
    finding := finding_key
);
-- The ten findings to open first of each function and year, or of these in each city, with what is told of them.
create or replace temp macro opened_first(in_each_city) as table (
    with opened as (
        select
            case when in_each_city then city_key end as city_key, function_code, budget_year,
            unnest(min(review_place(severity, certainty, amount_at_stake_wan, repeats, finding_key), 10)) as place
        from marts.audit_priorities
        inner join (select department_key, function_code from marts.dim_department) using (department_key)
        group by all
    )

    select
        opened.city_key, function_code, opened.budget_year, document_key, department_name, project_key,
        project_name as project, rule_code, severity, certainty, fen(amount_at_stake_wan) as amount, repeats, first_year, message, message_en,
        char_start as "start", char_end as "end", page, line, place
    from opened
    inner join marts.audit_priorities on opened.place.finding = finding_key
    inner join (select finding_key, char_start, char_end, page, line from marts.audit_findings) using (finding_key)
);
-- What each document holds, with what the lists tell of it.
create or replace temp macro documents_summed() as table (
    select
        city_key, document_key, file_name, form, department_key, department_name, function_code,
        year_key as budget_year, characters, characters_understood, sums.* exclude (document_key) rename (
            evaluations as evaluated, quantitative_indicators as quantitative,
            high_findings as high, medium_findings as medium, low_findings as low
        )
    from marts.dim_document
    inner join (select department_key, department_name, function_code from marts.dim_department) using (department_key)
    inner join (select * from marts.document_sums) as sums using (document_key)
);
