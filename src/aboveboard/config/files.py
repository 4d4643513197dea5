"""Where the library's files are kept: on the disk, or in the bucket that the options name."""

from typing import Any

from aboveboard.config.options import Options


def files(options: Options) -> dict[str, Any]:
    """The default entry of Django's STORAGES."""
    if not options.s3_bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    told = {
        "bucket_name": options.s3_bucket,
        "endpoint_url": options.s3_url,
        "region_name": options.s3_region,
        "access_key": options.s3_key,
        "secret_key": options.s3_secret,
    }
    return {
        "BACKEND": "aboveboard.create.assets.bucket.Bucket",
        "OPTIONS": {name: value for name, value in told.items() if value},
    }
