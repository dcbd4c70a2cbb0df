{{ audit_rule(
    code='year_not_printed',
    subject='document',
    applies="true",
    hit="year_basis != 'printed'",
    message="'预算年度 ' || budget_year || ' 非印刷：' || year_evidence"
) }}
