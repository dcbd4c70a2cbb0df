"""The 20 days of the Budget Law, asked of documents whose page and form say both days."""

from datetime import date

import duckdb

from jixiao.docs.analyses import load


def test_only_what_is_later_than_twenty_days_is_late() -> None:
    (analysis,) = (analysis for analysis in load() if analysis.name == "published_late")
    with duckdb.connect() as connection:
        connection.execute(
            """
            create schema marts;
            create table marts.dim_department as select 1 as department_key, '某局' as department_name;
            create table marts.dim_document as
                select key as document_key, key || '.pdf' as file_name, 1 as department_key, 2024 as year_key,
                    day::date as published_on, 'http://a.test/' as page_url
                from (values (1, '2024-02-21'), (2, '2024-02-20'), (3, '2024-03-01'), (4, null), (5, '2024-01-01')) as t(key, day);
            create table marts.project_attributes as
                select * from (values
                    (1, '批复日期', '2024年1月31日'), (2, '财政批复时间', '2024-1-31'), (2, '批复时间', '2024.01.05'),
                    (3, '填报日期', '2024-01-01'), (4, '批复日期', '2024-01-01'), (5, '批复日期', '二月')
                ) as t(document_key, attribute, value);
            """
        )
        found = connection.execute(analysis.sql).fetchall()
    assert [(row[0], row[3], row[5], row[6]) for row in found] == [
        ("1.pdf", date(2024, 1, 31), 21, True),
        ("2.pdf", date(2024, 1, 31), 20, False),
    ]
