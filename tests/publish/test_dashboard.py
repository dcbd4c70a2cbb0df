"""The dashboard's writer: its data are the warehouse's, no text can leave them, the bundle is of its sources."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.dashboard import built
from jixiao.dashboard.documents import write_documents
from jixiao.dashboard.scripts import data_script
from jixiao.dashboard.site import publish_site, write_site

FEN_PER_WAN = 1_000_000
QUERIES = Path(built.__file__).with_name("queries")
BY_CITY = tuple(path.stem for path in (QUERIES / "city").glob("*.sql"))
TOUCHED = 441900
"""The city whose documents a build touches."""
HOSTILE = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>\u2028\u2029"


def parsed(script: str) -> tuple[str, Any]:
    """The name and data of a data script, which is JSON in one call. No number of it may be a fraction."""
    found = re.fullmatch(r"jixiaoData\((\"[^\"]*\"),(.*)\);\n", script, re.S)
    assert found

    def refuse(number: str) -> Any:
        raise AssertionError(f"{number} is no whole number")

    return json.loads(found[1]), json.loads(found[2], parse_float=refuse)


def site_of(warehouse: Path) -> Path:
    (data,) = (warehouse.parent / "dashboard" / "data").iterdir()
    return data


def data_of(warehouse: Path, name: str) -> Any:
    named, data = parsed((site_of(warehouse) / f"{name}.js").read_text(encoding="utf-8"))
    assert named == name
    return data


def ask(warehouse: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(query).fetchall()


def texts(column: Any) -> list[str | None]:
    """A column of texts of a long table, each of which is written once."""
    assert len(set(column["texts"])) == len(column["texts"])
    return [column["texts"][place] for place in column["places"]]


def documents(warehouse: Path) -> Iterator[tuple[int, Any]]:
    for (key,) in ask(warehouse, "select document_key from marts.dim_document order by 1"):
        yield key, data_of(warehouse, f"documents/{key}")


def cities(warehouse: Path, name: str) -> Iterator[tuple[int, Any]]:
    """A long list, city by city."""
    for (key,) in ask(warehouse, "select city_key from marts.dim_city order by 1"):
        yield key, data_of(warehouse, f"{name}/{key}")


def test_the_build_writes_one_page_that_names_its_data(published: Path) -> None:
    page = (published.parent / "dashboard" / "index.html").read_text(encoding="utf-8")
    version = site_of(published).name
    named = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert named == [f"data/{version}/{file}" for file in ("bundle.css", "bundle.js", "core.js")]
    assert "unsafe" not in page and "script-src 'self' file:" in page
    assert "http" not in page.replace("http-equiv", "")


def test_money_of_the_page_is_that_of_the_warehouse(published: Path) -> None:
    ((total,),) = ask(published, "select sum(amount_wan) from marts.fct_funding")
    sums = data_of(published, "sums")
    assert total > 0
    assert sum(int(amount) for amounts in sums["amounts"] for amount in amounts) == total * FEN_PER_WAN
    amounts = [amount for _, data in cities(published, "projects") for amount in texts(data["amount"])]
    assert len(amounts) == 84
    assert sum(int(amount or 0) for amount in amounts) == total * FEN_PER_WAN
    in_documents = [int(amount) for _, data in documents(published) for amount in data["funding"]["amount"]]
    assert sum(in_documents) == total * FEN_PER_WAN
    difference = ask(published, "select sum(abs(difference_wan)) from marts.reconciliation")[0][0]
    assert (
        difference
        == Decimal(0)
        == sum(int(d) for _, data in documents(published) for d in data["totals"]["difference"])
    )


@pytest.mark.parametrize(
    ("table", "mart"),
    [
        ("projects", "marts.fct_goals"),
        ("funding", "marts.fct_funding"),
        ("indicators", "marts.fct_indicators"),
        ("findings", "marts.audit_finding_rows"),
        ("issues", "marts.reading_issues"),
        ("repairs", "marts.number_repairs"),
        ("not_understood", "landing.not_understood"),
    ],
)
def test_every_row_is_in_its_document(published: Path, table: str, mart: str) -> None:
    key = "document_id" if mart.startswith("landing") else "document_key"
    expected = dict(ask(published, f"select {key}, count(*) from {mart} group by 1"))
    assert {k: len(data[table]["start"]) for k, data in documents(published) if data[table]["start"]} == expected


@pytest.mark.parametrize(
    ("name", "mart"),
    [("projects", "fct_goals"), ("findings", "audit_findings"), ("publications", "dim_document")],
)
def test_every_row_is_in_the_list_of_its_city(published: Path, name: str, mart: str) -> None:
    query = f"""
        select document.city_key, list(document_key order by document_key)
        from marts.{mart} as mart inner join marts.dim_document as document using (document_key) group by all
    """
    expected = dict(ask(published, query))
    assert len(expected) == 2
    assert {city: data["document_key"] for city, data in cities(published, name)} == expected


# Nine more documents for each, of departments of their own, in the same cities and years.
TEN_TIMES = (
    """insert into marts.dim_department select * exclude (n) replace (
        department_key + 1000 * n as department_key, department_name || n as department_name
    ) from marts.dim_department, range(1, 10) as copies (n)""",
    """insert into marts.dim_document select * exclude (n) replace (
        department_key + 1000 * n as department_key, document_key + 1000 * n as document_key
    ) from marts.dim_document, range(1, 10) as copies (n)""",
    """insert into marts.audit_findings select * exclude (n) replace (document_key + 1000 * n as document_key)
    from marts.audit_findings, range(1, 10) as copies (n)""",
)


def test_what_every_page_loads_does_not_grow_with_the_documents(published: Path, tmp_path: Path) -> None:
    warehouse = Path(shutil.copy(published, tmp_path))
    with duckdb.connect(str(warehouse)) as connection:
        for insert in TEN_TIMES:
            connection.execute(insert)
    write_site(warehouse, tmp_path / "site")
    (script,) = (tmp_path / "site").glob("data/*/core.js")
    before, after = data_of(published, "core"), parsed(script.read_text(encoding="utf-8"))[1]
    assert after.keys() == before.keys() and sum(after["published"]["documents"]) == 50
    for name, table in before.items():
        assert len(next(iter(after[name].values()))) == len(next(iter(table.values()))), name
    assert len(script.read_bytes()) < 1.01 * (site_of(published) / "core.js").stat().st_size


def test_a_place_of_the_page_is_the_words_that_are_printed(published: Path) -> None:
    seen = 0
    for _, data in documents(published):
        (text,) = data["text"]["text"]
        funding = data["funding"]
        for start, end, printed in zip(funding["start"], funding["end"], funding["printed"], strict=True):
            if start is not None and printed is not None:
                assert re.sub(r"\s", "", text[start:end]) == re.sub(r"\s", "", printed)
                seen += 1
    assert seen > 80


def test_every_rule_explains_itself_in_both_languages(published: Path) -> None:
    rules = data_of(published, "core")["rules"]
    assert len(rules["rule_code"]) > 40
    for column in ("how_zh", "how_en", "exempt_zh", "exempt_en", "basis"):
        assert all(rules[column]), column


def test_hostile_names_stay_text(published: Path, tmp_path: Path) -> None:
    warehouse = tmp_path / "hostile.duckdb"
    shutil.copy(published, warehouse)
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("update marts.dim_project set project_name = ?", [HOSTILE])
        connection.execute("update landing.sources set text = ? || text", [HOSTILE])
    write_site(warehouse, tmp_path / "site")
    (data,) = (tmp_path / "site" / "data").iterdir()
    scripts = [path.read_text(encoding="utf-8") for path in data.rglob("*.js") if path.name != "bundle.js"]
    lists, by_city = (len(list(QUERIES.glob(f"{folder}/*.sql"))) for folder in ("lists", "city"))
    assert len(scripts) == 1 + lists + 2 * by_city + 5
    for script in scripts:
        assert not re.search("[<\u2028\u2029]", script)
        parsed(script)
    for script in map(Path.read_text, data.glob("projects/*.js")):
        assert parsed(script)[1]["name"]["texts"] == [HOSTILE]


def test_documents_written_at_once_are_those_written_one_after_another(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(published, tmp_path / "one")
    monkeypatch.setattr("jixiao.dashboard.documents._AT_ONCE", 1)
    write_site(published, tmp_path / "two")
    one, two = (
        {path.relative_to(site): path.read_bytes() for path in site.rglob("*.*") if path.is_file()}
        for site in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_the_same_warehouse_gives_the_same_site_and_the_old_one_goes(published: Path, tmp_path: Path) -> None:
    write_site(published, tmp_path / "one")
    first = publish_site(tmp_path / "one", tmp_path / "dashboard").read_bytes()
    (tmp_path / "dashboard" / "src").mkdir()
    (tmp_path / "dashboard" / "data" / "old").mkdir()
    write_site(published, tmp_path / "two")
    assert publish_site(tmp_path / "two", tmp_path / "dashboard").read_bytes() == first
    assert [path.name for path in (tmp_path / "dashboard" / "data").iterdir()] == [site_of(published).name]
    assert sorted(path.name for path in (tmp_path / "dashboard").iterdir()) == ["data", "index.html", "src"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dashboard"]


def scripts_in(site: Path) -> dict[str, Path]:
    """The scripts of documents and cities."""
    return {path.relative_to(site).as_posix(): path for path in site.glob("*/*.js")}


def test_scripts_of_untouched_documents_and_cities_are_those_of_before(published: Path, tmp_path: Path) -> None:
    write_site(published, tmp_path / "one")
    publish_site(tmp_path / "one", tmp_path / "dashboard")
    (site,) = (tmp_path / "dashboard" / "data").iterdir()
    before = scripts_in(site)
    warehouse = Path(shutil.copy(published, tmp_path))
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(f"delete from intermediate.int_documents_touched where city_key != {TOUCHED}")
        keys = connection.execute("select document_key from intermediate.int_documents_touched").fetchall()
    new = {f"documents/{key}.js" for (key,) in keys} | {f"{name}/{TOUCHED}.js" for name in BY_CITY}
    write_site(warehouse, tmp_path / "two", tmp_path / "dashboard", 1)
    after = scripts_in(next((tmp_path / "two" / "data").iterdir()))
    assert after.keys() == before.keys() > new
    assert {name for name in after if not after[name].samefile(before[name])} == new
    assert [name for name in after if after[name].read_bytes() != before[name].read_bytes()] == []

    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(f"delete from marts.dim_document where city_key = {TOUCHED}")
        connection.execute(f"delete from marts.dim_city where city_key = {TOUCHED}")
    write_site(warehouse, tmp_path / "three", tmp_path / "dashboard", 1)
    left = scripts_in(next((tmp_path / "three" / "data").iterdir()))
    assert left.keys() == before.keys() - new
    assert all(path.samefile(before[name]) for name, path in left.items())


def test_the_folder_is_named_by_the_documents_it_is_of(published: Path, tmp_path: Path) -> None:
    warehouse = Path(shutil.copy(published, tmp_path))
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("update marts.dim_document set sha256 = repeat('0', 64) where document_key = 1")
    write_site(warehouse, tmp_path / "site")
    (data,) = (tmp_path / "site" / "data").iterdir()
    assert data.name != site_of(published).name
    assert (data / "core.js").read_bytes() == (site_of(published) / "core.js").read_bytes()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=8))
def test_a_data_script_gives_back_what_went_in(data: object) -> None:
    script = data_script("any", data)
    assert parsed(script) == ("any", data)
    assert not re.search("[<\u2028\u2029]", script)


@pytest.mark.parametrize("number", [0.1, float("nan"), Decimal("0.1")])
def test_a_data_script_refuses_what_is_not_exact(number: object) -> None:
    with pytest.raises(TypeError):
        data_script("any", {"column": [number]})


@pytest.mark.parametrize("number", ["0.1", "0.1::double", "[0.1]"])
def test_a_document_refuses_what_is_not_exact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    query = tmp_path / "shares.sql"
    query.write_text(f"select 1 as document_key, {number} as share", encoding="utf-8")
    monkeypatch.setattr("jixiao.dashboard.documents.queries", lambda _: [query])
    with duckdb.connect() as connection, pytest.raises(TypeError, match=r"shares\.sql: share is D"):
        write_documents(connection, [1], tmp_path)


def test_the_bundle_is_built_from_the_sources_here() -> None:
    assert built.RECORD.read_text(encoding="utf-8").strip() == built.sources_digest(), "run `make dashboard`"
    licences = (built.BUNDLE / "LICENSES.md").read_text(encoding="utf-8")
    assert all(name in licences for name in ("echarts", "zrender", "tabulator-tables", "tslib"))


def test_the_page_belongs_to_its_files(published: Path) -> None:
    shipped = site_of(published) / "bundle.js"
    assert (
        hashlib.sha256(shipped.read_bytes()).digest()
        == hashlib.sha256((built.BUNDLE / "bundle.js").read_bytes()).digest()
    )
