"""Files and frames into grids: rows of cells, each with the number that its program shows."""
