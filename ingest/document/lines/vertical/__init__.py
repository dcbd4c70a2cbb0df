"""Forms whose cells were printed below each other, a line each: their cells, their grids, their money, their rows."""
