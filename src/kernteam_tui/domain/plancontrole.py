"""The fourteen looks at a gezinsplan (S55; domain 2.5): advice to the worker, never a lock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.gezinsplan import MAX_DOELEN, Gezinsplan, Onderdeel
from kernteam_tui.domain.taalhulp.kijken import KAN_KORTER, langste_zin
from kernteam_tui.domain.wie_pakt import is_een_naam

_ONDERDELEN = {
    1: "waarom_dit_plan",
    2: "wat_gaat_goed",
    3: "veiligheid",
    4: "wie_zijn_belangrijk",
    5: "wat_willen_wij_bereiken",
    6: "wie_doet_wat",
    7: "wie_doet_wat",
    9: "wanneer_kijken_we_opnieuw",
    10: "akkoord",
    12: "hulp_die_erbij_komt",
}
"""Number of a look -> section where it is mended."""
_ZINNEN = 13
"""The look at long sentences: the section is the one that has the longest."""
LANGE_ZIN = KAN_KORTER
"""Words in a sentence of the worker, above which a reader loses the thread (domain 5.1)."""
_DAG = re.compile(r"\b\d{1,2}[-/ ](\d{1,2}\b|[a-z]{3,})", re.IGNORECASE)


@dataclass(frozen=True)
class Controlepunt:
    """One look. `in_orde` None: does not apply."""

    nr: int
    wat: str
    in_orde: bool | None
    wat_nu: str
    onderdeel: str = ""
    """Key of the section to go to; empty where it is not set in the plan."""


@dataclass(frozen=True)
class PlanOmgeving:
    """What the checks ask beside the plan itself."""

    jongeren: tuple[str, ...]
    """Roepnamen."""
    regisseur: str
    gezag: tuple[JaNeeOnbekend, ...]
    """Gezag of each parent."""
    vandaag: date


def controleer_plan(plan: Gezinsplan, omgeving: PlanOmgeving) -> tuple[Controlepunt, ...]:
    """All fourteen, in order."""
    sections = {onderdeel.sleutel: onderdeel for onderdeel in plan.onderdelen}
    found = (
        *_inhoud(sections, omgeving),
        *_doelen_en_acties(plan),
        *_afspraken(plan, sections, omgeving),
    )
    return tuple(
        Controlepunt(nr, wat, in_orde, "" if in_orde else wat_nu, _plaats(nr, plan))
        for nr, (wat, in_orde, wat_nu) in enumerate(found, start=1)
    )


_Punt = tuple[str, bool | None, str]


def _inhoud(sections: dict[str, Onderdeel], omgeving: PlanOmgeving) -> tuple[_Punt, ...]:
    safety = _tekst(sections, "veiligheid")
    return (
        (
            "De vraag staat er in de woorden van het gezin",
            _heeft_woorden(sections, "waarom_dit_plan"),
            "Schrijf bij ‘Waarom dit plan’ op wat het gezin zelf zegt.",
        ),
        (
            "Van elk kind staat er iets dat goed gaat",
            _iets_over_elk_kind(_tekst(sections, "wat_gaat_goed"), omgeving.jongeren),
            "Vraag bij elk kind wat er goed gaat.",
        ),
        (
            "Veiligheid is besproken, met een dag erbij",
            bool(_DAG.search(safety)),
            "Noteer bij ‘Veiligheid’ wanneer jullie het bespraken, ook als er geen zorgen zijn.",
        ),
        (
            "Er staat wie belangrijk zijn",
            bool(_tekst(sections, "wie_zijn_belangrijk").strip()),
            "Noem minstens één mens om het gezin heen, of schrijf ‘besproken, wil niet’.",
        ),
    )


def _doelen_en_acties(plan: Gezinsplan) -> tuple[_Punt, ...]:
    goals = plan.actieve_doelen
    others = [a for a in plan.acties if a.wie.strip() and "gezinswerker" not in a.wie.casefold()]
    return (
        (
            "Eén tot drie doelen, elk met hoe je ziet dat het lukt",
            0 < len(goals) <= MAX_DOELEN and all(doel.hoe_zien_we_dat.strip() for doel in goals),
            "Kies hoogstens drie doelen en vraag bij elk: waaraan zie je dat het lukt?",
        ),
        (
            "Elke actie heeft een naam en een dag",
            bool(plan.acties) and all(a.wie.strip() and a.wanneer for a in plan.acties),
            "Zet bij elke actie wie het doet en wanneer.",
        ),
        (
            "Minstens één actie is niet van jou",
            bool(others),
            "Vraag wat het gezin, familie of school zelf kan doen.",
        ),
    )


def _afspraken(plan: Gezinsplan, sections: dict[str, Onderdeel], omgeving: PlanOmgeving) -> tuple[_Punt, ...]:
    future = plan.evaluatie_op is not None and plan.evaluatie_op > omgeving.vandaag
    help_text = _tekst(sections, "hulp_die_erbij_komt").strip()
    return (
        ("Er is één regisseur", is_een_naam(omgeving.regisseur), "Spreek af wie het overzicht houdt."),
        ("De evaluatiedatum ligt vooruit", future, "Kies een dag waarop jullie samen terugkijken."),
        (
            "Er staat wie het eens is, of waarom niet",
            bool(_tekst(sections, "akkoord").strip()),
            "Vraag aan ieder: ben je het eens? Zo niet, schrijf op waarom.",
        ),
        (
            "Van elke ouder is bekend of hij of zij gezag heeft",
            JaNeeOnbekend.ONBEKEND not in omgeving.gezag,
            "Ga na wie gezag heeft en hoe je dat weet.",
        ),
        (
            "Bij hulp die erbij komt staat welke, hoe vaak, hoe lang en waarom",
            _vier_dingen(help_text) if help_text else None,
            "Schrijf op welke hulp, hoe vaak, hoe lang, en waarom het niet zonder lukt.",
        ),
        (
            f"Jouw zinnen zijn kort (hoogstens {LANGE_ZIN} woorden)",
            _langste_zin(plan) <= LANGE_ZIN,
            "Knip je langste zin in tweeën.",
        ),
        ("Het OPP van school is bekeken", None, "Dat houd je hier nog niet bij."),
    )


def _tekst(sections: dict[str, Onderdeel], sleutel: str) -> str:
    section = sections.get(sleutel)
    if section is None:
        return ""
    words = [f"{citaat.van} {citaat.tekst}" for citaat in section.woorden if citaat.tekst.strip()]
    return "\n".join((*words, section.toelichting))


def _heeft_woorden(sections: dict[str, Onderdeel], sleutel: str) -> bool:
    section = sections.get(sleutel)
    return section is not None and any(citaat.tekst.strip() for citaat in section.woorden)


def _iets_over_elk_kind(text: str, jongeren: tuple[str, ...]) -> bool:
    if len(jongeren) <= 1:
        return bool(text.strip())
    return all(naam.casefold() in text.casefold() for naam in jongeren)


def _vier_dingen(text: str) -> bool:
    """At least four sentences or lines: one for each thing that is asked; what they say a person judges."""
    return len([part for part in re.split(r"[.\n;]", text) if part.strip()]) >= 4


def _plaats(nr: int, plan: Gezinsplan) -> str:
    if nr != _ZINNEN:
        return _ONDERDELEN.get(nr, "")
    texts = [(o.toelichting, o.sleutel) for o in plan.onderdelen]
    texts += [(actie.wat, "wie_doet_wat") for actie in plan.acties]
    return max(((_langste([text]), sleutel) for text, sleutel in texts), default=(0, ""))[1]


def _langste_zin(plan: Gezinsplan) -> int:
    return _langste([*(o.toelichting for o in plan.onderdelen), *(a.wat for a in plan.acties)])


def _langste(texts: list[str]) -> int:
    """Words in the longest sentence, counted as the help with language does."""
    return max(map(langste_zin, texts), default=0)
