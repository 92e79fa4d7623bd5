"""What the Makefile's commands do. Those that run before `.venv` exists use only Python's own."""
