"""Where style sheets, scripts and drawings are found."""

from functools import cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class RememberedFiles(CompressedManifestStaticFilesStorage):
    """Files with their fingerprint in the address; a page names twenty, and their addresses stay as long as it runs."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.url = cache(super().url)
