"""Courses: their list, their filters and their words."""
