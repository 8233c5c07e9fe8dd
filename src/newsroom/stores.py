"""A bucket of a store that speaks S3, as :mod:`newsroom.commands.upload` needs it; obstore speaks to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsroom.commands.upload import Store
from newsroom.errors import Refused
from newsroom.hosting.uploading import Upload

if TYPE_CHECKING:
    from obstore.store import S3Store


def s3_store(place: str) -> Store:
    """The store at ``BUCKET`` or ``BUCKET/FOLDER``.

    Endpoint, region and key are those of the environment, by the names that AWS gave them: ``AWS_ENDPOINT_URL_S3``,
    ``AWS_REGION``, ``AWS_ACCESS_KEY_ID``, ``AWS_SECRET_ACCESS_KEY``. Raises :class:`Refused` where obstore is not
    installed or can make nothing of these.
    """
    try:
        from obstore.store import S3Store  # noqa: PLC0415
    except ImportError:
        raise Refused(
            'stores are spoken to by obstore, which is not installed: pip install "mkdocs-newsroom[s3]"',
            'التعامل مع المخزن بالحزمة obstore، وهي غير مثبتة: pip install "mkdocs-newsroom[s3]"',
        ) from None
    bucket, _, folder = place.strip("/").partition("/")
    with _told(place):
        return _Bucket(place, S3Store(bucket, prefix=folder or None))


class _Bucket:
    """A bucket, or a folder of one."""

    def __init__(self, place: str, store: S3Store) -> None:
        self._place = place
        self._store = store

    def stored(self) -> Mapping[str, str]:
        """The MD5 of each file, which a store gives as the ETag of what was put in one piece and is not encrypted."""
        with _told(self._place):
            found = [each for some in self._store.list() for each in some]
        return {each["path"]: (each["e_tag"] or "").strip('"') for each in found}

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        with _told(self._place):
            return bytes(self._store.get(path).bytes())

    def put(self, upload: Upload, data: bytes) -> None:
        """Keep a file, with what is to be said of it."""
        said = {"Content-Type": upload.content_type}
        said |= {"Cache-Control": upload.cache_control} if upload.cache_control else {}
        with _told(self._place):
            self._store.put(upload.path, data, attributes=said, use_multipart=False)

    def delete(self, paths: Iterable[str]) -> None:
        """Delete files."""
        with _told(self._place):
            self._store.delete(list(paths))


@contextmanager
def _told(place: str) -> Iterator[None]:
    """Make a sentence for people of whatever a store, or the way to it, may answer."""
    from obstore.exceptions import BaseError  # noqa: PLC0415

    try:
        yield
    except (BaseError, OSError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise Refused(
            f"the store {place} did not do as it was told ({reason}); what is there leads to nothing that is missing:"
            " upload again",
            f"لم ينفذ المخزن {place} ما طُلب منه ({reason})؛ ولا يؤدي شيء فيه إلى مفقود، فأعد الرفع",
        ) from None
