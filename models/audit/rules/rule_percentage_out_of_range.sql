{{ audit_rule(
    code='percentage_out_of_range',
    subject='indicator',
    applies="annual_unit = '%' or cycle_unit = '%'",
    hit="coalesce(annual_unit = '%' and (greatest(annual_value, coalesce(annual_upper_value, annual_value)) > threshold or annual_value < 0 and annual_operator != 'between'), false) or coalesce(cycle_unit = '%' and (greatest(cycle_value, coalesce(cycle_upper_value, cycle_value)) > threshold or cycle_value < 0 and cycle_operator != 'between'), false)",
    message="'周期指标值“' || coalesce(cycle_target, '') || '”，年度指标值“' || coalesce(annual_target, '') || '”'"
) }}
