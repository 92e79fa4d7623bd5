"""The door that gunicorn knocks on."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

# The streets come into memory while the worker waits for its first visitor.
from spaces import gazetteer  # noqa: E402  the applications are ready now

gazetteer.prepare()
