"""Which form a file holds, and which part of the file it is."""
