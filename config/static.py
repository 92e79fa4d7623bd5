"""Static files: hashed names, compressed, ES modules rewritten to the hashed names."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Whitenoise's storage, with the imports between our modules hashed too."""

    support_js_module_import_aggregation = True
