"""The suites: what is expected of a warehouse, by subject."""
