"""The family of a casus: persons, gezag, households, ties, brothers and sisters, and all of it at once."""

from kernteam_tui.services.gezin.beeld import (
    CasusVanGezin,
    GezinBeeld,
    HuisBeeld,
    PersoonInGezin,
    SchooljaarBeeld,
    get_gezin,
)
from kernteam_tui.services.gezin.broerzus import (
    BroerZusBegin,
    BroerZusGegevens,
    get_broer_zus_begin,
    meld_broer_of_zus_aan,
)
from kernteam_tui.services.gezin.gezag import (
    GezagVanKind,
    GezagVanOuder,
    get_gezag,
    noteer_geinformeerd,
    save_gezag,
)
from kernteam_tui.services.gezin.huishouden import (
    HuishoudenGegevens,
    get_huishouden,
    save_huishouden,
    verwijder_huishouden,
)
from kernteam_tui.services.gezin.invoer import Invoerbasis, bewaar_invoer, get_invoerbasis
from kernteam_tui.services.gezin.persoon import (
    PersoonGegevens,
    get_persoon,
    save_persoon,
    verwijder_persoon,
)
from kernteam_tui.services.gezin.relatie import (
    RelatieBegin,
    RelatieGegevens,
    get_relatie,
    save_relatie,
    verwijder_relatie,
)

__all__ = [
    "BroerZusBegin",
    "BroerZusGegevens",
    "CasusVanGezin",
    "GezagVanKind",
    "GezagVanOuder",
    "GezinBeeld",
    "HuisBeeld",
    "HuishoudenGegevens",
    "Invoerbasis",
    "PersoonGegevens",
    "PersoonInGezin",
    "RelatieBegin",
    "RelatieGegevens",
    "SchooljaarBeeld",
    "bewaar_invoer",
    "get_broer_zus_begin",
    "get_gezag",
    "get_gezin",
    "get_huishouden",
    "get_invoerbasis",
    "get_persoon",
    "get_relatie",
    "meld_broer_of_zus_aan",
    "noteer_geinformeerd",
    "save_gezag",
    "save_huishouden",
    "save_persoon",
    "save_relatie",
    "verwijder_huishouden",
    "verwijder_persoon",
    "verwijder_relatie",
]
