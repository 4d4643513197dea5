"""A bucket on moto's server, over HTTP as every S3 is; the library's files go there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
import httpx
from django.test import override_settings
from moto.moto_server.threaded_moto_server import ThreadedMotoServer

from aboveboard.config.files import files
from aboveboard.config.options import Options

NAME = "library"


@contextmanager
def bucket(home: Path) -> Iterator[Any]:
    """The bucket itself, as boto3 knows it, while the studio keeps its files there."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        told = {"s3_url": f"http://{host}:{port}", "s3_key": "key", "s3_secret": "secret"}
        options = Options(s3_bucket=NAME, s3_region="eu-west-1", **told)  # type: ignore[arg-type]
        # All servers of a process are one to moto.
        httpx.post(f"{told['s3_url']}/moto-api/reset").raise_for_status()
        there = boto3.resource(
            "s3",
            endpoint_url=told["s3_url"],
            aws_access_key_id="key",
            aws_secret_access_key="secret",
            region_name="eu-west-1",
        ).Bucket(NAME)
        there.create(CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        stores = {
            "default": files(options),
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        }
        with override_settings(STORAGES=stores, MEDIA_ROOT=home):
            yield there
    finally:
        server.stop()
