"""What the styles of cells decide in spreadsheets: number formats, colours."""
