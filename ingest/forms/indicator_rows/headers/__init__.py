"""What the columns of a list of projects hold, told by its header and by the cells below it."""
