"""What each partner can do after a first talk: a beginning to change, by the partner's own domain (S6)."""

from __future__ import annotations

from kernteam_tui.domain.codes import Rol

_EIGEN_DOMEIN = {
    Rol.LEERPLICHTAMBTENAAR: "legt uit wat moet en wat mag rond naar school gaan",
    Rol.BEGELEIDER_PASSEND_ONDERWIJS: "helpt school met wat de leerling nodig heeft in de les",
    Rol.JEUGDARTS: "kijkt mee naar ziekte en gezondheid",
    Rol.JEUGDVERPLEEGKUNDIGE: "kijkt mee naar gezondheid en groei",
    Rol.GEZINSWERKER: "gaat thuis langs en helpt het gezin verder",
    Rol.MENTOR: "houdt contact met de leerling op school",
    Rol.ZORGCOORDINATOR: "regelt op school wat is afgesproken",
}


def eigen_taak(rol: str) -> str:
    """A first line for the action of somebody with this role; empty for other roles."""
    return next((task for code, task in _EIGEN_DOMEIN.items() if code == rol), "")
