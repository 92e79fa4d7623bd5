"""What is published, as it is searched and shown, in memory."""
