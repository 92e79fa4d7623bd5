"""What the pages of several models have in common."""
