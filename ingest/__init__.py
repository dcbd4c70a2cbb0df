"""Published performance-budget documents become landed rows: bytes, blocks, form, typed rows, landing."""
