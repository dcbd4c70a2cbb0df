"""``jixiao fetch``: published documents from their addresses into a folder, each with where it came from."""
