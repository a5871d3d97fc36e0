"""What each partner at the table may hear of each point: the deel-poort, for the way out `overleg`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelpoort import Oordeel, beslis
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorgelaten, laat_door
from kernteam_tui.domain.delen.leeftijd import band_van
from kernteam_tui.domain.delen.melding import noemt_melding
from kernteam_tui.domain.delen.partners import lezer_voor, partner_van_rol
from kernteam_tui.domain.delen.toestemmingen import Doelwit
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.namen import Naamwoorden
from kernteam_tui.domain.overlegagenda import Punt
from kernteam_tui.domain.school import Kernpartner
from kernteam_tui.domain.signalen import Beeld
from kernteam_tui.domain.terugkoppeling import nieuws_van, over_wie
from kernteam_tui.services.deelpoort import Poort

EEN_LEERLING = "een leerling"
ZELF_VERTELLEN = "Hier hoort een vraag bij waarin een naam of nummer staat; vertel die zelf."
NIET_OP_PAPIER = "Hier hoort een vraag bij die niet op papier hoort; vertel die zelf."
"""A worry about safety: a meldcode matter is in no overleg (Jeugdwet 4.1.7)."""
EIGEN_MET_NAAM = "een punt dat de gezinswerker zelf vertelt"
_TREDEN = {
    Niveau.GESTART_GESTOPT: Gegeven.GESTART_GESTOPT,
    Niveau.PROCES: Gegeven.PROCES,
    Niveau.INHOUD: Gegeven.INHOUD,
}
"""What a partner may hear at each level, from least to most."""


@dataclass(frozen=True)
class Mag:
    """How much of one point may be told to one partner, and by which rule."""

    partner_id: str
    wie: str
    """`Lia, leerplicht`; for the worker."""
    kort: str
    """`leerplicht`."""
    niveau: Niveau | None
    """None: nothing."""
    zin: str
    artikel: str
    wat_nu: str

    @property
    def alles(self) -> bool:
        """Whether also the content may be told."""
        return self.niveau is Niveau.INHOUD

    @property
    def label(self) -> str:
        """The level in words."""
        return self.niveau.label if self.niveau is not None else "niets"


@dataclass(frozen=True)
class Gezien:
    """A point as somebody else may see it: initials or less, never a number of a casus."""

    wie: str
    regels: tuple[str, ...] = ()
    eigen: bool = False
    """About no casus at all."""


@dataclass(frozen=True)
class Ziener:
    """A partner, and the facts of the whole agenda that the deel-poort let through."""

    partner: Kernpartner
    door: Doorgelaten


def wie_is(partner: Kernpartner) -> str:
    """`Lia, leerplicht`."""
    return f"{partner.naam}, {partner.rol.kort}" if partner.naam.strip() else partner.rol.kort


def bepaal_mag(poort: Poort, partner: Kernpartner) -> Mag:
    """The highest level that passes for every jongere of the casus, or the rule that refuses all."""
    reached: Niveau | None = None
    told = refused = None
    for niveau, gegeven in _TREDEN.items():
        oordeel = _strengste(poort, partner, gegeven)
        if not oordeel.mag:
            refused = oordeel
            break
        reached, told = niveau, oordeel
    shown = told or refused
    assert shown is not None
    return Mag(partner.id, wie_is(partner), partner.rol.kort, reached, shown.zin, shown.artikel, shown.wat_nu)


def _strengste(poort: Poort, partner: Kernpartner, gegeven: Gegeven) -> Oordeel:
    oordelen = [beslis(Deelvraag(geval, Feit("alles", gegeven))) for geval in gevallen(poort, partner)]
    return next((oordeel for oordeel in oordelen if not oordeel.mag), oordelen[0])


def gevallen(poort: Poort, partner: Kernpartner) -> tuple[Geval, ...]:
    """One case for each jongere. Of a colleague gezinswerker no consent is kept: that one hears nothing."""
    return tuple(_geval(poort, jongere, partner) for jongere in poort.casus.jongeren)


def _geval(poort: Poort, jongere: Persoon, partner: Kernpartner) -> Geval:
    soort = partner_van_rol(partner.rol)
    niveau = None
    if soort is not None:
        niveau = poort.stand(jongere.id, Doelwit(soort, partner_naam=partner.naam)).niveau
    return Geval(
        lezer=_lezer(partner),
        uitweg=Uitweg.OVERLEG,
        jongere_id=jongere.id,
        band=band_van(jongere, poort.vandaag),
        wilsonbekwaam=jongere.wilsonbekwaam,
        toestemming=niveau,
    )


def _lezer(partner: Kernpartner) -> Lezer:
    soort = partner_van_rol(partner.rol)
    return Lezer(lezer_voor(soort) if soort is not None else LezerSoort.DERDE, partner.id)


def weeg_agenda(punten: Iterable[tuple[str, Poort]], partner: Kernpartner) -> Ziener:
    """Weigh every fact of the agenda for this partner; the points are (sleutel, poort)."""
    listed = list(punten)
    cases = [geval for _, poort in listed for geval in gevallen(poort, partner)]
    nobody = Geval(_lezer(partner), Uitweg.OVERLEG, "", Leeftijdsband.ONBEKEND)
    feiten = [feit for sleutel, poort in listed for feit in _feiten(sleutel, poort)]
    first, *rest = cases or [nobody]
    return Ziener(partner, laat_door(feiten, first, *rest))


def _feiten(sleutel: str, poort: Poort) -> Iterator[Feit]:
    for gegeven in _TREDEN.values():
        for jongere in poort.casus.jongeren:
            yield Feit(_feit_id(sleutel, gegeven, jongere), gegeven, jongere.id)


def _feit_id(sleutel: str, gegeven: Gegeven, jongere: Persoon) -> str:
    return f"{sleutel}|{gegeven}|{jongere.id}"


def toon_punt(
    item: Punt, poort: Poort | None, zieners: Sequence[Ziener], namen: Naamwoorden | None
) -> Gezien:
    """The point as all of these partners together may see it. With `namen` None the names are not known, and
    nothing that was typed is shown; without anybody to see it nothing is shown either."""
    if poort is None:
        return _eigen_punt(item, namen)

    def mag(gegeven: Gegeven) -> bool:
        ids = [_feit_id(item.sleutel, gegeven, jongere) for jongere in poort.casus.jongeren]
        return bool(zieners) and all(one in ziener.door.ids for ziener in zieners for one in ids)

    if not mag(Gegeven.GESTART_GESTOPT):
        return Gezien(EEN_LEERLING)
    lines = [_stand(item.beeld)]
    if mag(Gegeven.PROCES):
        lines += dict.fromkeys(why.buiten for why in item.waarom)
    if mag(Gegeven.INHOUD) and item.punt.tekst.strip():
        lines.append(_vraag(item.punt.tekst, poort, zieners, namen))
    return Gezien(_wie(poort, zieners), tuple(lines))


def _eigen_punt(item: Punt, namen: Naamwoorden | None) -> Gezien:
    text = item.punt.tekst.strip()
    hidden = namen is None or noemt_iemand(f"{text}\n{item.punt.wie}\n{item.punt.actie}", namen)
    if hidden:
        return Gezien(EIGEN_MET_NAAM, eigen=True)
    promised = " ".join(deel for deel in (item.punt.wie, item.punt.actie) if deel.strip())
    return Gezien(text, (promised,) if promised else (), eigen=True)


def _stand(beeld: Beeld | None) -> str:
    news = nieuws_van(beeld.feiten, beeld.vandaag) if beeld is not None else None
    return news.aanleiding.label if news is not None else "de hulp is nog niet gestart"


def _vraag(tekst: str, poort: Poort, zieners: Sequence[Ziener], namen: Naamwoorden | None) -> str:
    traces = any(poort.verraadt_een_ander(tekst, _lezer(ziener.partner)) for ziener in zieners)
    if noemt_melding(tekst):
        return NIET_OP_PAPIER
    return ZELF_VERTELLEN if namen is None or traces or noemt_iemand(tekst, namen) else tekst.strip()


def _wie(poort: Poort, zieners: Sequence[Ziener]) -> str:
    """Initials; with the klas where each of them works with the pupils of the school."""
    kinds = [partner_van_rol(ziener.partner.rol) or PartnerSoort.OVERIG for ziener in zieners]
    ways = {
        " en ".join(over_wie(j.roepnaam, j.achternaam, poort.casus.klas, kind) for j in poort.casus.jongeren)
        for kind in kinds
    }
    return min(ways, key=len)


def noemt_iemand(tekst: str, namen: Naamwoorden) -> bool:
    """Whether a name, number or address of a family stands in it, as far as the store knows them (S38)."""
    return any(True for regel in tekst.splitlines() for _ in namen.plekken(regel))
