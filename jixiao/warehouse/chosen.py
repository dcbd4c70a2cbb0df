"""Which documents are meant by names of cities, departments, functions and by years; names nobody knows are refused."""

from collections.abc import Sequence
from difflib import get_close_matches

import duckdb

NameOrNames = str | Sequence[str] | None
YearOrYears = int | Sequence[int] | None

_NEAR = 5


class UnknownName(ValueError):
    """The warehouse holds no city, department, function or year of that name; the message gives those that are near."""


def chosen(
    connection: duckdb.DuckDBPyConnection,
    city: NameOrNames,
    department: NameOrNames,
    function: NameOrNames,
    year: YearOrYears,
) -> tuple[str, dict[str, list[int]]]:
    """The condition on ``dim_document`` that the choices make, and its parameters; None chooses all.

    A department is meant by any name it was printed under. Raises UnknownName.
    """
    conditions, parameters = ["true"], {}
    for kind, column, choice in (
        ("city", "city_key", city),
        ("department", "department_key", department),
        ("function", "department_key", function),
    ):
        if choice is not None:
            known = connection.execute(_KNOWN[kind]).fetchall()
            names = [choice] if isinstance(choice, str) else list(choice)
            conditions.append(f"document.{column} in (select unnest(${kind}))")
            parameters[kind] = [key for name in names for key in _keys(kind, name, known)]
    if year is not None:
        conditions.append("document.year_key in (select unnest($year))")
        parameters["year"] = _years(connection, [year] if isinstance(year, int) else list(year))
    return " and ".join(conditions), parameters


def _keys(kind: str, name: str, known: list[tuple[str, int]]) -> list[int]:
    keys = [key for other, key in known if other == name]
    if keys:
        return keys
    names = sorted({other for other, _ in known})
    near = dict.fromkeys([*get_close_matches(name, names, _NEAR, 0.5), *(own for own in names if name and name in own)])
    found = f"near are: {', '.join(list(near)[:_NEAR])}" if near else f"{len(names)} others, such as {names[0]}"
    raise UnknownName(f"the warehouse holds no {kind} {name!r}; {found}")


def _years(connection: duckdb.DuckDBPyConnection, years: list[int]) -> list[int]:
    known: dict[int, int] = dict(connection.execute(_KNOWN["year"]).fetchall())
    for year in years:
        if year not in known:
            raise UnknownName(f"the warehouse holds no budget year {year!r}; it holds {', '.join(map(str, known))}")
    return [known[year] for year in years]


_KNOWN = {
    "city": """
        select city_name, city_key from marts.dim_city where city_key in (select city_key from marts.dim_document)
    """,
    "department": """
        select department_name, department_key from marts.dim_department
        union select department_name, department_key from marts.department_names
    """,
    "function": """
        select function_name, department_key from marts.dim_department where function_name is not null
        union select function_code, department_key from marts.dim_department where function_code is not null
    """,
    "year": """
        select budget_year, year_key from marts.dim_year
        where year_key in (select year_key from marts.dim_document)
        order by budget_year
    """,
}
