"""Words and their forms in every language, of no space in particular. Pure."""
