"""PDF files with a text layer: characters and rules by pdfium, cells from the rules."""
