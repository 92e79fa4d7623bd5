"""Pages that belong to no row: what waits, the handbook, going live, the second factor."""
