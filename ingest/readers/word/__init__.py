"""Documents of word processors: Word (.docx, flat, of 2003) and OpenDocument texts."""
