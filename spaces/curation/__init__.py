"""Keeping the listings true: quality, history, duplicates, what stands before going live."""
