"""A PDF file as a whole: opening it, files attached to it, fields filled in."""
