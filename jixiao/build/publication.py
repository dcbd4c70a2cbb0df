"""What a warehouse is published with: report, dashboard and pictures of pages, all of its generation.

Each is written aside from the file of the warehouse, and can be written again from the published one.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from ingest.delivery.folder import Delivered
from ingest.vocabulary.messages import in_chinese
from jixiao.build.database import flush
from jixiao.build.workplace import NotShown, Workplace
from jixiao.dashboard.generation import generation, is_of, marked
from jixiao.dashboard.pictures import drawable, pictured, publish_pictures, write_pictures
from jixiao.dashboard.site import is_whole, publish_site, tidy, write_site

Stage = Callable[[str], None]


def mark_report(report: Path, database: Path) -> None:
    """Let a report name the generation of the warehouse ``database``. Raises OSError."""
    report.write_text(marked(report.read_text(encoding="utf-8"), _generation(database)), encoding="utf-8")


def publish_report(place: Workplace) -> Path:
    """Put the report in the place of the one before; gives it. Raises NotShown."""
    try:
        flush(place.report)
        os.replace(place.report, place.published_report)
    except OSError as error:
        raise _not_shown(error) from error
    return place.published_report


def publish_dashboard(place: Workplace, pictures: set[str]) -> None:
    """Put the dashboard and its new pictures in place; takes away all pictures but ``pictures``. Raises NotShown."""
    try:
        publish_pictures(pictures, place.site, place.dashboard)
        publish_site(place.site, place.dashboard)
    except OSError as error:
        raise _not_shown(error) from error


def write_lacking(place: Workplace, delivered: Sequence[Delivered], stage: Stage) -> tuple[str, ...]:
    """Write again what is not of the generation of the published warehouse; gives what was. Raises NotShown."""
    written = []
    try:
        if not is_of(place.published_report, _generation(place.published)):
            stage("writing the report again")
            _write_report(place)
            publish_report(place)
            written.append("report")
        names, pages = pictured(place.published, place.dashboard)
        if drawable(pages, delivered) or not is_whole(place.published, place.dashboard):
            stage("writing the dashboard again")
            write_site(place.published, place.site)
            write_pictures(pages, delivered, place.site)
            publish_dashboard(place, names)
            written.append("dashboard")
        tidy(place.dashboard, place.site)
    except OSError as error:
        raise _not_shown(error) from error
    return tuple(written)


def _write_report(place: Workplace) -> None:
    from expectations import recorded, report  # Great Expectations takes seconds to import

    with duckdb.connect(str(place.published), read_only=True) as connection:
        validation = recorded.recorded(connection)
    report.write(validation, place.report, in_chinese)
    mark_report(place.report, place.published)


def _generation(database: Path) -> str:
    with duckdb.connect(str(database), read_only=True) as connection:
        return generation(connection)


def _not_shown(error: OSError) -> NotShown:
    return NotShown(
        f"the warehouse is published, its report or dashboard is not ({error.strerror}: {error.filename}); "
        "make room or make the place writable and build again"
    )
