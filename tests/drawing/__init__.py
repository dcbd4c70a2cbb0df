"""Drawn documents: invented budgets whose truth is known, printed in every published layout."""
