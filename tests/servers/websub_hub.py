"""A WebSub hub, Flask-WebSub, in a process of its own: its packages are not those of the newsroom.

``running_hub`` starts this very file with the Python of the servers' environment. It delivers while it is told, and
does not check who tells it. It reads the links of a feed from its headers alone.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PYTHON = Path(__file__).parent / ".venv" / "bin" / "python"


@contextmanager
def running_hub() -> Iterator[str]:
    """The address of a hub of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(PYTHON), __file__, str(Path(folder) / "hub.sqlite3")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            assert process.stdout
            try:
                yield process.stdout.readline().strip()
            finally:
                process.kill()


def _serve(path: str) -> None:
    from celery import Celery  # noqa: PLC0415
    from flask import Flask  # noqa: PLC0415
    from flask_websub.hub import Hub, SQLite3HubStorage  # noqa: PLC0415
    from werkzeug.serving import make_server  # noqa: PLC0415

    celery = Celery("hub", broker="memory://", backend="cache+memory://")
    celery.conf.task_always_eager = True
    hub = Hub(SQLite3HubStorage(path), celery, MAX_ATTEMPTS=2, BACKOFF_BASE=0.01)
    app = Flask("hub")
    app.config["PUBLISH_SUPPORTED"] = True
    app.register_blueprint(hub.build_blueprint(url_prefix="/hub"))
    server = make_server("127.0.0.1", 0, app)
    sys.stdout.write(f"http://127.0.0.1:{server.server_port}/hub\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    _serve(sys.argv[1])
