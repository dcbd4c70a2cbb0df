"""Spreadsheets and delimited texts: a module a kind of file, each giving sheets of what their cells show."""
