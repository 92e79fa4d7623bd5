"""What templates ask for by name: a module for each kind of page."""
