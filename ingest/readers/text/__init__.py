"""Text files and their encodings."""
