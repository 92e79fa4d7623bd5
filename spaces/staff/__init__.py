"""The people at the desk: their groups and rights, their second factor, where its lists are."""
