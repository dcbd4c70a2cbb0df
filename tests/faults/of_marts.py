"""Wrong deliveries whose marts are wrong: a column, a key, a comparison, a name, a rule."""

OF_MARTS: dict[str, list[str]] = {
    "goals_are_published_once": [
        "delete from marts.fct_goals where goal_key = 300001",
        "update marts.fct_goals set annual_goal = cycle_goal where cycle_goal is not null",
        "update marts.fct_goals set char_start = char_start + 1 where goal_key = 300001",
    ],
    "projects_count_once": [
        "update marts.fct_goals set is_counted = false where goal_key = 300001",
        "update marts.fct_funding set is_counted = false where document_key = 3",
        "update marts.fct_funding set counted_wan = 0 where document_key = 3",
    ],
    "indicators_count_with_their_project": [
        "update marts.fct_indicators set is_counted = false where document_key = 3",
        "update marts.fct_performance set is_counted = not is_counted",
    ],
    "progress_is_published_once": [
        "delete from marts.fct_progress",
        "update marts.fct_progress set to_date = expected",
        "update marts.fct_progress set likelihood = '确定能'",
    ],
    "executions_by_source_are_published_once": [
        "delete from marts.fct_execution_by_source where funding_source_key <> 1",
        "update marts.fct_execution_by_source set budget_wan = executed_wan",
    ],
    "funding_levels_are_published_once": [
        "delete from marts.fct_funding_levels",
        "update marts.fct_funding_levels set amount_wan = amount_wan + 0.01",
        "update marts.fct_funding_levels set level_printed = amount_printed",
    ],
    "said_totals_are_published_once": [
        "delete from marts.fct_said_totals",
        "update marts.fct_said_totals set said_value = said_value + 1",
        "update marts.fct_said_totals set words = scope_words",
    ],
    "listed_projects_are_published_once": [
        "delete from marts.fct_listed_projects where is_total",
        "update marts.fct_listed_projects set executed_wan = budget_wan, budget_wan = executed_wan + 1",
        "update marts.fct_listed_projects set project_name = words",
    ],
    "attributes_are_published_once": [
        "update marts.project_attributes set value = left(value, 1)",
        "update marts.project_attributes set project_key = 300001",
        "delete from marts.project_attributes",
    ],
    "issues_are_published_once": [
        "delete from marts.reading_issues where document_key = 4",
        "update marts.reading_issues set project_key = null",
        "update marts.reading_issues set message = meaning",
    ],
    "repairs_are_published_once": [
        "update marts.number_repairs set repaired_wan = 0",
        "update marts.number_repairs set proof = printed",
        "delete from marts.number_repairs",
    ],
    "rows_are_as_many_as_landed": [
        "delete from marts.fct_funding where document_key = 5",
        "insert into marts.reading_issues select * from marts.reading_issues where document_key = 4",
    ],
    "documents_are_described": [
        "update marts.dim_document set pages = lines",
        "update marts.dim_document set money_unit = '元' where document_key = 3",
        "update marts.dim_document set place_code = cast(city_key as varchar)",
        "update marts.dim_document set field_characters = characters",
    ],
    "facts_carry_the_keys_of_their_project": [
        "update marts.fct_performance set unit_key = 30001",
        "update marts.fct_execution set year_key = 2026",
        "update marts.fct_indicators set project_key = 300001 where document_key = 3",
        "update marts.dim_unit set department_key = 4 where department_key = 3",
        "update marts.dim_project set project_name = '项目' where project_key = 300001",
    ],
    "units_and_departments_bear_their_names": [
        "update marts.dim_department set district_name = null",
        "update marts.dim_department set department_name = '广州市环境保护局' where department_key = 3",
        "update marts.dim_unit set unit_name = '某单位' where department_key = 3",
    ],
    "names_have_one_key": [
        "update marts.dim_department set department_name = '某局', city_key = 440100, district_name = null",
        "update marts.dim_unit set unit_name = '某单位', department_key = 3",
    ],
    "projects_of_a_document_are_told_apart": [
        "update marts.fct_goals set project_key = 300001 where document_key = 3",
        "update marts.dim_project set project_name = '项目', unit_key = 30001 where project_key // 100000 = 3;"
        "update marts.fct_goals set unit_key = 30001 where document_key = 3",
    ],
    "dimensions_say_what_their_keys_are": [
        "update marts.dim_funding_source set funding_source_name = '其他资金'",
        "update marts.dim_category set level1_name = '效益指标' where level1_code = '1'",
        "update marts.dim_category set level2_code = '12' where category_key = 11",
        "update marts.dim_city set province_name = city_name",
        "update marts.dim_year set plan_name = '十四五' where budget_year = 2026",
        "update marts.dim_year set plan_name = null where budget_year = 2024",
        "update seeds.five_year_plans set first_year = last_year",
    ],
    "years_are_sums_of_the_facts": [
        "update marts.year_over_year set previous_amount_wan = amount_wan",
        "update marts.year_over_year set like_for_like_amount_wan = amount_wan",
        "update marts.year_over_year set departments_in_both = departments",
        "update marts.year_over_year set projects = projects - 1",
        "update marts.year_over_year set change_ratio = change_ratio + 0.00001",
        "update marts.year_over_year set earlier_budget_year = budget_year - 1",
    ],
    "cities_are_sums_of_the_facts": [
        "update marts.city_comparison set projects = projects - 1 where city_key = 441900",
        "update marts.city_comparison set quantitative_share = quantitative_share / 2",
        "update marts.city_comparison set reconciled_share = 1",
        "update marts.city_comparison set amount_again_wan = amount_wan where city_key = 441900",
        "delete from marts.city_comparison where city_key = 441900",
    ],
    "targets_are_sorted_by_hand": [
        "update marts.indicator_targets set median_target = (least_target + greatest_target) / 3",
        "update marts.indicator_targets set targets = targets + 1 where target_unit = '%'",
        "update marts.indicator_targets set direction = 'exactly' where direction = 'at_least'",
    ],
    "profiles_are_counts_of_the_facts": [
        "update marts.indicator_profile set quantitative_indicators = indicators",
        "update marts.indicator_profile set agreement_share = 1",
        "update marts.indicator_profile set median_target = 0",
    ],
    "names_of_departments_are_those_printed": [
        "update marts.department_names set last_budget_year = first_budget_year",
        "delete from marts.department_names where not is_official",
        "update marts.department_names set documents = 1",
    ],
    "names_of_units_are_those_printed": [
        "update marts.unit_names set last_budget_year = first_budget_year - 1",
        "delete from marts.unit_names where unit_key = 30001",
        "update marts.unit_names set documents = documents + 1",
        "update marts.unit_names set documents = documents - 1",
        "update marts.unit_names set department_key = 4 where department_key = 3",
    ],
    "functions_follow_from_the_names": [
        "update marts.dim_department set function_code = 'unknown' where department_key = 4",
        "delete from marts.unmapped_departments",
        "update marts.unmapped_departments set amount_wan = amount_wan / 2",
    ],
    "documents_are_counts_of_the_facts": [
        "delete from marts.document_sums where document_key = 3",
        "update marts.document_sums set indicators = indicators + 1 where document_key = 3",
        "update marts.document_sums set counted_findings = low_findings",
        "update marts.document_sums set project_reconciled = 0 where document_key = 3",
        "update marts.document_sums set counted_wan = counted_wan + 0.01",
        "update marts.document_sums set projects_of_year = projects_of_year + 1",
    ],
    "names_are_those_of_the_facts": [
        "delete from marts.indicator_names where indicator_name = (select min(indicator_name) from marts.indicator_names)",
        "update marts.indicator_names set projects = projects + 1",
        "update marts.indicator_names set last_year_key = last_year_key - 1",
        "update marts.indicator_names set last_document_key = last_document_key + 1",
    ],
    "links_lead_from_project_to_project": [
        "update marts.project_links set to_project_key = 300001",
        "update marts.project_links set from_year_key = to_year_key",
        "update marts.project_links set strength = 2",
    ],
    "same_names_are_linked": [
        "update marts.fct_goals set project_key = 1400001 where goal_key = 1500001",
        "update marts.fct_goals set project_key = 1400001 where goal_key = 1500001;"
        " insert into marts.project_links by name select 1 as from_project_row, 2 as to_project_row,"
        " earlier.document_key as from_document_key, later.document_key as to_document_key, 1400001 as from_project_key,"
        " 1400001 as to_project_key, earlier.year_key as from_year_key, later.year_key as to_year_key,"
        " 'same_name' as evidence_kind, 0.1 as strength, '' as evidence"
        " from marts.fct_goals as earlier inner join marts.fct_goals as later using (project_key)"
        " where project_key = 1400001 and earlier.year_key + 1 = later.year_key",
    ],
    "rules_judge_no_more_than_there_is": [
        "insert into marts.audit_rule_results select * from marts.audit_rule_results where document_key = 3",
    ],
    "plain_rules_find_the_same": [
        "update marts.audit_rule_results set outcome = 'passed' where rule_code = 'year_not_printed'",
        "update marts.audit_rule_results set outcome = 'finding' where rule_code = 'project_classified'",
        "update marts.reconciliation set printed_wan = printed_wan + 1 where level = 'unit'",
        "delete from marts.audit_rule_results where rule_code = 'unit_not_projects'",
    ],
    "forms_without_a_level_are_found": [
        "update marts.audit_rule_results set outcome = 'finding' where rule_code = 'output_missing'",
        "update marts.fct_indicators set category_key = (select min(category_key) from marts.dim_category"
        " where level1_code = '2') where document_key = 3",
    ],
    "classified_projects_are_not_asked": [
        "update marts.dim_project set is_classified = true",
    ],
    "unchanged_goals_are_those_of_the_year_before": [
        "update marts.audit_rule_results set outcome = 'finding' where rule_code = 'goal_unchanged'",
    ],
    "finding_rows_are_hits": [
        "delete from marts.audit_finding_rows where document_key = 3",
        "update marts.audit_finding_rows set evidence = left(evidence, 1)",
        "update marts.audit_finding_rows set amount_at_stake_wan = 2 * amount_at_stake_wan",
        "update marts.audit_finding_rows set project_key = null",
    ],
    "findings_stand_for_their_rows": [
        "delete from marts.audit_findings where document_key = 3",
        "update marts.audit_findings set repeats = 1",
        "update marts.audit_findings set amount_at_stake_wan = repeats * amount_at_stake_wan",
        "update marts.audit_findings set evidence = message",
        "update marts.audit_finding_rows set finding_key = 1 where rule_code = 'goal_missing'",
    ],
    "severity_follows_the_table": [
        "update marts.audit_findings set severity = 'high'",
        "update marts.audit_findings set certainty = 'proved'",
        "update marts.audit_findings set amount_at_stake_wan = 1000000",
    ],
    "first_years_are_the_earliest": [
        "update marts.audit_findings set first_year = first_year - 1",
        "update marts.dim_document set year_key = year_key + 1",
    ],
    "priorities_are_in_order": [
        "delete from marts.audit_priorities where department_place = 10",
        "update marts.audit_priorities set city_place = department_place",
        "update marts.audit_findings set amount_at_stake_wan = -amount_at_stake_wan",
    ],
    "coverage_counts_the_results": [
        "update marts.audit_rule_coverage set passed = passed + not_applicable",
        "delete from marts.audit_rule_coverage where rule_code = 'goal_missing'",
        "delete from marts.audit_rule_results where rule_code = 'goal_missing' and document_key = 3",
    ],
    "classified_projects_are_marked": [
        "update marts.dim_project set project_name = project_name || '（涉密）' where not is_classified",
        "update marts.fct_indicators set indicator_name = '涉密' where project_key in"
        " (select project_key from marts.dim_project where not is_classified)",
    ],
}
"""For an expectation about the marts the wrong deliveries it must refuse."""
