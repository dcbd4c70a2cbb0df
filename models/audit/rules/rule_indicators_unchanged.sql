{{ audit_rule(
    code='indicators_unchanged',
    subject='project',
    applies="previous_signature is not null and indicators >= threshold",
    hit="signature = previous_signature",
    message="'与 ' || (budget_year - 1) || ' 年的 ' || indicators || ' 个指标及指标值逐字相同'"
) }}
