"""Queries and pieces of SQL that more than one suite is made of."""

from collections.abc import Iterable, Mapping

from expectations.expect import PUBLISHED_DOCUMENTS

PLACE = ("page", "line", "char_start", "char_end")
"""The columns that say where a row stands in its document."""

PUBLISHED_PROJECTS: Mapping[str, str] = {
    "published_projects": """
        select goal_key as project_row, document_key, project_key, unit_key from marts.fct_goals
        union all
        select execution_key, document_key, project_key, unit_key from marts.fct_execution
    """
}
"""The projects of the marts by the number of the reading's row."""


CITIES: Mapping[str, str] = {
    **PUBLISHED_DOCUMENTS,
    "cities": "select distinct city_key from published_documents",
}
"""The cities with a document of the batch."""

CITY_FUNDING = """
    select funding.*, year_key as budget_year, function_code, funding_source_code
    from marts.fct_funding as funding
    inner join cities using (city_key)
    inner join marts.dim_department using (department_key)
    inner join marts.dim_funding_source using (funding_source_key)
    where is_counted
"""
"""The amounts of these cities, each project once."""

CITY_PRINTED_AGAIN = """
    select function_code, city_key, year_key as budget_year, sum(amount_wan - counted_wan) as amount_wan
    from marts.fct_funding
    inner join cities using (city_key)
    inner join marts.dim_department using (department_key)
    group by all
"""
"""What documents of these cities print again."""

CITY_INDICATORS = """
    select
        indicators.*,
        year_key as budget_year,
        function_code,
        annual_is_quantitative is true or cycle_is_quantitative is true as is_quantitative
    from marts.fct_indicators as indicators
    inner join cities using (city_key)
    inner join marts.dim_department using (department_key)
    where is_counted
"""
"""The indicators of these cities, those of a project that is printed again once."""


def listed(table: str, columns: Iterable[str]) -> str:
    """The columns of a table, as a select lists them."""
    return ", ".join(f"{table}.{column}" for column in columns)


def source_key(code: str) -> str:
    """The key of a landed funding source, by its code: its place among the columns of the national form."""
    return f"list_position(['fiscal', 'special_account', 'other'], {code})"


def letters(name: str) -> str:
    """The Chinese characters of a text: a name keeps them over the years, its brackets and spaces vary."""
    return f"regexp_replace({name}, '[^一-龥]', '', 'g')"


def organisation(name: str) -> str:
    """The Chinese characters of the name of an organisation; 中共 is short for 中国共产党."""
    return f"regexp_replace({letters(name)}, '^中共', '中国共产党')"


PLACES: Mapping[str, str] = {
    "placed": """
        select documents.document_id, place.place_name, city.place_name as city_name, province.place_name as province_name
        from documents
        left join seeds.places as place using (place_code)
        left join seeds.places as city on documents.city_code = city.place_code
        left join seeds.places as province on left(documents.city_code, 2) || '0000' = province.place_code
    """
}
"""The names of the places of the batch's documents, as `body` takes them off."""


def body(name: str) -> str:
    """The Chinese characters of an organisation's name without those of its places, in a query that joins ``placed``.

    One that is called by its place alone keeps its name.
    """
    bare = organisation(name)
    for place in ("placed.place_name", "placed.city_name", "placed.province_name"):
        bare = f"replace({bare}, coalesce({place}, chr(31)), '')"
    return f"coalesce(nullif({bare}, ''), {organisation(name)})"


_WIDE = "".join(chr(code) for code in range(0xFF01, 0xFF5F) if chr(code) not in "＇｛｝")
_NARROW = "".join(chr(ord(sign) - 0xFEE0) for sign in _WIDE)


def folded(text: str) -> str:
    """A printed text without white space, full-width signs made half-width."""
    return f"regexp_replace(translate({text}, '{_WIDE}—–−', '{_NARROW}---'), '\\s', '', 'g')"


def ratio_differs(ratio: str, part: str, whole: str) -> str:
    """True where ``ratio`` is not that of ``part`` to ``whole``, to six decimals; null from zero."""
    return (
        f"({ratio} is null) <> coalesce({whole} = 0 or {part} is null, true) "
        f"or abs(cast({ratio} as double) * {whole} - {part}) > 0.000001 * abs({whole})"
    )
