"""What sheets show beside their cells, from each format that holds it."""
