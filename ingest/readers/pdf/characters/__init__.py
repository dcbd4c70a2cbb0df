"""Characters as pdfium gives them, set right."""
