"""Amounts told apart from those of the form: of several regions, of several years."""
