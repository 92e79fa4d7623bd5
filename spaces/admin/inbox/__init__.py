"""What visitors and managers sent, and what staff decide on it."""
