"""What both engines take and mean differently, one inside another, gives what DuckDB gives."""

import duckdb
import pytest
from pyspark.sql import SparkSession

from jixiao.spark.dialect import translate


@pytest.mark.parametrize(
    "expression",
    [
        "cast(array_length(list_distinct(list_transform(range(1, greatest(length('教育局'), 2)), "
        "lambda i: substr('教育局', i, 2)))) as bigint)",
        "cast(array_length(list_distinct(list_transform(range(1, greatest(length('局'), 2)), "
        "lambda i: substr('局', i, 2)))) as bigint)",
        "cast(array_length(list_intersect(['教育', '育局'], ['育局', '局长'])) as bigint)",
        "coalesce(cast(array_length(list_intersect(case when 1 = 2 then ['局'] end, ['局'])) as bigint), 0)",
        "(cast(1 as decimal(18, 6)) / 3) / cast(7 as decimal(5, 4))",
        "regexp_full_match('是', '是|否')",
        "regexp_full_match('是否', '是|否')",
        "regexp_replace('a b\tc', '\\s', '', 'g')",
        "regexp_full_match('12', '\\d+')",
        "row_number() over (order by 1)",
        "cast('0x' || left(md5('局'), 15) as bigint)",
        "cast(unnest(generate_series(date '2024-02-28', date '2024-03-01', interval 1 day)) as date)",
    ],
)
def test_an_expression_means_the_same(session: SparkSession, expression: str) -> None:
    query = f"select {expression} as found"
    on_duckdb, on_spark = duckdb.sql(query), session.sql(translate(query))
    assert [tuple(row) for row in on_spark.collect()] == on_duckdb.fetchall()
    assert on_spark.schema[0].dataType.simpleString().replace("string", "varchar") == str(on_duckdb.types[0]).lower()
