"""The SQL of the models for Spark: written once, in DuckDB's dialect; sqlglot translates syntax, this what is left.

What is left means different things on both engines, or is left as it is by sqlglot.
"""

from sqlglot import exp, parse_one

_LEFT = (exp.Anonymous, exp.Cast, exp.Div, exp.RegexpFullMatch, exp.Window)


def translate(sql: str) -> str:
    """A DuckDB query as Spark takes it, with the same result. Raises sqlglot's ParseError."""
    tree = parse_one(sql, read="duckdb")
    for node in reversed(list(tree.find_all(*_LEFT))):  # the innermost first
        node.replace(_translated(node))
    return str(tree.sql("spark", pretty=True, comments=False))


def _translated(node: exp.Expression) -> exp.Expression:
    match node:
        case exp.RegexpFullMatch():
            whole = exp.func("concat", exp.Literal.string("^(?:"), node.expression.copy(), exp.Literal.string(r")\z"))
            return exp.RegexpLike(this=node.this, expression=whole)
        case exp.Div():  # Spark divides decimals into decimals
            return exp.Div(this=_double(node.this), expression=_double(node.expression), typed=False, safe=False)
        case exp.Window(this=exp.RowNumber()):  # Spark counts rows in 32 bits
            return exp.cast(node.copy(), "bigint")
        case exp.Anonymous() if node.name.lower() == "list_intersect":
            return exp.func("array_intersect", *(own.copy() for own in node.expressions))
        case exp.Cast(this=exp.Explode()):  # Spark takes no expression around one that gives rows
            of_type = exp.DataType.build(f"array<{node.to.sql('spark')}>", dialect="spark")
            return exp.Explode(this=exp.cast(node.this.this.copy(), of_type))
        case exp.Cast(this=exp.DPipe(this=exp.Literal(this="0x"), expression=digits)):
            return exp.cast(exp.func("conv", digits.copy(), exp.Literal.number(16), exp.Literal.number(10)), "bigint")
    return node


def _double(number: exp.Expression) -> exp.Expression:
    return exp.cast(number.copy(), "double")
