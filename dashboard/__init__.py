"""The page; in Python only its tests."""
