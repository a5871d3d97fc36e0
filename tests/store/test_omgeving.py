"""What the system tells about the place of a store: read from tables as they stand on real machines."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PureWindowsPath

import pytest

from kernteam_tui.data.omgeving.aankoppeling import aankoppeling_van
from kernteam_tui.data.omgeving.netwerkschijf import is_netwerkpad, netwerkschijf, soort_uit_mount
from kernteam_tui.data.omgeving.schijfversleuteling import (
    Staat,
    linux_versleuteling,
    schijfversleuteling,
    staat_uit_bitlocker,
    staat_uit_fdesetup,
    wisselgeheugen,
)
from kernteam_tui.data.omgeving.wolkmap import wolkdienst
from kernteam_tui.data.opening.rechten import (
    OWN_FOLDERS,
    close_to_others,
    make_store_folder,
    open_to_others,
)
from kernteam_tui.services.omgeving import over_de_rechten

MOUNTS = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
40 27 0:40 / /mnt/school rw,relatime shared:2 - nfs4 nas.school.nl:/werk rw,vers=4.2
41 27 0:41 / /mnt/met\040spatie rw - cifs //server/deel rw
42 40 259:3 / /mnt/school/lokaal rw,relatime - ext4 /dev/nvme0n1p3 rw
43 27 0:43 / /home/vera/sftp rw - fuse.sshfs vera@host: rw
44 27 0:44 / /mnt/c rw - 9p C:\134 rw,aname=drvfs;path=C:\;trans=fd
45 27 0:45 / /mnt/d rw - 9p D: rw,aname=drvfs
46 27 0:46 / /mnt/dubbel rw - ext4 /dev/sdb1 rw
47 27 0:47 / /mnt/dubbel rw - smb3 //server/x rw
onzin
"""


@pytest.fixture
def mountinfo(tmp_path: Path) -> Path:
    table = tmp_path / "mountinfo"
    table.write_text(MOUNTS)
    return table


@pytest.mark.skipif(os.name != "posix", reason="paths of POSIX")
@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/vera/kluis", ""),
        ("/mnt/school/kluis", "NFS"),
        ("/mnt/school", "NFS"),
        ("/mnt/school/lokaal/kluis", ""),
        ("/mnt/schoolmap", ""),
        ("/mnt/met spatie/kluis", "een Windows-deelmap"),
        ("/home/vera/sftp/a/b/c", "sshfs"),
        ("/mnt/d/Users/vera", "een gedeelde map van een andere machine"),
        ("/mnt/c/Users/vera", ""),
        ("/mnt/dubbel/kluis", "een Windows-deelmap"),
    ],
)
def test_a_network_drive_is_known_by_the_table_of_mounts(mountinfo: Path, folder: str, kind: str) -> None:
    assert netwerkschijf(Path(folder), mountinfo) == kind


def test_the_disk_that_the_machine_runs_from_is_its_own(tmp_path: Path) -> None:
    """A sandbox or a diskless machine has nothing else: refusing there would refuse everything."""
    table = tmp_path / "mountinfo"
    table.write_text("27 1 0:27 / / rw - 9p none rw\n")
    assert netwerkschijf(tmp_path, table) == ""


def test_without_a_table_nothing_is_claimed(tmp_path: Path) -> None:
    assert netwerkschijf(tmp_path, tmp_path / "weg") == ""
    assert aankoppeling_van(tmp_path, tmp_path / "weg") is None
    assert linux_versleuteling(tmp_path, tmp_path / "weg") is Staat.ONBEKEND
    assert wisselgeheugen(tmp_path / "weg") is Staat.ONBEKEND


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        (r"\\server\deel\kluis", True),
        (r"\\?\UNC\server\deel\kluis", True),
        (r"C:\Users\vera\kluis", False),
        (r"\\?\C:\Users\vera", False),
    ],
)
def test_a_path_of_windows_that_names_a_server(path: str, remote: bool) -> None:
    assert is_netwerkpad(PureWindowsPath(path)) is remote


def test_the_table_of_a_mac() -> None:
    told = (
        "/dev/disk3s1s1 on / (apfs, sealed, local)\n"
        "//vera@nas/werk on /Volumes/werk (smbfs, nodev, nosuid, mounted by vera)\n"
        "/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)\n"
    )
    assert soort_uit_mount(told, Path("/Volumes/werk/kluis")) == "smbfs"
    assert soort_uit_mount(told, Path("/Users/vera/kluis")) == "apfs"
    assert soort_uit_mount("", Path("/Users/vera")) == ""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Buurtteams Utrecht/kluis", "OneDrive"),
        ("onedrive/kluis", "OneDrive"),
        ("Dropbox/werk", "Dropbox"),
        ("Dropbox (Werk)/kluis", "Dropbox"),
        ("Google Drive/kluis", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/kluis", "iCloud"),
        ("iCloudDrive/kluis", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-vera/kluis", "een clouddienst"),
        ("Nextcloud/kluis", "Nextcloud"),
        ("SURFdrive/kluis", "SURFdrive"),
        (".local/share/kernteam", ""),
        ("mijn dropboxen/kluis", ""),
        ("driven/kluis", ""),
    ],
)
def test_a_folder_of_a_cloud_service_is_known_by_a_name_on_the_way(
    tmp_path: Path, folder: str, service: str
) -> None:
    assert wolkdienst(tmp_path / folder, {}) == service


def test_a_cloud_service_is_known_by_its_variable_or_by_what_it_leaves(tmp_path: Path) -> None:
    assert wolkdienst(tmp_path / "Documenten", {"OneDriveCommercial": str(tmp_path)}) == "OneDrive"
    assert wolkdienst(tmp_path / "Documenten", {"OneDrive": "", "HOME": str(tmp_path)}) == ""
    (tmp_path / "werk").mkdir()
    (tmp_path / "werk" / ".stfolder").mkdir()
    assert wolkdienst(tmp_path / "werk" / "kluis", {}) == "Syncthing"


def block(sys_: Path, device: str, name: str, uuid: str = "", below: tuple[str, ...] = ()) -> None:
    """A block device as sysfs shows it."""
    folder = sys_ / "devices" / name
    (folder / "slaves").mkdir(parents=True)
    if uuid:
        (folder / "dm").mkdir()
        (folder / "dm" / "uuid").write_text(uuid + "\n")
    for other in below:
        (folder / "slaves" / other).symlink_to(sys_ / "devices" / other)
    (sys_ / "dev" / "block").mkdir(parents=True, exist_ok=True)
    (sys_ / "dev" / "block" / device).symlink_to(folder)


@pytest.mark.skipif(os.name != "posix", reason="sysfs")
def test_disk_encryption_is_seen_through_the_layers_of_a_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = "kernteam_tui.data.omgeving.schijfversleuteling._is_virtual"
    monkeypatch.setattr(module, lambda: False)
    sys_, table = tmp_path / "sys", tmp_path / "mountinfo"
    block(sys_, "259:2", "nvme0n1p2")
    block(sys_, "253:0", "dm-0", "CRYPT-LUKS2-0123-luks", ("nvme0n1p2",))
    block(sys_, "253:1", "dm-1", "LVM-abcd", ("dm-0",))
    block(sys_, "7:0", "loop0")

    def staat(device: str, kind: str = "ext4", source: str = "/dev/weg") -> Staat:
        table.write_text(f"27 1 {device} / / rw - {kind} {source} rw\n")
        return linux_versleuteling(tmp_path, table, sys_)

    assert staat("253:1") is Staat.AAN
    assert staat("253:0") is Staat.AAN
    assert staat("259:2") is Staat.UIT
    assert staat("0:36", "overlay", "overlay") is Staat.ONBEKEND
    assert staat("7:0") is Staat.ONBEKEND
    assert staat("8:99") is Staat.ONBEKEND
    assert staat("0:50", "ecryptfs", "/home/.ecryptfs/vera") is Staat.AAN
    monkeypatch.setattr(module, lambda: True)
    assert staat("259:2") is Staat.ONBEKEND
    assert staat("253:1") is Staat.AAN


def test_memory_that_goes_to_a_disk(tmp_path: Path) -> None:
    swaps = tmp_path / "swaps"
    head = "Filename Type Size Used Priority\n"
    swaps.write_text(head)
    assert wisselgeheugen(swaps) is None
    swaps.write_text(head + "/dev/zram0 partition 100 0 100\n")
    assert wisselgeheugen(swaps) is None
    swaps.write_text(head + "/dev/weg partition 100 0 -2\n")
    assert wisselgeheugen(swaps, tmp_path) is Staat.ONBEKEND


def test_what_a_mac_and_windows_say() -> None:
    assert staat_uit_fdesetup("FileVault is On.\n") is Staat.AAN
    assert staat_uit_fdesetup("FileVault is Off.\n") is Staat.UIT
    assert staat_uit_fdesetup("") is Staat.ONBEKEND
    assert [staat_uit_bitlocker(told) for told in ("1\r\n", "2", "", "6")] == [
        Staat.AAN,
        Staat.UIT,
        Staat.ONBEKEND,
        Staat.ONBEKEND,
    ]


def test_on_this_machine_it_answers_and_never_raises(tmp_path: Path) -> None:
    assert schijfversleuteling(tmp_path / "er is niets") in Staat


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_folder_that_is_empty_or_ours_is_closed_and_another_stays(tmp_path: Path) -> None:
    empty, ours, shared = tmp_path / "leeg", tmp_path / "kluis", tmp_path / "samen"
    for folder in (empty, ours, shared):
        folder.mkdir(mode=0o755)
        folder.chmod(0o755)
    (ours / "kluis.db").write_bytes(b"")
    (ours / "reserve").mkdir()
    (shared / "rooster.xlsx").write_bytes(b"")
    for folder in (empty, ours, shared, tmp_path / "nieuw" / "diep"):
        make_store_folder(folder)
    assert [mode(f) for f in (empty, ours, shared, tmp_path / "nieuw" / "diep")] == [
        0o700,
        0o700,
        0o755,
        0o700,
    ]
    assert open_to_others(shared) == (".",)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
@pytest.mark.parametrize("name", OWN_FOLDERS)
def test_a_folder_of_somebody_else_whose_folders_have_our_names_stays_open(tmp_path: Path, name: str) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / name).mkdir()
    make_store_folder(tmp_path)
    assert mode(tmp_path) == 0o755
    said = over_de_rechten(tmp_path)
    assert said is not None
    assert "eigen map" in said.stap


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_what_was_open_to_others_is_closed_again(tmp_path: Path) -> None:
    for name in ("kluis.db", "kluis.keys", "kluis.keys.bak", "kluis.db-wal"):
        (tmp_path / name).write_bytes(b"")
        (tmp_path / name).chmod(0o644)
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit").chmod(0o755)
    tmp_path.chmod(0o755)
    assert set(open_to_others(tmp_path)) == {
        ".",
        "kluis.db",
        "kluis.keys",
        "kluis.keys.bak",
        "kluis.db-wal",
        "uit",
    }
    close_to_others(tmp_path)
    assert open_to_others(tmp_path) == ()
    assert mode(tmp_path / "uit") == 0o700
