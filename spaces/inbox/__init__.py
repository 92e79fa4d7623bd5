"""What visitors and managers send: forms, what holds robots off, proposals, mails."""
