"""What is said of a space: sentences, easy language, its address, a message to send."""
