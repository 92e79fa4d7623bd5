"""Settings: one file, driven by the environment.

Every variable that is read here stands in `.env.example`; a test compares the two.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from config import csp
from config.languages import CONTENT_FALLBACKS, CONTENT_LANGUAGES, DEFAULT
from config.languages import LANGUAGES as _LANGUAGES
from config.middleware import STAFF_PREFIX

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

# --- where and how it runs ------------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
SECURE = SITE_URL.startswith("https://")


def _secret_key() -> str:
    key_file = VAR_DIR / "secret_key"  # written by `make run`
    key: str = env.str("SECRET_KEY", default="")
    if not key and key_file.exists():
        key = key_file.read_text().strip()
    if not key and DEBUG:
        key = "only-for-debug-" + "x" * 50
    if not key:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing. Set it in the environment to a long random text, "
            "or run `make run`, which writes one to var/secret_key."
        )
    return key


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=[csp.origin(SITE_URL).split("://")[-1].split(":")[0], "localhost"]
)
CSRF_TRUSTED_ORIGINS = [csp.origin(SITE_URL)]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# --- applications ---------------------------------------------------------------------------

INSTALLED_APPS = [
    "modeltranslation",  # before the admin
    "config.admin.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "leaflet",
    "import_export",
    "csp",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "spaces",
    "campaign",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "config.middleware.SessionForStaff",
    "config.middleware.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",  # who has proved the second factor
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",  # who changed what
    "axes.middleware.AxesMiddleware",  # last: answers who is locked out
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "spaces.views.frame.site",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- data -----------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'site.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = 60
if not DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # the server may have restarted
else:
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
if CACHES["default"]["BACKEND"].endswith("LocMemCache"):
    CACHES["default"]["OPTIONS"] = {"MAX_ENTRIES": 2000}
# The pictures of the map's ground, some 4 kB each: a cache of their own in each worker, so that
# they put out no page, however many there are.
CACHES["ground"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "ground",
    "TIMEOUT": None,
    "OPTIONS": {"MAX_ENTRIES": 2000},
}

SAMPLE_DATA = env.str("SAMPLE_DATA", default="show")
if SAMPLE_DATA not in ("show", "hide"):
    raise ImproperlyConfigured("SAMPLE_DATA is either 'show' or 'hide'.")

# A telephone number that helps people who are stuck, in international form; empty: none shown.
HELP_LINE = env.str("HELP_LINE", default="")

# --- languages and time ---------------------------------------------------------------------

LANGUAGE_CODE = DEFAULT
LANGUAGES = [(language.code, language.name) for language in _LANGUAGES.values()]
LOCALE_PATHS = [BASE_DIR / "locale"]
MODELTRANSLATION_LANGUAGES = CONTENT_LANGUAGES
MODELTRANSLATION_DEFAULT_LANGUAGE = "fr"
MODELTRANSLATION_FALLBACK_LANGUAGES = CONTENT_FALLBACKS
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Brussels"

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True  # a reason has no length

# --- mail -----------------------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="webmaster@localhost")

# --- map and geocoding ----------------------------------------------------------------------

# Where the map's tiles are, if not with us; {language} becomes FR or NL, whichever the page's
# reader is likelier to see on street signs. Empty: we draw them, and nobody else is asked.
TILE_URL = env.str("TILE_URL", default="")
TILE_ATTRIBUTION = env.str("TILE_ATTRIBUTION", default="")

GEOCODER = env.str("GEOCODER", default="none")
GEOCODER_URL = env.str("GEOCODER_URL", default="")

# --- static files ---------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ROOT = BASE_DIR / "static" / "root"  # served at /: favicon.ico
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static.StaticFilesStorage"},
}

MEDIA_URL = "/media/"  # photos of doors, drawn anew: served by a view, or by a proxy
MEDIA_ROOT = env.str("MEDIA_ROOT", default="") or VAR_DIR / "media"

# --- security -------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = csp.policy([TILE_URL])
PERMISSIONS_POLICY: dict[str, str | list[str]] = {
    "geolocation": "self",
    "camera": [],
    "microphone": [],
    "payment": [],
    "usb": [],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = STAFF_PREFIX
CSRF_FAILURE_VIEW = "spaces.views.errors.forbidden"
LANGUAGE_COOKIE_NAME = "unused"  # the language is in the address
# Whom to tell of a hole, as /.well-known/security.txt names it (RFC 9116); empty: there is none.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")
if SECURITY_CONTACT and not SECURITY_CONTACT.startswith(("mailto:", "https://", "tel:")):
    raise ImproperlyConfigured("SECURITY_CONTACT begins with 'mailto:', 'https://' or 'tel:'.")
# How many proxies stand before the site; only then are X-Forwarded-Proto and -For believed.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    *(
        {"NAME": f"django.contrib.auth.password_validation.{name}"}
        for name in (
            "UserAttributeSimilarityValidator",
            "CommonPasswordValidator",
            "NumericPasswordValidator",
        )
    ),
]
# Five wrong passwords for a name from an address, and that address waits with that name.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "config.visitors.address_to_count_by"
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # who signed in when is nobody's business
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
ADMIN_REQUIRE_OTP = env.bool("ADMIN_REQUIRE_OTP", default=False)
OTP_TOTP_ISSUER = urlsplit(SITE_URL).hostname  # what the app calls this site

# --- logs: JSON lines on the console, no personal data, paths without their query ----------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"path_only": {"()": "config.logs.PathOnly"}},
    "formatters": {
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json",
            "filters": ["path_only"],
        }
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django": {"level": "INFO"},
        "django.server": {"propagate": True, "handlers": []},
        "axes": {"level": "CRITICAL"},  # it names people and their addresses
    },
}
