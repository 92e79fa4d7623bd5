"""The campaign's pages, a module for each kind."""
