"""The files that a site only copies: which of them stand as they should."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.engine.fingerprints import digest_of_file, file_system_time, stamp_of
from newsroom.engine.inventory import Inventory, Output
from newsroom.pages.page import Asset, Site


@dataclass
class Copies:
    """``stale`` are the files that must be copied, ``kept`` those that stay, by their addresses.

    ``stamps`` is what the file system told of each source before it was copied.
    """

    stale: list[Asset] = field(default_factory=list)
    kept: dict[str, Output] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)


def compare(site: Site, inventory: Inventory, content: Path, scratch: Path) -> Copies:
    """Hold the files of a site against what stands. A source is read only where its stamp is new.

    ``scratch`` is any folder on the file system of ``content`` that may be written to.
    """
    copies = Copies()
    moment = file_system_time(scratch)
    for asset in site.assets:
        source = content / asset.source
        stamp = copies.stamps[asset.address] = _stamp(source.stat(), moment)
        known = inventory.known.get(asset.address)
        if known is None or not inventory.has(asset.address, known.content):
            copies.stale.append(asset)
        elif (stamp and known.key == stamp) or digest_of_file(source) == known.content:
            copies.kept[asset.address] = Output(stamp, "", known.content)
        else:
            copies.stale.append(asset)
    return copies


def _stamp(status: os.stat_result, moment: int) -> str:
    """A stamp to be believed later; none where a change within this tick of the clock could leave it as it is."""
    return stamp_of(status) if max(status.st_mtime_ns, status.st_ctime_ns) < moment else ""
