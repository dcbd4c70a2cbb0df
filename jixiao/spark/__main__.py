"""A build on Spark by hand: ``python -m jixiao.spark DOCUMENTS FOLDER [MASTER]``, MASTER a Spark address."""

import sys
from pathlib import Path

from jixiao.spark.build import build
from jixiao.spark.session import open_session


def main() -> None:
    """Build; prints what was read."""
    documents, folder = map(Path, sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    done = build(open_session(folder, *sys.argv[3:4]), documents, folder)
    print(f"{done.landed} documents read of {done.delivered} delivered, {done.quarantined} quarantined")


if __name__ == "__main__":
    main()
