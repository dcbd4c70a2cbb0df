"""Places of a list that lacks what they lie in: a reader of it never fails."""

from collections.abc import Iterator

import pytest

from ingest.grammar import places

ROWS = (
    {"place_code": "530823", "place_name": "景东彝族自治县", "level": "county", "parent_code": "530800"},
    {"place_code": "530802", "place_name": "思茅区", "level": "county", "parent_code": "530800"},
    {"place_code": "530700", "place_name": "丽江市", "level": "prefecture", "parent_code": "530000"},
)
CACHES = ("_by_code", "_by_name", "_by_short_name", "_longest", "find_place")


@pytest.fixture
def _without_provinces(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    known = places.vocabulary

    def listed(name: str) -> tuple[dict[str, str], ...]:
        return ROWS if name == "places" else known(name)

    monkeypatch.setattr(places, "vocabulary", listed)
    for name in CACHES:
        getattr(places, name).cache_clear()
    yield
    for name in CACHES:
        getattr(places, name).cache_clear()


@pytest.mark.usefixtures("_without_provinces")
def test_a_place_without_its_province_is_itself() -> None:
    found = places.find_place("思茅区教育局")
    assert found is not None
    assert (found.name, places.city_of(found).name, places.parent_of(found).name) == ("思茅区", "思茅区", "思茅区")
    city = places.find_place("丽江市古城区水务局")
    assert city is not None and places.parent_of(city) is city


@pytest.mark.usefixtures("_without_provinces")
def test_a_central_body_is_of_no_listed_place() -> None:
    assert places.find_place("水利部") is None


def test_a_place_named_twice_is_one_place() -> None:
    assert places.find_place("潍坊市财政局、潍坊市农业农村局") == places.find_place("潍坊市农业农村局") is not None
