"""What gunicorn logs: JSON lines like the site's own, no address, no query, nothing typed."""

from typing import Any

from gunicorn.glogging import Logger
from pythonjsonlogger.json import JsonFormatter

from config.logs import without_secrets


class JsonLogger(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn's logger, with a visitor's address and words left out."""

    def setup(self, cfg: Any) -> None:
        """Write both logs as JSON lines."""
        super().setup(cfg)
        formatter = JsonFormatter("%(asctime)s %(levelname)s %(name)s %(message)s")
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                handler.setFormatter(formatter)

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: Any) -> None:  # noqa: ARG002
        """Log a request by its path: without the query, and of the map without where."""
        facts = {
            "method": environ.get("REQUEST_METHOD"),
            "path": without_secrets(str(environ.get("PATH_INFO"))),
            "status": int(str(resp.status).split(maxsplit=1)[0]),
            "milliseconds": round(request_time.total_seconds() * 1000),
        }
        self.access_log.info("request", extra=facts)

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Log a warning; of a request that can't be read only that there was one."""
        if msg.startswith("Invalid request"):
            msg = "Invalid request"
        super().warning(msg, *args, **kwargs)

    def exception(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Log an exception; of the request that raised it only the path."""
        if msg.startswith("Error handling request"):
            args = tuple(without_secrets(str(arg)) for arg in args)
        super().exception(msg, *args, **kwargs)
