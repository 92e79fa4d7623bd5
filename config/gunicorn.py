"""How gunicorn serves the site. The access log holds the path without its query, no address."""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
limit_request_line = 0  # an overlong search gets a sentence of ours, not a bare error
control_socket_disable = True
accesslog = "-"
logger_class = "config.server_logs.JsonLogger"
