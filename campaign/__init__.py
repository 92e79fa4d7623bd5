"""The poster campaigns: characters, posters and their codes, the count of scans, print."""
