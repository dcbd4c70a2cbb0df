{{ audit_rule(
    code='cycle_count_equals_year',
    subject='indicator',
    applies="is_multi_year and annual_is_quantitative and cycle_is_quantitative and coalesce(annual_unit, '') not in ('%', '‰') and coalesce(level2_code, '') != '13'",
    hit="annual_value = cycle_value and coalesce(annual_unit, '') = coalesce(cycle_unit, '')",
    message="'周期 ' || cycle_start_year || '—' || cycle_end_year || ' 年的指标值“' || cycle_target || '”与年度指标值“' || annual_target || '”相同'"
) }}
