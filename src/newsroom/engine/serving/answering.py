"""Answers to requests: pages are made, files are read where they lie, and MkDocs' server does the rest."""

from __future__ import annotations

import itertools
import mimetypes
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from wsgiref.util import FileWrapper

from newsroom.engine.serving.live import Live, Shown
from newsroom.hosting.media_types import content_type

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment
    from mkdocs.livereload import LiveReloadServer


class Answers:
    """The web application. It answers with what the plan holds and the theme, and knows no other path.

    A page goes through a file in MkDocs' temporary folder: so its server adds the script that reloads the browser.
    """

    def __init__(self, live: Live, server: LiveReloadServer) -> None:
        self._live = live
        self._server = server
        self._numbers = itertools.count()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        path, mount = _path(environ), self._server.mount_path
        if path.startswith("/livereload/") or not path.startswith(mount):
            return self._server.serve_request(environ, start_response)
        address = path[len(mount) :]
        if address == "index.html" or address.endswith("/index.html"):
            address = address.removesuffix("index.html")
        if self._live.has_theme_file(address):
            return self._server.serve_request(environ, start_response)
        asset = self._live.asset(address)
        if asset and asset.is_file():
            return _file(asset, start_response)
        document = self._live.document(address)
        if document is not None:
            start_response("200 OK", [("Content-Type", content_type(address)), ("Cache-Control", "no-cache")])
            return [document]
        if not address.endswith("/") and self._live.has_page(f"{address}/"):
            start_response("302 Found", [("Location", f"{quote(path)}/")])
            return []
        return self._page(address, environ, start_response)

    def _page(self, address: str, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """A page, of one version with the script that waits for the next."""
        while True:
            shown = self._live.show(address)
            head, body = self._with_script(shown, environ)
            if head.status.startswith("200") and shown.version == self._live.version:
                start_response(shown.status, head.headers)
                return body

    def _with_script(self, shown: Shown, environ: WSGIEnvironment) -> tuple[_Head, Iterable[bytes]]:
        file = Path(self._server.root) / f"newsroom-{next(self._numbers)}.html"
        file.write_bytes(shown.html.encode("utf-8", "xmlcharrefreplace"))
        head = _Head()
        try:
            path = self._server.mount_path + file.name
            body = b"".join(self._server.serve_request({**environ, "PATH_INFO": path}, head))
        finally:
            file.unlink(missing_ok=True)
        return head, [body]


class _Head:
    """Takes the head of an answer, until it is known whether it will be sent."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: list[tuple[str, str]] = []

    def __call__(self, status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
        self.status, self.headers = status, headers


def _path(environ: WSGIEnvironment) -> str:
    # WSGI hands over bytes in the guise of Latin-1.
    return str(environ["PATH_INFO"]).encode("latin-1").decode("utf-8", "replace")


def _file(path: Path, start_response: StartResponse) -> Iterable[bytes]:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(path.stat().st_size))])
    return FileWrapper(path.open("rb"))
