"""What stands for each network in tests: a file a network, named for its key, with ``STANDS``.

``STANDS`` maps the name of each kind of account to a function that opens a stand for it: a context manager, so that
whatever it started is stopped. Nothing else has to be told of a new file; ``tests/networks/test_conformance.py`` asks
every stand alike, and fails for a network that is sent to and has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from importlib import import_module
from importlib.util import find_spec

from newsroom.networks import NETWORKS
from tests.networks.stands.stand import Stand

Opened = Callable[[], AbstractContextManager[Stand]]


def stands() -> Mapping[str, Opened]:
    """Every stand by its name, in the order of the networks."""
    return dict(found for network in NETWORKS for found in _of(network))


def _of(network: str) -> Iterator[tuple[str, Opened]]:
    module = f"{__name__}.{network}"
    if find_spec(module):
        opened: Mapping[str, Opened] = import_module(module).STANDS
        yield from ((f"{network} {kind}".strip(), each) for kind, each in opened.items())
