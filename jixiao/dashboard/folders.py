"""Folders that a reader may be looking at."""

import os
import shutil
from pathlib import Path

PAGES = "pages"
"""The folder of the pictures of pages, one in it for each document."""
INDEX = "index.js"
"""Says which pictures of a document there are."""


def discard(old: Path, aside: Path) -> None:
    """Move a folder into ``aside`` in one step before it is removed: no part of it is ever taken for the whole.

    Both lie on one file system. A folder that is not there is left at that. Raises OSError.
    """
    if old.exists():
        away = aside / "old"
        aside.mkdir(parents=True, exist_ok=True)
        os.replace(old, away)
        shutil.rmtree(away)
