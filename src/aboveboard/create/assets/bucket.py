"""The library's files in a bucket of S3, or of any server that speaks it; named by STORAGES.

https://docs.aws.amazon.com/AmazonS3/latest/API/ by django-storages. What the bucket does not answer
reaches people as StorageAway; what is not there is FileNotFoundError, as on a disk.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

from aboveboard.create.errors import StorageAway

_MEMORY = 5_000_000


class Bucket(S3Storage):  # type: ignore[misc]
    """A bucket that this studio alone writes to. Nothing in it is public."""

    def get_default_settings(self) -> dict[str, Any]:
        usual: dict[str, Any] = super().get_default_settings()
        return usual | {
            # As on a disk: a file never takes another's place.
            "file_overwrite": False,
            "max_memory_size": _MEMORY,
            "transfer_config": TransferConfig(use_threads=False),
            "client_config": Config(
                connect_timeout=5,
                read_timeout=60,
                retries={"max_attempts": 3},
                # Servers other than AWS know no others, and most of them no bucket as a host.
                signature_version="s3v4",
                s3={"addressing_style": "path"},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
            ),
        }

    def part(self, name: str, first: int, count: int) -> IO[bytes]:
        """The bytes from `first` on as a stream; whoever gets it closes it."""
        with _told(name):
            asked = {"Range": f"bytes={first}-{first + count - 1}"} if count else {}
            found: IO[bytes] = self.bucket.Object(self._normalize_name(name)).get(**asked)["Body"]
        return found

    def shown(self, name: str) -> str:
        return f"s3://{self.bucket_name}/{self._normalize_name(name)}"

    def size(self, name: str) -> int:
        with _told(name):
            found: int = super().size(name)
        return found

    def exists(self, name: str) -> bool:
        with _told(name):
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        with _told(name):
            super().delete(name)

    def _save(self, name: str, content: File) -> str:  # type: ignore[type-arg]
        with _told(name):
            return str(super()._save(name, content))


@contextmanager
def _told(name: str) -> Iterator[None]:
    """The errors of a bucket in our own words."""
    try:
        yield
    except ClientError as error:
        if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") == 404:
            raise FileNotFoundError(name) from error
        code = str(error.response.get("Error", {}).get("Code", ""))[:40]
        raise StorageAway(
            f"The store of files refused ({code}). Nothing was changed.",
            mend="`aboveboard doctor` says what it answers; then try again.",
            code="storage",
        ) from error
    except BotoCoreError as error:
        raise StorageAway(
            "The store of files does not answer. Nothing was changed.",
            mend="Try again in a minute; `aboveboard doctor` says what it answers.",
            code="storage",
        ) from error
