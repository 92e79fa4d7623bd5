"""The maps that we draw ourselves. Pure."""
