"""What the entries of a form mean: names, goals, money and execution."""
