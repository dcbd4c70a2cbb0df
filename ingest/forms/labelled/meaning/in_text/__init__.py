"""Amounts of money in texts: sentences, labels with their amounts, words before an amount."""
