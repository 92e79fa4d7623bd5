"""What templates ask of the campaigns by name."""
