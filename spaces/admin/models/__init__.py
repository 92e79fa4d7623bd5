"""The pages of each model that has little more than Django's own."""
