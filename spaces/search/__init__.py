"""The search: a form's answers → a place → filters → a ranked, paged result."""
