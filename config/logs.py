"""What the logs may not hold: a visitor's address, position or words."""

import logging
import re

# An address, alone or in the first line of a request: its path, then what was asked for.
_ADDRESS = re.compile(r"(/[^\s?]*)\?\S*")
# What somebody looks at on the map is in the path itself.
_LOOKED_AT = re.compile(r"(?<!\S)/(map|tiles)/\S*")


def without_secrets(text: str) -> str:
    """Return a text, its addresses without a query, and of pictures of the map only which kind."""
    return _LOOKED_AT.sub(r"/\1/", _ADDRESS.sub(r"\1", text))


class PathOnly(logging.Filter):
    """Drop the request object and the query of every address that a record carries."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, without what a visitor asked for."""
        if hasattr(record, "request"):  # Django hands it on with what it logs
            del record.request
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_secrets(value) if isinstance(value, str) else value for value in record.args
            )
        return True
