{{ audit_rule(
    code='named_after_other_unit',
    subject='project',
    applies="document_units > 1",
    hit="other_unit_name is not null",
    message="'项目列在“' || unit_name || '”下，名称冠以“' || other_unit_name || '”'"
) }}
