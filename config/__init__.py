"""Settings, languages, addresses and security policy: what holds the applications together."""
