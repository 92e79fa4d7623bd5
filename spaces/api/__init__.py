"""What programs ask for while somebody looks at a page."""
