"""Whose budget a document is, and of which year: printed, inferred, in the file's name, or said by the manifest."""

from dataclasses import dataclass

from ingest.delivery.manifest import ManifestEntry
from ingest.document.department import department_of
from ingest.document.place import place_of
from ingest.document.year import year_of
from ingest.forms.reading import FormReading
from ingest.grammar.places import Place, city_of


@dataclass(frozen=True, slots=True)
class Identity:
    """Place, department and budget year of a document, each with its basis."""

    place: Place
    city: Place
    place_basis: str
    department: str
    department_basis: str
    year: int
    year_basis: str
    year_evidence: str


def identify(
    reading: FormReading, manifest: ManifestEntry | None, file_text: str = "", file_name: str = "", called: str = ""
) -> Identity:
    """Resolve the identity of a document; the manifest always wins.

    ``file_text`` is the text of the whole file, in which a page says who published it; ``file_name`` its path, which
    counts where nothing is printed, ``called`` the title that a page gives itself.
    Raises DocumentRejected (``department_unknown``, ``city_unknown``, ``year_unknown``).
    """
    whose = department, department_basis = department_of(reading, manifest, file_text, file_name)
    place, place_basis = place_of(reading, manifest, whose, file_text, file_name)
    year, year_basis, evidence = year_of(reading, manifest, file_text, file_name, called)
    return Identity(place, city_of(place), place_basis, department, department_basis, year, year_basis, evidence)
