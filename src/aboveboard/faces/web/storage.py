"""Static files under hashed names, in which our script modules find each other too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

# `from "./dialogs.js"` in static/js; the files of other packages are left as they are
_MODULES = (
    "js/*.js",
    ((r"""(?P<matched>from "(?P<url>\./[\w-]+\.js)")""", 'from "%(url)s"'),),
)


class PageFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """whitenoise's storage that also rewrites the imports of our modules to hashed names.

    Without it a page would ask for modules by their bare names, which are not kept.
    https://docs.djangoproject.com/en/5.2/ref/contrib/staticfiles/#manifeststaticfilesstorage
    """

    patterns = (*CompressedManifestStaticFilesStorage.patterns, _MODULES)
