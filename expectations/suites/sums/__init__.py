"""What is summed, counted and averaged over rows, computed a second time."""
