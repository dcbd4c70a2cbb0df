"""The list of planted defects fits the code, and the page of its results is the committed one."""

from pathlib import Path

import pytest

from tests.mutants import page
from tests.mutants.planted import Mutant, NotInPlace, mutants

FEWEST = 80


def test_every_defect_has_its_place_in_the_code() -> None:
    planted = mutants()
    assert len(planted) >= FEWEST
    assert len({mutant.digest for mutant in planted}) == len(planted)
    for mutant in planted:
        assert mutant.changed(page.ROOT) != (page.ROOT / mutant.file).read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "one", "one one two"])
def test_a_text_that_is_not_there_once_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.sql").write_text(text.replace("one", "other", 1), encoding="utf-8")
    mutant = Mutant("none", "a.sql", "one" if text != "one one two" else "o", "two")
    with pytest.raises(NotInPlace), mutant.planted(tmp_path):
        pass


def test_a_file_is_as_before_after_a_trial(tmp_path: Path) -> None:
    path = tmp_path / "a.sql"
    path.write_text("select 1", encoding="utf-8")
    with Mutant("another number", "a.sql", "1", "2").planted(tmp_path):
        assert path.read_text(encoding="utf-8") == "select 2"
    assert path.read_text(encoding="utf-8") == "select 1"


@pytest.mark.parametrize("language", page.PAGES)
def test_the_page_is_that_of_the_results(language: str) -> None:
    text = page.PAGES[language].read_text(encoding="utf-8")
    assert page.page(text, page.read(), language) == text
