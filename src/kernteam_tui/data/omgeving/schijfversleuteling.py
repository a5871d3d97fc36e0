"""Whether the disk under a folder is encrypted, as far as the system tells a plain user.

The store is encrypted by itself; this is about what the system writes on its own account: swap, hibernation,
files that were printed. Unknown is a normal answer: a virtual machine cannot see its host's disk.
"""

from __future__ import annotations

import os
import subprocess
import sys
from enum import StrEnum
from pathlib import Path, PureWindowsPath

from kernteam_tui.data.omgeving.aankoppeling import MOUNTINFO, aankoppeling_van

_PATIENCE_SECONDS = 3
_MAC = ("/usr/bin/fdesetup", "status")
_WINDOWS = (
    "(New-Object -ComObject Shell.Application).NameSpace($env:KERNTEAM_SCHIJF)"
    ".Self.ExtendedProperty('System.Volume.BitLockerProtection')"
)
"""Answers 1 for on and 2 for off, also without rights of an administrator."""


class Staat(StrEnum):
    """What is known about the encryption of a disk."""

    AAN = "aan"
    UIT = "uit"
    ONBEKEND = "onbekend"


def schijfversleuteling(folder: Path) -> Staat:
    """About the disk on which this folder lies. Takes at most three seconds; never raises."""
    if sys.platform == "darwin":
        return staat_uit_fdesetup(_told(_MAC))
    if sys.platform == "win32":
        return staat_uit_bitlocker(_ask_windows(PureWindowsPath(folder.absolute()).drive))
    return linux_versleuteling(folder)


def linux_versleuteling(folder: Path, mountinfo: Path = MOUNTINFO, sys_: Path = Path("/sys")) -> Staat:
    """By the layers of the device: dm-crypt names itself in `/sys/dev/block/*/dm/uuid` (`CRYPT-LUKS2-…`)."""
    mounted = aankoppeling_van(folder, mountinfo)
    if mounted is None:
        return Staat.ONBEKEND
    if mounted.soort == "ecryptfs":
        return Staat.AAN
    return _of_device(_device(mounted.bron, mounted.apparaat), sys_)


def wisselgeheugen(swaps: Path = Path("/proc/swaps"), sys_: Path = Path("/sys")) -> Staat | None:
    """Whether what the system puts aside of the memory is encrypted; None where nothing goes to a disk."""
    try:
        lines = swaps.read_text("utf-8", "replace").splitlines()[1:]
    except OSError:
        return Staat.ONBEKEND
    names = [line.split()[0] for line in lines if line.split()]
    states = {_of_swap(Path(name), sys_) for name in names if "zram" not in name}
    if not states:
        return None
    return next(state for state in (Staat.UIT, Staat.ONBEKEND, Staat.AAN) if state in states)


def staat_uit_fdesetup(told: str) -> Staat:
    """From `FileVault is On.`"""
    if "FileVault is On" in told:
        return Staat.AAN
    return Staat.UIT if "FileVault is Off" in told else Staat.ONBEKEND


def staat_uit_bitlocker(told: str) -> Staat:
    """From the number that Windows' shell gives a drive."""
    return {"1": Staat.AAN, "2": Staat.UIT}.get(told.strip(), Staat.ONBEKEND)


def _of_swap(place: Path, sys_: Path) -> Staat:
    if place.is_file():
        return linux_versleuteling(place, sys_=sys_)
    return _of_device(_device(str(place), ""), sys_)


def _device(source: str, told: str) -> str:
    """`major:minor` of a block device, by its own node where there is one: btrfs tells another number."""
    try:
        node = os.stat(source)
        if source.startswith("/dev/") and os.major(node.st_rdev):
            return f"{os.major(node.st_rdev)}:{os.minor(node.st_rdev)}"
    except OSError:
        pass
    return told


def _of_device(device: str, sys_: Path) -> Staat:
    folder = sys_ / "dev" / "block" / device
    if not device or device.startswith("0:") or not folder.exists():
        return Staat.ONBEKEND
    if _has_crypt(folder.resolve(), depth=8):
        return Staat.AAN
    return Staat.ONBEKEND if _is_virtual() or _hides_what_is_below(folder) else Staat.UIT


def _has_crypt(folder: Path, depth: int) -> bool:
    if _text(folder / "dm" / "uuid").startswith("CRYPT-"):
        return True
    below = folder / "slaves"
    if depth == 0 or not below.is_dir():
        return False
    return any(_has_crypt(device.resolve(), depth - 1) for device in below.iterdir())


def _hides_what_is_below(folder: Path) -> bool:
    """A loop device or a network block device stands on something that is not shown here."""
    return folder.resolve().name.startswith(("loop", "nbd", "drbd", "rbd", "zd"))


def _is_virtual(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    return "hypervisor" in _text(cpuinfo)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _ask_windows(drive: str) -> str:
    shell = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")).joinpath(
        "System32", "WindowsPowerShell", "v1.0", "powershell.exe"
    )
    return _told(
        (str(shell), "-NoProfile", "-NonInteractive", "-Command", _WINDOWS), {"KERNTEAM_SCHIJF": drive}
    )


def _told(command: tuple[str, ...], extra: dict[str, str] | None = None) -> str:
    """What a fixed command of the system prints; empty when it fails or takes long. No shell takes part in
    what the user typed: a drive goes along as a variable."""
    try:
        answer = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
            env={**os.environ, **(extra or {})},
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout
