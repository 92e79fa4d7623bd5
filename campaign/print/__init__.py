"""The print kit: posters on paper, one or many."""
