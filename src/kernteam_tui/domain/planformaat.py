"""The format of a gezinsplan: its fixed sections, in their order (S54). Content comes from `assets/`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.fouten import InhoudOngeldig

UIT_EERDER_FORMAAT = "uit een eerder formaat"
NIET_IN_VARIANT = "niet in dit soort plan"


class Invul(StrEnum):
    """What a section holds beside words and toelichting."""

    TEKST = "tekst"
    DOELEN = "doelen"
    ACTIES = "acties"
    EVALUATIE = "evaluatie"


class Veldsoort(StrEnum):
    """What is filled in at a field."""

    TEKST = "tekst"
    DAG = "dag"
    CIJFER = "cijfer"
    """On a scale of 0 to 10."""


@dataclass(frozen=True)
class Veld:
    """One thing that is asked apart in a section, beside words and toelichting."""

    sleutel: str
    vraag: str
    """A few words, to stand before it."""
    hulp: str = ""
    """To the worker."""
    soort: Veldsoort = Veldsoort.TEKST
    herkomst: str = ""
    """Why it is shown though this format or variant does not ask it; empty where it does."""


@dataclass(frozen=True)
class VastOnderdeel:
    """One fixed section, as it is shown in one variant."""

    nr: int
    sleutel: str
    titel: str
    vraag: str
    """To the family."""
    invul: Invul = Invul.TEKST
    hulp: str = ""
    """To the worker: what belongs here and what does not; empty in a format that has none."""
    per_ouder: bool = False
    """Each parent has words of their own here (parents who live apart)."""
    velden: tuple[Veld, ...] = ()
    herkomst: str = ""
    """Why it is shown though this format or variant does not have it; empty where it does."""

    @property
    def veldvragen(self) -> Mapping[str, str]:
        """Key of a field -> its question."""
        return {veld.sleutel: veld.vraag for veld in self.velden}


@dataclass(frozen=True)
class Vereist:
    """A section that the program itself goes to: what it must hold, and why it may not be missing."""

    invul: Invul
    waarom: str
    samen: tuple[str, ...] = ()
    """Fields that a format has all of, or none."""


HULPVELDEN = ("welke_hulp", "omvang", "duur", "waarom_niet_zelf", "deskundige")
"""What the judge asks of extra help (CRvB 1 May 2017, ECLI:NL:CRVB:2017:1477)."""
WAAROM, GOED, BELANGRIJK = "waarom_dit_plan", "wat_gaat_goed", "wie_zijn_belangrijk"
DOELEN, ACTIES, EVALUATIE = "wat_willen_wij_bereiken", "wie_doet_wat", "wanneer_kijken_we_opnieuw"
AKKOORD = "akkoord"
"""Keys of sections that the program itself goes to: the same in every format."""
VEREIST: Mapping[str, Vereist] = {
    WAAROM: Vereist(Invul.TEKST, "de bladzijde haalt er de vraag van het gezin uit"),
    GOED: Vereist(Invul.TEKST, "de bladzijde haalt er uit wat goed gaat"),
    BELANGRIJK: Vereist(Invul.TEKST, "de controle kijkt er wie er om het gezin heen staat"),
    "veiligheid": Vereist(Invul.TEKST, "de controle kijkt er of de veiligheid van elk kind is besproken"),
    DOELEN: Vereist(Invul.DOELEN, "daar staan de doelen, ook voor de bladzijde"),
    ACTIES: Vereist(Invul.ACTIES, "daar staat wie wat doet, ook voor de bladzijde"),
    "hulp_die_erbij_komt": Vereist(
        Invul.TEKST, "de controle kijkt er of hulp die erbij komt is uitgelegd", HULPVELDEN
    ),
    EVALUATIE: Vereist(Invul.EVALUATIE, "daar staat de dag waarop jullie terugkijken"),
    AKKOORD: Vereist(Invul.TEKST, "daar staat wie het eens is, en wie niet"),
}
"""Key -> what the page, the goals, the evaluation and the fourteen looks (domain 2.5) need of a format."""


@dataclass(frozen=True)
class Woordkeus:
    """Other words for a section or a field in one variant; empty: those of itself."""

    titel: str = ""
    vraag: str = ""


@dataclass(frozen=True)
class Variantvorm:
    """What one variant does differently. A field is named with its section: `veiligheid.cijfer`."""

    eerst: tuple[str, ...] = ()
    """Keys of the sections that come first, in this order; the others follow in theirs."""
    per_ouder: frozenset[str] = frozenset()
    woorden: Mapping[str, Woordkeus] = field(default_factory=dict)
    niet: frozenset[str] = frozenset()
    """Sections and fields that this variant does not ask."""


GEWOON = Variantvorm()
_GEEN = Woordkeus()


@dataclass(frozen=True)
class PlanFormaat:
    """All sections of one version of the format; a plan remembers which version it was written in."""

    naam: str
    onderdelen: tuple[VastOnderdeel, ...]
    varianten: Mapping[PlanVariant, Variantvorm] = field(default_factory=dict)

    @property
    def sleutels(self) -> tuple[str, ...]:
        """The keys, in order."""
        return tuple(onderdeel.sleutel for onderdeel in self.onderdelen)

    @property
    def titels(self) -> Mapping[str, str]:
        """Key -> title."""
        return {onderdeel.sleutel: onderdeel.titel for onderdeel in self.onderdelen}

    def vind(self, sleutel: str) -> VastOnderdeel | None:
        """The section with that key, if it has one."""
        return next((onderdeel for onderdeel in self.onderdelen if onderdeel.sleutel == sleutel), None)

    def require(self, sleutel: str) -> VastOnderdeel:
        """The section with that key. Raises InhoudOngeldig."""
        found = self.vind(sleutel)
        if found is None:
            raise InhoudOngeldig(
                "Dit onderdeel bestaat niet in het gezinsplan.", f"Kies uit: {', '.join(self.sleutels)}."
            )
        return found

    def in_variant(self, variant: PlanVariant) -> PlanFormaat:
        """The same sections in the order, the numbers and the words of a variant (domain 2.3), without what
        that variant does not ask."""
        vorm = self.varianten.get(variant, GEWOON)
        rang = {sleutel: plaats for plaats, sleutel in enumerate(vorm.eerst)}
        shown = (onderdeel for onderdeel in self.onderdelen if onderdeel.sleutel not in vorm.niet)
        volgorde = sorted(shown, key=lambda o: (rang.get(o.sleutel, len(rang)), o.nr))
        return replace(
            self,
            onderdelen=tuple(
                _in_vorm(onderdeel, vorm, nummer) for nummer, onderdeel in enumerate(volgorde, start=1)
            ),
            varianten={},
        )

    def toont(self, geschreven: Mapping[str, Collection[str]]) -> bool:
        """Whether it has a place for all of this; see `met_alles`."""
        velden = {onderdeel.sleutel: onderdeel.veldvragen.keys() for onderdeel in self.onderdelen}
        return all(
            sleutel in velden and velden[sleutel] >= set(filled) for sleutel, filled in geschreven.items()
        )

    def met_alles(
        self,
        variant: PlanVariant,
        geschreven: Mapping[str, Collection[str]],
        bekend: Sequence[PlanFormaat] = (),
    ) -> PlanFormaat:
        """In that variant, and with it all in which something stands though it is not asked there.

        `geschreven`: key of a section -> keys of its fields in which something stands. `bekend`: formats that
        know the words of what this one does not have. So a plan that goes over to another format or variant
        hides nothing of what was written in it.
        """
        gevraagd = self.in_variant(variant)
        bronnen = (self, *bekend)
        here = tuple(_met_velden(o, geschreven.get(o.sleutel, ()), bronnen) for o in gevraagd.onderdelen)
        left = [sleutel for sleutel in geschreven if gevraagd.vind(sleutel) is None]
        extra = (
            replace(_over(sleutel, geschreven[sleutel], bronnen), nr=nr)
            for nr, sleutel in enumerate(left, start=len(here) + 1)
        )
        return replace(gevraagd, onderdelen=(*here, *extra))


def _in_vorm(onderdeel: VastOnderdeel, vorm: Variantvorm, nummer: int) -> VastOnderdeel:
    anders = vorm.woorden.get(onderdeel.sleutel, _GEEN)
    velden = ((f"{onderdeel.sleutel}.{veld.sleutel}", veld) for veld in onderdeel.velden)
    return replace(
        onderdeel,
        nr=nummer,
        titel=anders.titel or onderdeel.titel,
        vraag=anders.vraag or onderdeel.vraag,
        per_ouder=onderdeel.sleutel in vorm.per_ouder,
        velden=tuple(
            replace(veld, vraag=vorm.woorden.get(adres, _GEEN).vraag or veld.vraag)
            for adres, veld in velden
            if adres not in vorm.niet
        ),
    )


def _over(sleutel: str, velden: Collection[str], bronnen: Sequence[PlanFormaat]) -> VastOnderdeel:
    """A section that is not asked: text only, for lists stand where the format has them."""
    known = next((o for formaat in bronnen if (o := formaat.vind(sleutel)) is not None), None)
    kaal = VastOnderdeel(
        nr=0,
        sleutel=sleutel,
        titel=known.titel if known else naam_van(sleutel),
        vraag=known.vraag if known else "",
        herkomst=_herkomst(bronnen[0].vind(sleutel) is not None),
    )
    return _met_velden(kaal, velden, bronnen)


def _met_velden(
    onderdeel: VastOnderdeel, velden: Collection[str], bronnen: Sequence[PlanFormaat]
) -> VastOnderdeel:
    asked = onderdeel.veldvragen
    left = tuple(_overveld(onderdeel.sleutel, veld, bronnen) for veld in velden if veld not in asked)
    return replace(onderdeel, velden=(*onderdeel.velden, *left)) if left else onderdeel


def _overveld(sleutel: str, veld: str, bronnen: Sequence[PlanFormaat]) -> Veld:
    for formaat in bronnen:
        found = formaat.vind(sleutel)
        known = next((een for een in found.velden if een.sleutel == veld), None) if found else None
        if known is not None:
            return replace(known, herkomst=_herkomst(formaat is bronnen[0]))
    return Veld(veld, naam_van(veld), herkomst=UIT_EERDER_FORMAAT)


def _herkomst(van_hier: bool) -> str:
    return NIET_IN_VARIANT if van_hier else UIT_EERDER_FORMAAT


def naam_van(sleutel: str) -> str:
    """A key as words, where nobody knows its title any more."""
    return sleutel.replace("_", " ").capitalize()
