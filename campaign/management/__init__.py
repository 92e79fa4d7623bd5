"""What is run at the command line, each command a module."""
