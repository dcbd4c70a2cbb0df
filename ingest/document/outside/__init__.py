"""What of a file is outside its publication."""
