"""The directory of Digital Public Spaces; each folder says in its first line what it holds."""
