"""Lists of indicators in one text: numbered, under bracketed labels, or each with both its levels before it."""
