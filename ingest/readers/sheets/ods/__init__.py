"""OpenDocument spreadsheets: their cells, what the styles of cells and of numbers show of them."""
