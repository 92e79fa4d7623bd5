"""The site's settings, as the tests want them: nothing of the developer's environment, no outside.

`TEST_DATABASE_URL` names another database server than SQLite in memory.
"""

import os

os.environ |= {
    "ADMIN_REQUIRE_OTP": "off",
    "ALLOWED_HOSTS": "testserver",
    "CACHE_URL": "locmemcache://",
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL") or "sqlite://:memory:",
    "DEBUG": "off",
    "DEFAULT_FROM_EMAIL": "spaces@example.org",
    "EMAIL_URL": "consolemail://",
    "GEOCODER": "none",
    "HELP_LINE": "",
    "LOG_LEVEL": "WARNING",
    "MEDIA_ROOT": "/dev/null/no-media",
    "SAMPLE_DATA": "show",
    "SECRET_KEY": "only-for-tests",
    "SECURITY_CONTACT": "",
    "SITE_URL": "http://testserver",
    "TRUSTED_PROXIES": "0",
}

from config.settings import *  # noqa: F403 - a settings file on top of another

DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_AUTOREFRESH = True  # static files stay where they are: nothing is collected
