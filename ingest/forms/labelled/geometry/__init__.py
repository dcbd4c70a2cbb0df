"""The geometry of a form: its rows read into entries, each a value with its labels."""
