"""Pages that belong to no row: what waits, the handbook, going live, a sentence to try."""
