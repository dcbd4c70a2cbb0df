"""What words and tables of a file say against themselves."""
