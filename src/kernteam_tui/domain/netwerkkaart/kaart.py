"""Who stands on the map, from the facts of a family and the address book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.contact import Contact
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import Gevoel, Hulpsoort, Netwerkgroep, PartnerSoort
from kernteam_tui.domain.netwerk import NABIJ, Netwerklid
from kernteam_tui.domain.verwantschap import wie_is

HEEL_GEZIN = "het gezin"
"""What stands in the middle when the map is drawn around the whole family."""
ZONDER_NAAM = "naam onbekend"

NABIJ_WOORDEN: Mapping[int, str] = {1: "dichtbij", 2: "iets verder", 3: "op afstand"}
"""How near somebody stands, in words."""
TEKENS: Mapping[Gevoel, str] = {
    Gevoel.STEUN: "+",
    Gevoel.SPANNING: "-",
    Gevoel.BEIDE: "±",
    Gevoel.ONBEKEND: "·",
}
"""One sign for what somebody gives, readable without colour."""


@dataclass(frozen=True)
class Mens:
    """Somebody on the map. `id` is that of the netwerklid; of who is on the map only because they live in the
    same house, that of the person (`op_kaart_gezet` is then False)."""

    id: str
    naam: str
    relatie: str
    groep: Netwerkgroep
    hulp: tuple[Hulpsoort, ...] = ()
    gevoel: Gevoel = Gevoel.ONBEKEND
    nabij: int = 2
    telefoon: str = ""
    let_op: str = ""
    """What to mind before calling; empty where nothing was said about it."""
    jim: bool = False
    jim_afgesproken: bool = False
    rond_id: str | None = None
    """The jongere around whom this person stands; None: around the whole family."""
    rond: str = ""
    """The name of that jongere, on a map of the whole family only."""
    persoon_id: str | None = None
    contact_id: str | None = None
    op_kaart_gezet: bool = True
    soort: PartnerSoort | None = None
    """Of a professional of the address book: what kind of partner."""
    stil: bool = False
    """What was said of this person is not for whoever reads this map: only who it is."""

    @property
    def letters(self) -> str:
        """The kinds of help as letters, in fixed order: `PGAE`."""
        return "".join(soort.letter for soort in Hulpsoort if soort in self.hulp)

    @property
    def teken(self) -> str:
        """The sign for steun and spanning."""
        return "" if self.stil else TEKENS[self.gevoel]

    def verzwegen(self) -> Mens:
        """Only the name, in the middle ring: nothing of what was said of this person."""
        return replace(
            self,
            relatie="",
            gevoel=Gevoel.ONBEKEND,
            hulp=(),
            nabij=2,
            jim=False,
            jim_afgesproken=False,
            stil=True,
        )


@dataclass(frozen=True)
class Kaart:
    """The people around one jongere, or the whole family (`rond_id` None), by group and nearness."""

    midden: str
    """Name in the middle."""
    rond_id: str | None
    mensen: tuple[Mens, ...]

    def mens(self, mens_id: str) -> Mens | None:
        """The one with that id; None when nobody on this map has it."""
        return next((mens for mens in self.mensen if mens.id == mens_id), None)

    def in_vak(self, groep: Netwerkgroep, nabij: int) -> tuple[Mens, ...]:
        """Who stands in one piece of the map, in order."""
        return tuple(mens for mens in self.mensen if mens.groep is groep and mens.nabij == nabij)


def maak_kaart(
    gezin: Gezin, contacten: Mapping[str, Contact], rond_id: str | None = None, vanuit_id: str = ""
) -> Kaart:
    """The map around one jongere of this family, or around all of it.

    Around a jongere stand their own people and those of the whole family; on the map of the family stands
    everybody. Who lives in one house with the jongere stands in the group gezin from the start, as not yet
    talked about. `contacten` are those of the address book by id. On the map of the family everybody is
    called what they are to `vanuit_id`, or to the first jongere. Raises NietGevonden for an unknown jongere.
    """
    vanuit = rond_id or vanuit_id or next((jongere.id for jongere in jongeren_van(gezin)), "")
    midden = gezin.persoon(rond_id) if rond_id else None
    leden = sorted(gezin.netwerk, key=lambda lid: (lid.volgorde, lid.created_at, lid.id))
    mensen = [
        _van_lid(gezin, contacten, lid, rond_id, vanuit)
        for lid in leden
        if (rond_id is None or lid.rond_id in (None, rond_id))
        and (rond_id is None or lid.persoon_id != rond_id)
    ]
    if midden is not None:
        al_op_kaart = {mens.persoon_id for mens in mensen}
        thuis = [p for p in huisgenoten(gezin, midden.id) if p.id not in al_op_kaart]
        mensen += [_van_huisgenoot(p, woord_voor(gezin, p, midden.id)) for p in thuis]
    return Kaart(midden.roepnaam if midden else HEEL_GEZIN, rond_id, tuple(op_volgorde(mensen)))


def op_volgorde(mensen: Iterable[Mens]) -> list[Mens]:
    """By group, then from near to far; within that as they were put on the map."""
    groepen = list(Netwerkgroep)
    return sorted(mensen, key=lambda mens: (groepen.index(mens.groep), mens.nabij))


def jongeren_van(gezin: Gezin) -> list[Persoon]:
    """Who a map can be drawn around."""
    return [persoon for persoon in gezin.personen if persoon.rol is PersoonRol.JONGERE]


def huisgenoten(gezin: Gezin, jongere_id: str) -> list[Persoon]:
    """Who lives with this jongere; without a household, the parents and the other jongeren. Not the dead."""
    thuis = {huis.id for huis in gezin.huishoudens_van(jongere_id)}
    if thuis:
        ids = {bewoner.persoon_id for bewoner in gezin.bewoners if bewoner.huishouden_id in thuis}
    else:
        ids = {band.ouder_id for band in gezin.ouderschappen_van(jongere_id)}
        ids |= {persoon.id for persoon in gezin.personen if persoon.rol is PersoonRol.JONGERE}
    return [p for p in gezin.personen if p.id in ids and p.id != jongere_id and not p.overleden]


def woord_voor(gezin: Gezin, persoon: Persoon, jongere_id: str) -> str:
    """What this person is to the jongere, as tab Gezin says it: `moeder`, `broer`; else the rol."""
    eigen = not jongere_id or persoon.id == jongere_id
    return ("" if eigen else wie_is(gezin, persoon, jongere_id)) or persoon.rol.label


def _van_lid(
    gezin: Gezin, contacten: Mapping[str, Contact], lid: Netwerklid, rond_id: str | None, vanuit: str
) -> Mens:
    persoon = next((p for p in gezin.personen if p.id == lid.persoon_id), None)
    contact = contacten.get(lid.contact_id or "")
    rond = next((p.roepnaam for p in gezin.personen if p.id == lid.rond_id), "")
    return Mens(
        id=lid.id,
        naam=_naam(lid, persoon, contact),
        relatie=lid.relatie or _wat(gezin, persoon, contact, lid.rond_id or vanuit),
        groep=lid.groep,
        hulp=tuple(soort for soort in Hulpsoort if soort in lid.hulp),
        gevoel=lid.gevoel,
        nabij=min(max(lid.nabij, NABIJ.start), NABIJ.stop - 1),
        telefoon=next(_telefoons(lid, persoon, contact), ""),
        let_op=_let_op(persoon) if persoon else "",
        jim=lid.jim,
        jim_afgesproken=lid.jim_afgesproken,
        rond_id=lid.rond_id,
        rond=rond if rond_id is None else "",
        persoon_id=lid.persoon_id,
        contact_id=lid.contact_id,
        soort=contact.soort if contact is not None else None,
    )


def _van_huisgenoot(persoon: Persoon, woord: str) -> Mens:
    return Mens(
        id=persoon.id,
        naam=persoon.roepnaam,
        relatie=woord,
        groep=Netwerkgroep.GEZIN,
        telefoon=persoon.telefoon or "",
        let_op=_let_op(persoon),
        persoon_id=persoon.id,
        op_kaart_gezet=False,
    )


def _wat(gezin: Gezin, persoon: Persoon | None, contact: Contact | None, vanuit: str) -> str:
    if contact is not None:
        return wat_is(contact)
    return woord_voor(gezin, persoon, vanuit) if persoon is not None else ""


def wat_is(contact: Contact) -> str:
    """What this professional is: the function as written, else the kind of partner."""
    return contact.functie or contact.soort.label


def _naam(lid: Netwerklid, persoon: Persoon | None, contact: Contact | None) -> str:
    if persoon is not None:
        return persoon.roepnaam
    if contact is not None:
        return contact.naam
    return lid.naam or lid.relatie or ZONDER_NAAM


def _telefoons(lid: Netwerklid, persoon: Persoon | None, contact: Contact | None) -> Iterator[str]:
    for nummer in (lid.telefoon, contact and contact.telefoon, persoon and persoon.telefoon):
        if nummer:
            yield nummer


def _let_op(persoon: Persoon) -> str:
    """Why a number may not be used just so; without words of its own, what was answered."""
    if persoon.let_op:
        return persoon.let_op
    return persoon.bellen.label if persoon.bellen.value in ("let_op", "nee") else ""
