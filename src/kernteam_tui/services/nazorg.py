"""What follows every opening, in the background: looking the store through first, then what keeps it safe.

A list of steps, each a function of the session. They run one after another in a thread, so a step may take
seconds; a lock comes in between two of them, and breaks off a long look (`StoreClosing`).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from kernteam_tui.data.controle import LOGBOEK, ZOEKINDEX, Bevinding
from kernteam_tui.data.fouten import StoreError, StoreInUse
from kernteam_tui.services.controle import is_beschadigd, kijk_kluis_na
from kernteam_tui.services.omgeving import Waarschuwing, waarschuwingen
from kernteam_tui.services.sessie import Sessie

OPRUIMEN = "Opruimen: ctrl+g, Wat naar buiten ging."
INDEX_HERSTELD = "De zoekindex klopte niet en is opnieuw opgebouwd; aan je notities is niets veranderd."


class Kluisstaat(StrEnum):
    """What is known of the store since it was opened, as the header says it."""

    ONBEKEND = ""
    HEEL = "kluis heel"
    BESCHADIGD = "kluis beschadigd"


@dataclass(frozen=True)
class Verslag:
    """What one step has to say; nothing, most days."""

    staat: Kluisstaat = Kluisstaat.ONBEKEND
    meldingen: tuple[str, ...] = ()
    """Dutch sentences to say in passing."""
    dringend: tuple[Waarschuwing, ...] = ()
    """What is worth a dialog."""

    @property
    def verder(self) -> bool:
        """Whether the next step may begin: a damaged store is not copied over good backups."""
        return self.staat is not Kluisstaat.BESCHADIGD


Stap = Callable[[Sessie], Verslag]


def stappen() -> tuple[Stap, ...]:
    """The steps in their order. One more is one line here."""
    return (kijk_rond, kijk_na, maak_dagkopie, verzwaar_slot, herinner_aan_uit, kijk_in_agendamap)


def stappen_voorbeeld() -> tuple[Stap, ...]:
    """For a demonstration: its store goes at the end, and its key is light on purpose."""
    return (kijk_na,)


def doe_stap(stap: Stap, sessie: Sessie) -> Verslag | None:
    """Run one step. None when the store was closed meanwhile: whatever the step ran into then is of no
    matter. Something of the store that went wrong becomes a sentence; the work goes on."""
    try:
        verslag = stap(sessie)
    except StoreInUse:
        verslag = Verslag()
    except StoreError as fout:
        verslag = Verslag(meldingen=(fout.zin,))
    except Exception:  # a step that meets a closed store may fail in many ways
        if not sessie.is_dicht:
            raise
        return None
    return None if sessie.is_dicht else verslag


def kijk_rond(sessie: Sessie) -> Verslag:
    """Where the store lies, and the clock."""
    gevonden = waarschuwingen(sessie)
    return Verslag(
        meldingen=tuple(w.zin for w in gevonden if not w.dringend),
        dringend=tuple(w for w in gevonden if w.dringend),
    )


def kijk_na(sessie: Sessie) -> Verslag:
    """Every check of the store. An index that does not fit its text is made anew, when all else is whole."""
    fout = [bevinding for bevinding in kijk_kluis_na(sessie) if not bevinding.in_orde]
    if is_beschadigd(tuple(fout)):
        return Verslag(Kluisstaat.BESCHADIGD, dringend=(_schade(fout),))
    meldingen: list[str] = []
    for bevinding in fout:
        if bevinding.wat == ZOEKINDEX:
            sessie.store.rebuild_search_index()
            meldingen.append(INDEX_HERSTELD)
        elif bevinding.wat != LOGBOEK:
            meldingen.append(bevinding.tekst)
    verbroken = tuple(_verbroken(bevinding) for bevinding in fout if bevinding.wat == LOGBOEK)
    return Verslag(Kluisstaat.HEEL, tuple(meldingen), verbroken)


def _schade(fout: list[Bevinding]) -> Waarschuwing:
    return Waarschuwing(
        "kluis_beschadigd",
        "De kluis is beschadigd",
        f"Bij het nakijken is schade gevonden. {fout[0].tekst} Lezen kan nog, maar verander nu niets meer.",
        "Stop met ctrl+q, maak een kopie van de hele map en zet dan de laatste reservekopie terug.",
        dringend=True,
    )


def _verbroken(bevinding: Bevinding) -> Waarschuwing:
    return Waarschuwing(
        "logboek_verbroken",
        "Het logboek klopt niet",
        f"{bevinding.tekst} Je casussen zijn heel.",
        "Meld dit bij je organisatie: iemand kan de kluis buiten het programma om hebben veranderd.",
        dringend=True,
    )


def maak_dagkopie(sessie: Sessie) -> Verslag:
    """The backup of the day."""
    from kernteam_tui.services.reservekopie import maak_dagkopie as maak

    uitkomst = maak(sessie)
    return Verslag(meldingen=(uitkomst.melding,) if uitkomst and uitkomst.melding else ())


def verzwaar_slot(sessie: Sessie) -> Verslag:
    """A key slot that has become too cheap to guess is made anew."""
    from kernteam_tui.services.sleutels import verzwaar_slot as verzwaar

    verzwaar(sessie)
    return Verslag()


def herinner_aan_uit(sessie: Sessie) -> Verslag:
    """Files outside the encryption that have lain there for a week."""
    from kernteam_tui.services.uit import get_uit

    oud = len(get_uit(sessie).oude)
    if not oud:
        return Verslag()
    aantal = "Er ligt 1 bestand" if oud == 1 else f"Er liggen {oud} bestanden"
    return Verslag(
        meldingen=(f"{aantal} al een week of langer buiten de kluis, niet versleuteld. {OPRUIMEN}",)
    )


def kijk_in_agendamap(sessie: Sessie) -> Verslag:
    """Newer calendars in the folder that was chosen for them. Last of all: a folder on a network may take its
    time."""
    from kernteam_tui.services.agendamap import kijk_in_agendamap as kijk

    return kijk(sessie)


def leeg_logbestand(sessie: Sessie) -> Verslag:
    """Take the write-ahead log into the store while nobody types: who copies the folder by hand then has
    everything, and a stick that is pulled out tears nothing. What is in the way waits for the next time."""
    with suppress(StoreError):
        sessie.store.empty_log()
    return Verslag()
