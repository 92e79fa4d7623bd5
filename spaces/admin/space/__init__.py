"""The pages of a space: its form, and what stands around it."""
