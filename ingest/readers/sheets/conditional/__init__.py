"""What conditional formats show: the conditions of spreadsheets, from each format that holds them."""
