"""The deel-poort over the store: who a reader is, what stands in the way, and the paper for the file.

The rules are `domain.delen`; this gathers the facts they ask for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, PersoonRol
from kernteam_tui.domain.deelcodes import (
    Gegeven,
    LezerSoort,
    Onderwerp,
    Uitweg,
    VerzoekSoort,
    VerzoekUitkomst,
)
from kernteam_tui.domain.delen.beslissers import bepaal_vereiste, vraag_over
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelpoort import beslis
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, laat_door
from kernteam_tui.domain.delen.herkennen import (
    adressen,
    is_een_naam,
    noemt_ouder,
    nummers,
    verraadt,
    vindplaatsen,
    zegslieden,
)
from kernteam_tui.domain.delen.huizen import ouders_leven_apart
from kernteam_tui.domain.delen.leeftijd import band_van
from kernteam_tui.domain.delen.naamgenoten import namen_van, wie_bedoeld
from kernteam_tui.domain.delen.oudenaam import kan_oude_naam_zijn
from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.domain.delen.toestemmingen import Doelwit, Stand, bepaal_stand
from kernteam_tui.domain.delen.weigeren import weiger
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import OuderSoort, PartnerSoort
from kernteam_tui.domain.huishouden import Huishouden
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verzoek import Verzoek

JIJ = Lezer(LezerSoort.GEZINSWERKER)
"""The worker herself, for what she makes for her own work."""
_WOORD = re.compile(r"\w+")
_VERWANT_VAN = re.compile(r"(?:\w+ )?van (?:mijn )?[\w’']+(?: [\w’']+)?|[\w’']+")
"""`broer van papa`, `stiefvader`."""
_GROOT = (LezerSoort.OUDER, LezerSoort.VOOGD)
"""Readers who may know how to find who lives with them. The page of a jongere lies in both houses."""


@dataclass(frozen=True)
class Poort:
    """One casus before the deel-poort, on one day."""

    casus: Casus
    gezin: Gezin
    toestemmingen: tuple[Toestemming, ...]
    verzoeken: tuple[Verzoek, ...]
    vandaag: date
    bekenden: frozenset[str] = frozenset()
    """Names of who is around the family and not of it: kernteam, network, address book."""

    def lezer(self, persoon_id: str) -> Lezer:
        """A person of the family as a reader, over the first jongere. Raises NietGevonden for a stranger."""
        return self._lezer(persoon_id, self.casus.jongere.id)

    def gevallen(self, persoon_id: str, uitweg: Uitweg, reden: str = "") -> tuple[Geval, ...]:
        """One case for each jongere of the casus: a fact must be allowed for all of them.

        A jongere reads for oneself: what is about a brother or sister is then somebody else's.
        """
        about = [jongere for jongere in self.casus.jongeren if jongere.id == persoon_id]
        return tuple(
            Geval(
                lezer=self._lezer(persoon_id, jongere.id),
                uitweg=uitweg,
                jongere_id=jongere.id,
                band=band_van(jongere, self.vandaag),
                wilsonbekwaam=jongere.wilsonbekwaam,
                toestemming=self._niveau(jongere.id, persoon_id),
                reden=reden,
            )
            for jongere in about or self.casus.jongeren
        )

    def doelwit_ouder(self, persoon_id: str, onderwerp: Onderwerp = Onderwerp.HULP) -> Doelwit:
        """Whose consent is asked for this person of the family to read along. By name only where nobody else
        is called so: else a consent that has only a name counts for nobody (Jeugdwet 7.3.11 lid 1)."""
        namen = namen_van(self.gezin)
        naam = namen[persoon_id] if wie_bedoeld("", namen[persoon_id], namen) == persoon_id else ""
        return Doelwit(PartnerSoort.OUDER, onderwerp, naam, persoon_id)

    def stand(self, jongere_id: str, doelwit: Doelwit) -> Stand:
        """How consent stands today for this jongere and this partner; less once the help stopped."""
        vereiste = bepaal_vereiste(vraag_over(self.gezin, jongere_id, self.vandaag))
        return bepaal_stand(self.toestemmingen, vereiste, doelwit, self.vandaag, self.casus.gestopt_op)

    def eigen_werk(self, uitweg: Uitweg) -> tuple[Geval, ...]:
        """What the worker makes for herself: not less than the rules allow, and no more."""
        jongere = self.casus.jongere
        return (Geval(JIJ, uitweg, jongere.id, band_van(jongere, self.vandaag)),)

    def over(self, van: str, lezer: Lezer) -> str:
        """Whose words these are by the name under them, as the strictest reading: somebody whose words this
        reader may not have comes before the reader, and the reader before the jongere."""
        people = [persoon.id for persoon in zegslieden(van, self.gezin)]
        children = {jongere.id for jongere in self.casus.jongeren}
        known = {lezer.id, *children, *(lezer.huisgenoten - lezer.beslissen_zelf)}
        strangers = [one for one in people if one not in known]
        own = [one for one in people if one == lezer.id]
        return next(iter([*strangers, *own, *people]), "")

    def is_eigen(self, van: str, lezer: Lezer) -> bool:
        """Whether this reader is a jongere, and these words, this goal or this action are under the own name
        and nobody's whom this reader may not hear."""
        return lezer.soort is LezerSoort.JONGERE and self.over(van, lezer) == lezer.id

    def ouders(self) -> list[Ouderschap]:
        """The living parents by law of the first jongere."""
        return [
            band
            for band in self.gezin.ouderschappen_van(self.casus.jongere.id)
            if band.soort.juridisch and not self.gezin.persoon(band.ouder_id).overleden
        ]

    def ouders_apart(self) -> bool:
        """Whether each parent gets a page of their own."""
        return ouders_leven_apart(self.gezin, self.ouders())

    def een_ouder_elders(self, lezer: Lezer) -> bool:
        """Whether there is a parent whose words this reader may not have: words under a name that nobody here
        has (`Beertje`) can be of that one."""
        known = {lezer.id, *lezer.huisgenoten}
        return any(band.ouder_id not in known for band in self.gezin.ouderschappen)

    def van_een_jongere_apart(self, naam: str, lezer: Lezer) -> str:
        """Id of a jongere who goes by that name and whose goals and actions are not for this reader: one of
        this family who decides for oneself (16 or older, or of unknown age), one of another casus over whom
        this reader has no gezag and with whom the reader does not live, and for a jongere every brother or
        sister. Empty where it is the reader's too."""
        people = zegslieden(naam, self.gezin)
        if any(persoon.id == lezer.id for persoon in people):
            return ""
        apart = self._jongeren_apart(lezer)
        return next((persoon.id for persoon in people if persoon.id in apart), "")

    def van_wie_het_doel_is(self, naam: str, lezer: Lezer) -> str:
        """As `van_een_jongere_apart`; a name that nobody here has can be the former one of such a jongere."""
        strange = is_een_naam(naam) and not zegslieden(naam, self.gezin)
        if strange or kan_oude_naam_zijn(naam, self.gezin):
            return min(self._jongeren_apart(lezer), default="")
        return self.van_een_jongere_apart(naam, lezer)

    def is_van_niemand_hier(self, naam: str, lezer: Lezer) -> bool:
        """Whether nobody can tell whose action this is, and it can be that of a jongere whose actions are not
        for this reader, under a former name. Who is known around the family (`Els`, `mentor`) is no such one.
        """
        apart = self._jongeren_apart(lezer)
        return bool(apart) and kan_oude_naam_zijn(naam, self.gezin, self.bekenden)

    def noemt_een_ouder_elders(self, tekst: str, lezer: Lezer) -> bool:
        """Whether the text tells who somebody is to a parent whom this reader does not live with."""
        known = {lezer.id, *lezer.huisgenoten}
        others = {band.ouder_id for band in self.gezin.ouderschappen} - known
        return bool(others) and noemt_ouder(tekst, self.gezin, others)

    def is_jongere_hier(self, persoon_id: str) -> bool:
        """Whether the casus is about this person."""
        return any(jongere.id == persoon_id for jongere in self.casus.jongeren)

    def wie_apart_genoemd_wordt(self, tekst: str, lezer: Lezer) -> str:
        """Id of somebody in this text who is no business of this parent: a jongere whose goals are not for
        this reader, or the partner of a parent who lives elsewhere. Empty where nobody is named, and for a
        jongere, who knows the own family."""
        if lezer.soort is LezerSoort.JONGERE:
            return ""
        said = frozenset(_WOORD.findall(gevouwen(tekst)))
        said |= {word[:-1] for word in said if word.endswith("s")}
        apart = (self._jongeren_apart(lezer) | self._partners_elders(lezer)) - {lezer.id}
        firsts = {one: _WOORD.findall(gevouwen(self.gezin.persoon(one).naam))[:1] for one in sorted(apart)}
        own = {lezer.id, *(jongere.id for jongere in self.casus.jongeren)}
        known = {word for one in own for word in _WOORD.findall(gevouwen(self.gezin.persoon(one).naam))}
        return next((one for one, words in firsts.items() if said & (set(words) - known)), "")

    def _partners_elders(self, lezer: Lezer) -> frozenset[str]:
        """Who is with a parent whom this reader does not live with; no parent of the jongere by law."""
        parents = {band.ouder_id for band in self.ouders()}
        elsewhere = parents - {lezer.id, *lezer.huisgenoten}
        ties = [tie for tie in self.gezin.relaties if tie.soort.koppel]
        with_one = {tie.ander(one) for tie in ties for one in elsewhere if tie.betreft(one)}
        step = {
            band.ouder_id
            for jongere in self.casus.jongeren
            for band in self.gezin.ouderschappen_van(jongere.id)
            if band.soort is OuderSoort.STIEF and elsewhere
        }
        return frozenset((with_one | step) - parents - lezer.huisgenoten)

    def zegt_iets_van_de_lezer(self, relatie: str, lezer: Lezer) -> bool:
        """Whether what somebody is called tells more of this parent than whose kin: `bang voor papa`."""
        is_ouder = any(band.ouder_id == lezer.id for band in self.gezin.ouderschappen)
        named = is_ouder and noemt_ouder(relatie, self.gezin, [lezer.id])
        return named and not _VERWANT_VAN.fullmatch(relatie.strip())

    def _jongeren_apart(self, lezer: Lezer) -> frozenset[str]:
        own = {jongere.id for jongere in self.casus.jongeren}
        others = {p.id for p in self.gezin.personen if p.rol is PersoonRol.JONGERE} - own
        if lezer.soort is LezerSoort.JONGERE:
            return frozenset((own | others) - {lezer.id})
        alone = self._beslissen_zelf() - own
        return frozenset(
            alone | {jongere_id for jongere_id in others if self._kind_van_een_ander(jongere_id, lezer)}
        )

    def _kind_van_een_ander(self, jongere_id: str, lezer: Lezer) -> bool:
        """A half-brother: his parents are known, this reader has no gezag over him and lives elsewhere."""
        bands = self.gezin.ouderschappen_van(jongere_id)
        decides = any(band.ouder_id == lezer.id and band.gezag is JaNeeOnbekend.JA for band in bands)
        return bool(bands) and not decides and jongere_id not in lezer.huisgenoten

    def verraadt_een_ander(self, tekst: str, lezer: Lezer) -> bool:
        """Whether the text says how to find somebody whom this reader does not live with, or has the private
        number of somebody of the network."""
        known = {lezer.id, *(lezer.huisgenoten if lezer.soort in _GROOT else ())}
        others = {persoon.id for persoon in self.gezin.personen} - known
        own = {*nummers(self.gezin, known), *adressen(self._huizen_van(lezer))}
        network = [lid.telefoon for lid in self.gezin.netwerk if lid.telefoon and lid.contact_id is None]
        places = [*vindplaatsen(self.gezin, others), *network]
        return verraadt(tekst, [plek for plek in places if plek not in own])

    def _huizen_van(self, lezer: Lezer) -> list[Huishouden]:
        """Houses of this reader only: a child who lives in two does not make the one known to who lives in
        the other. The page of a jongere lies in both: no secret address is on it."""
        houses = self.gezin.huishoudens_van(lezer.id)
        return [huis for huis in houses if lezer.soort is not LezerSoort.JONGERE or not huis.geheim]

    def _lezer(self, persoon_id: str, jongere_id: str) -> Lezer:
        persoon = self.gezin.persoon(persoon_id)
        if persoon_id in {jongere.id for jongere in self.casus.jongeren}:
            return Lezer(
                LezerSoort.JONGERE,
                persoon_id,
                gevraagd_op=self._gevraagd_op(persoon_id),
                huisgenoten=self._ouders_van(persoon_id),
                beslissen_zelf=self._beslissen_zelf(),
            )
        band = self._band(persoon_id, jongere_id)
        if band is None:
            return Lezer(
                LezerSoort.GEZINSLID,
                persoon_id,
                gevraagd_op=self._gevraagd_op(persoon_id),
                huisgenoten=frozenset(self._in_een_huis(persoon_id)),
                beslissen_zelf=self._beslissen_zelf(),
            )
        return Lezer(
            soort=LezerSoort.VOOGD if band.soort is OuderSoort.VOOGD else LezerSoort.OUDER,
            id=persoon_id,
            gezag=band.gezag,
            ouder_soort=band.soort,
            gevraagd_op=self._gevraagd_op(persoon_id),
            huisgenoten=self._huisgenoten(persoon, jongere_id),
            beslissen_zelf=self._beslissen_zelf(),
        )

    def _beslissen_zelf(self) -> frozenset[str]:
        """Jongeren of sixteen and older, or of unknown age: what they say is theirs, also at home."""
        young = (Leeftijdsband.TOT_12, Leeftijdsband.VAN_12)
        return frozenset(
            persoon.id
            for persoon in self.gezin.personen
            if persoon.rol is PersoonRol.JONGERE and band_van(persoon, self.vandaag) not in young
        )

    def _band(self, ouder_id: str, jongere_id: str) -> Ouderschap | None:
        bands = self.gezin.ouderschappen_van(jongere_id)
        return next((band for band in bands if band.ouder_id == ouder_id), None)

    def _ouders_van(self, jongere_id: str) -> frozenset[str]:
        """The jongere hears what every parent says of the plan, and who lives in the same house."""
        parents = {band.ouder_id for band in self.gezin.ouderschappen_van(jongere_id)}
        return frozenset(parents | self._in_een_huis(jongere_id))

    def _huisgenoten(self, ouder: Persoon, jongere_id: str) -> frozenset[str]:
        """Without households on record: everybody, where the parents of the jongere live together."""
        bands = [
            band
            for band in self.gezin.ouderschappen_van(jongere_id)
            if (band.soort.juridisch or band.ouder_id == ouder.id)
            and not self.gezin.persoon(band.ouder_id).overleden
        ]
        if ouders_leven_apart(self.gezin, bands):
            return frozenset(
                self._in_een_huis(ouder.id) - {b.ouder_id for b in bands if b.ouder_id != ouder.id}
            )
        here = self._in_een_huis(ouder.id) if self._heeft_huis(ouder.id) else self._thuis()
        return frozenset((here | {band.ouder_id for band in bands}) - {ouder.id})

    def _heeft_huis(self, persoon_id: str) -> bool:
        return any(bewoner.persoon_id == persoon_id for bewoner in self.gezin.bewoners)

    def _thuis(self) -> set[str]:
        """Everybody of whom nothing says that they live elsewhere."""
        elsewhere = {band.ouder_id for band in self.gezin.ouderschappen if not band.woont_bij}
        return {persoon.id for persoon in self.gezin.personen} - elsewhere

    def _in_een_huis(self, persoon_id: str) -> set[str]:
        houses = {b.huishouden_id for b in self.gezin.bewoners if b.persoon_id == persoon_id}
        return {b.persoon_id for b in self.gezin.bewoners if b.huishouden_id in houses} - {persoon_id}

    def _gevraagd_op(self, persoon_id: str) -> date | None:
        """The last day on which this person asked; a request that was refused opens nothing."""
        kinds = (VerzoekSoort.INFORMATIE, VerzoekSoort.INZAGE)
        return max(
            (
                verzoek.op
                for verzoek in self.verzoeken
                if verzoek.van_id == persoon_id
                and verzoek.soort in kinds
                and verzoek.uitkomst is not VerzoekUitkomst.GEWEIGERD
            ),
            default=None,
        )

    def _niveau(self, jongere_id: str, lezer_id: str) -> Niveau | None:
        """What was agreed that this person of the family may read."""
        return self.stand(jongere_id, self.doelwit_ouder(lezer_id)).niveau


def lees_poort(uow: UnitOfWork, casus_id: str, vandaag: date) -> Poort:
    """Everything the rules ask of one casus. Raises NietGevonden."""
    casus = uow.casussen.get(casus_id)
    gezin = uow.gezinnen.get(casus.gezin_id)
    return Poort(
        casus,
        gezin,
        tuple(uow.toestemmingen.find(casus_id=casus_id)),
        tuple(uow.verzoeken.find(casus_id=casus_id)),
        vandaag,
        frozenset(_bekenden(uow, casus, gezin)),
    )


def _bekenden(uow: UnitOfWork, casus: Casus, gezin: Gezin) -> Iterator[str]:
    yield from (casus.mentor, casus.regisseur, casus.maatje, casus.duo_partner)
    yield from (partner.naam for partner in uow.scholen.get(casus.school_id).kernteam)
    for lid in gezin.netwerk:
        yield uow.contacten.get(lid.contact_id).naam if lid.contact_id else lid.naam


def eis(gevallen: Iterable[Geval], gegeven: Gegeven = Gegeven.INHOUD) -> None:
    """Refuse where this reader may have nothing of this kind. Raises GezagOnbekend, GeenGezag,
    ToestemmingOntbreekt, DelenGeweigerd: each with the article and the next step."""
    for geval in gevallen:
        oordeel = beslis(Deelvraag(geval, Feit("alles", gegeven)))
        if not oordeel.mag:
            raise weiger(oordeel)


def doorlaat_uitnodiging(poort: Poort, voor: Iterable[str]) -> Doorlaat:
    """For an invitation to these people (ids, or roles of who has no record): when and where, and to somebody
    of the family the own address."""
    family = {persoon.id for persoon in poort.gezin.personen}
    invited = [wie for wie in voor if wie in family]
    if not invited:
        return Doorlaat.zonder_clientgegevens("een uitnodiging met rollen, dag, tijd en plek")
    feiten = [Feit(f"adres:{wie}", Gegeven.EIGEN_CONTACT, wie) for wie in invited]
    return laat_door(feiten, *poort.gevallen(invited[0], Uitweg.UITNODIGING)).doorlaat


def is_ouder_zonder_gezag(gevallen: Iterable[Geval]) -> bool:
    """Whether this reader is a parent by law who has no gezag over one of the jongeren (BW 1:377c)."""
    return any(
        geval.lezer.soort is LezerSoort.OUDER
        and geval.lezer.gezag is JaNeeOnbekend.NEE
        and geval.lezer.ouder_soort.juridisch
        for geval in gevallen
    )
