"""Listings in and out as tables: CSV, XLSX and JSON, the same at the desk and on the command line.

`files` reads and writes tables, `columns` says what a cell may hold, `resource` and its three
descendants (`spaces`, `closures`, `courses`) bring rows to models by django-import-export.
"""
