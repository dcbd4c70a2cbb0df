"""How much memory DuckDB may take in a build."""

import os


def memory_limit() -> str:
    """``JIXIAO_MEMORY`` of the environment (such as ``4GB``); else four fifths of the machine, as DuckDB would take."""
    own = os.environ.get("JIXIAO_MEMORY")
    return own or f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') * 4 // 5 // 1024**2}MiB"
