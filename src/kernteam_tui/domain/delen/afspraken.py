"""Whether consent stands for what partners were promised, from the facts of a casus."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kernteam_tui.domain.codes import Niveau, PersoonRol
from kernteam_tui.domain.delen.beslissers import Beslisvraag, Vereiste, bepaal_vereiste
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.leeftijd import band_van
from kernteam_tui.domain.delen.partners import naam_in_tekst, partner_van_tekst
from kernteam_tui.domain.delen.toestemmingen import Doelwit, Stand, bepaal_stand
from kernteam_tui.domain.feiten import CasusFeiten, DeelJongereFeit, TerugkoppelFeit, ToestemmingFeit
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.toestemming import Toestemming


def doelwit_van(partner: str, soort: PartnerSoort | None) -> Doelwit | None:
    """To whom an agreement is; about the help itself. None where its kind is not known."""
    kind = soort or partner_van_tekst(partner)
    return Doelwit(kind, partner_naam=naam_in_tekst(partner)) if kind is not None else None


def rijen_van(feiten: Iterable[ToestemmingFeit]) -> list[Toestemming]:
    """The consents as the rules of `toestemmingen` read them; not to be kept in a store."""
    return [
        Toestemming(
            id=feit.id,
            casus_id="",
            jongere_id=feit.jongere_id,
            gever_id=feit.gever_id,
            gever_naam=feit.gever_naam,
            partner=feit.partner,
            partner_naam=feit.partner_naam,
            partner_id=feit.partner_id,
            onderwerp=feit.onderwerp,
            niveau=feit.niveau,
            op=feit.op,
            tot=feit.tot,
        )
        for feit in feiten
    ]


def band_op(jongere: DeelJongereFeit, op: date) -> Leeftijdsband:
    """The age of this jongere on that day."""
    persoon = Persoon(
        rol=PersoonRol.JONGERE,
        roepnaam="",
        geboortedatum=jongere.geboortedatum,
        geboortejaar=jongere.geboortejaar,
    )
    return band_van(persoon, op)


def vereiste_op(jongere: DeelJongereFeit, op: date) -> Vereiste:
    """Who must agree for this jongere, with the age of that day."""
    return bepaal_vereiste(
        Beslisvraag(
            jongere.id, band_op(jongere, op), jongere.dragers, jongere.wilsonbekwaam, jongere.gezagsconflict
        )
    )


def standen(feiten: CasusFeiten, doelwit: Doelwit, op: date) -> tuple[Stand, ...]:
    """How consent stands for each jongere of the casus."""
    rijen = rijen_van(feiten.toestemmingen)
    return tuple(
        bepaal_stand(rijen, vereiste_op(jongere, op), doelwit, op, feiten.afgesloten_op)
        for jongere in feiten.deeljongeren
    )


def staat_voor(feiten: CasusFeiten, afspraak: TerugkoppelFeit, op: date) -> bool:
    """Whether, for every jongere of the casus, this partner may know what was promised."""
    doelwit = doelwit_van(afspraak.partner, afspraak.soort)
    if doelwit is None or not feiten.deeljongeren:
        return False
    needed = nodig(afspraak.niveau, op, feiten.afgesloten_op)
    return all(reikt(stand.niveau, needed) for stand in standen(feiten, doelwit, op))


def nodig(beloofd: Niveau, op: date, gestopt_op: date | None) -> Niveau:
    """How far consent must go for a promise; once the help stopped there is only that left to tell."""
    return beloofd if gestopt_op is None or op <= gestopt_op else Niveau.GESTART_GESTOPT


def standaard_tot(op: date) -> date:
    """The last day that is proposed for a consent: a year on.

    No source names a term (domain 3.2); a year makes sure that it is asked anew each schooljaar. Without a
    last day it holds until it is withdrawn or the help stops.
    """
    leap = (op.month, op.day) == (2, 29)
    return date(op.year + 1, 2, 28) if leap else op.replace(year=op.year + 1)


def reikt(staat: Niveau | None, nodig: Niveau) -> bool:
    """Whether a level that stands goes as far as one that is needed."""
    order = tuple(Niveau)
    return staat is not None and order.index(staat) >= order.index(nodig)
