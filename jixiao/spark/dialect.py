"""The SQL of the models for Spark: written once, in DuckDB's dialect; sqlglot translates syntax, this what is left.

What is left are expressions that both engines take and that mean different things.
"""

from sqlglot import exp, parse_one


def translate(sql: str) -> str:
    """A DuckDB query as Spark takes it, with the same result. Raises sqlglot's ParseError."""
    tree = parse_one(sql, read="duckdb")
    return str(tree.transform(_translated).sql("spark", pretty=True, comments=False))


def _translated(node: exp.Expression) -> exp.Expression:
    if isinstance(node, exp.RegexpFullMatch):
        whole = exp.func("concat", exp.Literal.string("^(?:"), node.expression.copy(), exp.Literal.string(r")\z"))
        return exp.RegexpLike(this=node.this, expression=whole)
    if isinstance(node, exp.Div):  # Spark divides decimals into decimals
        return exp.Div(this=_double(node.this), expression=_double(node.expression), typed=False, safe=False)
    if isinstance(node, exp.Levenshtein):  # DuckDB counts bytes
        return exp.Levenshtein(this=_bytes(node.this), expression=_bytes(node.expression))
    return node


def _double(number: exp.Expression) -> exp.Expression:
    return exp.cast(number.copy(), "double")


def _bytes(text: exp.Expression) -> exp.Expression:
    """A text with a character for each byte of UTF-8."""
    utf8 = exp.Anonymous(this="encode", expressions=[text.copy(), exp.Literal.string("UTF-8")])
    return exp.Anonymous(this="decode", expressions=[utf8, exp.Literal.string("ISO-8859-1")])
