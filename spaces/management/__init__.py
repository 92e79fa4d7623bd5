"""What is run at the command line or at night, each command a module."""
