"""Whether a folder lies on a drive that other computers can reach.

SQLite's write-ahead log needs memory shared by everybody who has the file open, so on such a drive two
computers can spoil a store: https://www.sqlite.org/wal.html, "Disadvantages".
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PureWindowsPath

from kernteam_tui.data.omgeving.aankoppeling import MOUNTINFO, aankoppeling_van

SOORTEN = {
    "9p": "een gedeelde map van een andere machine",
    "afs": "AFS",
    "afpfs": "een Apple-deelmap",
    "beegfs": "BeeGFS",
    "ceph": "Ceph",
    "cifs": "een Windows-deelmap",
    "davfs": "WebDAV",
    "fuse.cephfs": "Ceph",
    "fuse.davfs2": "WebDAV",
    "fuse.glusterfs": "GlusterFS",
    "fuse.gvfsd-fuse": "een netwerkmap van het bureaublad",
    "fuse.kio-fuse": "een netwerkmap van het bureaublad",
    "fuse.rclone": "rclone",
    "fuse.s3fs": "S3",
    "fuse.sshfs": "sshfs",
    "glusterfs": "GlusterFS",
    "gfs2": "GFS2",
    "lustre": "Lustre",
    "ncpfs": "NetWare",
    "nfs": "NFS",
    "nfs4": "NFS",
    "ocfs2": "OCFS2",
    "smb2": "een Windows-deelmap",
    "smb3": "een Windows-deelmap",
    "smbfs": "een Windows-deelmap",
    "vboxsf": "een gedeelde map van VirtualBox",
    "vmhgfs": "een gedeelde map van VMware",
    "fuse.vmhgfs-fuse": "een gedeelde map van VMware",
    "webdav": "WebDAV",
}
"""Kind of file system -> how it is called in a sentence."""
_SANDBOX = "trans=fd"
"""Option of a 9p that stands in for the own disk of a sandboxed machine."""
_REMOTE = 4
"""DRIVE_REMOTE of GetDriveTypeW."""
_PATIENCE_SECONDS = 3


def netwerkschijf(folder: Path, mountinfo: Path = MOUNTINFO) -> str:
    """The kind of network drive that this folder lies on, for in a sentence; empty for a drive of this
    computer, and where it cannot be told."""
    if sys.platform == "win32":
        return "een netwerkstation" if _is_remote(folder) else ""
    if sys.platform == "darwin":
        return SOORTEN.get(_mac_kind(folder), "")
    mounted = aankoppeling_van(folder, mountinfo)
    if mounted is None or mounted.punt == "/" or _SANDBOX in mounted.opties:
        return ""  # what the machine itself runs from is its own disk, whatever carries it
    return SOORTEN.get(mounted.soort, "")


def is_netwerkpad(path: PureWindowsPath) -> bool:
    r"""Whether a Windows path names another computer (`\\server\share`), the long form included."""
    drive = path.drive.replace("/", "\\").upper()
    return (drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))) or "\\UNC\\" in drive


def _is_remote(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    path = PureWindowsPath(folder.absolute())
    return is_netwerkpad(path) or ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE


def _mac_kind(folder: Path) -> str:
    """The kind in the table of `mount`, which Python's standard library does not give on a Mac."""
    try:
        told = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=_PATIENCE_SECONDS, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    return soort_uit_mount(told, folder.absolute())


def soort_uit_mount(told: str, folder: Path) -> str:
    """The kind of file system of a folder in lines like `//vera@nas/werk on /Volumes/werk (smbfs, nodev)`."""
    found, depth = "", -1
    for line in told.splitlines():
        left, _, options = line.rpartition(" (")
        point = left.partition(" on ")[2]
        if point and folder.is_relative_to(point) and len(point) > depth:
            found, depth = options.partition(",")[0].rstrip(")"), len(point)
    return found
