"""Starts the process that reads, without what it has no use for: what it takes to start a build waits for.

Readers of scans load NumPy where there are scans.
"""

import gc

from ingest.sandbox.without import without


def start() -> None:
    """Import the reading process and be it."""
    gc.disable()  # this process reads nothing itself, and a fork ends with its chunk
    with without("pandas"):
        with without("numpy"):
            from ingest.sandbox.child import main

        main()


if __name__ == "__main__":
    start()
