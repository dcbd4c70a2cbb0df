"""What columns of a grid hold under labels that no vocabulary has, told by their words and their cells."""
