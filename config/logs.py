"""What the logs may not hold: a visitor's address, position or words."""

import logging
import re

# An address, alone or in the first line of a request: its path, then what was asked for.
_ADDRESS = re.compile(r"(/[^\s?]*)\?\S*")


class PathOnly(logging.Filter):
    """Drop the request object and the query of every address that a record carries."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, without what a visitor asked for."""
        if hasattr(record, "request"):  # Django hands it on with what it logs
            del record.request
        if isinstance(record.args, tuple):
            record.args = tuple(_without_query(value) for value in record.args)
        return True


def _without_query(value: object) -> object:
    return _ADDRESS.sub(r"\1", value) if isinstance(value, str) else value
