"""Strings to values: pure functions that know neither forms nor files."""
