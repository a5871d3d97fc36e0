"""Whether a folder is kept the same elsewhere by a cloud service.

Such a service copies `kluis.db` and its log at different moments and may put an older one back; and what lies
readable in the folder (`uit/`) leaves the laptop.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

_VARIABLES = {"OneDrive": "OneDrive", "OneDriveCommercial": "OneDrive", "OneDriveConsumer": "OneDrive"}
"""Environment variable with the folder of a service (Windows) -> the service."""
_NAMES = tuple(
    (re.compile(pattern, re.IGNORECASE), service)
    for pattern, service in (
        (r"onedrive([ -].*)?", "OneDrive"),
        (r"dropbox( \(.*\))?", "Dropbox"),
        (r"google ?drive|googledrive-.*|mijn drive|my drive", "Google Drive"),
        (r"icloud ?drive|mobile documents|com~apple~clouddocs", "iCloud"),
        (r"nextcloud\d*|nextcloud-.*", "Nextcloud"),
        (r"owncloud|owncloud-.*", "ownCloud"),
        (r"surfdrive", "SURFdrive"),
        (r"syncthing", "Syncthing"),
        (r"pclouddrive|pcloud drive", "pCloud"),
        (r"proton ?drive.*", "Proton Drive"),
        (r"cloudstorage", "een clouddienst"),
    )
)
"""Name of a folder on the way -> the service that makes folders of that name."""
_MARKS = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
    (".tmp.drivedownload", "Google Drive"),
)
"""What a service leaves in the folder that it keeps."""


def wolkdienst(folder: Path, omgeving: Mapping[str, str] = os.environ) -> str:
    """The service that keeps this folder the same elsewhere, for in a sentence; empty where none shows."""
    place = folder.expanduser().absolute()
    for variable, service in _VARIABLES.items():
        if omgeving.get(variable) and place.is_relative_to(omgeving[variable]):
            return service
    above = [place, *place.parents]
    named = (_by_name(path.name) for path in reversed(above))
    marked = (_by_mark(path) for path in above)
    return next((service for service in (*named, *marked) if service), "")


def _by_name(name: str) -> str:
    return next((service for pattern, service in _NAMES if pattern.fullmatch(name)), "")


def _by_mark(folder: Path) -> str:
    try:
        return next((service for mark, service in _MARKS if (folder / mark).exists()), "")
    except OSError:
        return ""
