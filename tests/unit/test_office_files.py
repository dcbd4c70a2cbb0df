"""Files as offices make them are read as a careful person sees them, or it is said what is not read."""

import pytest

from ingest.readers import read_source
from tests.unit.office_files import Made
from tests.unit.office_files.of_drawings import DRAWN
from tests.unit.office_files.of_excel import EXCEL
from tests.unit.office_files.of_pdf import PDF
from tests.unit.office_files.of_web import WEB
from tests.unit.office_files.of_word import WORD
from tests.unit.test_readers import cells


@pytest.mark.parametrize(
    "made", [pytest.param(made, id=name) for own in (WORD, EXCEL, DRAWN, PDF, WEB) for name, made in own.items()]
)
def test_a_file_is_read_as_it_is_seen(made: Made) -> None:
    source = read_source(made.data, "x")
    assert cells(source) == made.rows
    assert tuple(sorted({notice.code for notice in source.notices})) == made.said
    for notice in source.notices:
        if notice.span is not None and notice.code not in ("beside", "hidden"):  # these quote what was not read
            assert notice.printed.split() == source.text[slice(*notice.span)].split()
