"""The expectations of an increment: the queries that Great Expectations ran on a whole build, run on one connection.

Great Expectations takes longer to start than these queries take. They only ever say that nothing is unexpected; where
they cannot, Great Expectations validates the same warehouse, and what it says counts.
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from expectations.batch import over_documents
from expectations.validation import Result, Validation


def validate(warehouse: Path, expected: Sequence[Result], built_batch: int, memory: str) -> Validation | None:
    """Ask again what was ``expected`` and found, of the documents touched since ``built_batch``.

    The file is opened read-only and closed again. None where a row is unexpected, or an expectation is no query.
    """
    config: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory, "threads": 1}
    try:
        with duckdb.connect(str(warehouse), read_only=True, config=config) as connection:
            for result in expected:
                if result.query is None or connection.execute(over_documents(result.query, built_batch)).fetchall():
                    return None
    except duckdb.Error:
        return None
    return Validation(tuple(expected), built_batch)
