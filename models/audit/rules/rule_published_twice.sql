{{ audit_rule(
    code='published_twice',
    subject='document',
    applies="shared_share is not null",
    hit="shared_share >= threshold",
    message="'与 ' || other_file_name || ' 同部门同年度同表式，项目名称重合 ' || cast(cast(shared_share * 100 as integer) as varchar) || '%'"
) }}
