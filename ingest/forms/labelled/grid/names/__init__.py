"""The names of a grid: what they hold besides, and what stands before them."""
