"""Print the rules of consent and sharing for a lawyer: `python -m tools.delen > docs/delen.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kernteam_tui.domain.codes import Code, Niveau
from kernteam_tui.domain.datumtekst import dag_lang
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen import deelregels, toestemmingsregels
from kernteam_tui.domain.delen.codes import Gezagsbeeld, Gezagstand, Leeftijdsband, Uitkomst, Verzocht
from tests.unit.delen.tabel import (
    ALLES,
    DELEN_KOLOMMEN,
    TOESTEMMING_KOLOMMEN,
    lees_csv,
    lees_kop,
    tel_gevallen,
    toestemming_gevallen,
)

_SOORTEN: dict[str, type[Code]] = {
    "lezer": LezerSoort,
    "leeftijd": Leeftijdsband,
    "verzoek": Verzocht,
    "uitweg": Uitweg,
    "gegeven": Gegeven,
    "toestemming": Niveau,
}
_WOORDEN = {
    "lezer": {"gezinswerker": "de gezinswerker zelf", "derde": "een buitenstaander"},
    "leeftijd": {"onbekend": "niet bekend"},
    "wilsonbekwaam": {"ja": "nee", "nee": "ja"},
    "onthouden": {"ja": "ja"},
    "toestemming": {"geen": "geen"},
}
_VRAGEN = {
    "wilsonbekwaam": "kan dit zelf afwegen",
    "conflict": "ouders met gezag oneens",
    "verzoek": "erom gevraagd",
    "onthouden": "besloten dit niet te geven",
    "uitweg": "hoe",
    "gegeven": "wat",
}
_STIL = {("onthouden", "nee")}
"""What goes without saying in a row."""
_KAN = {"ja": "ja", "nee": "**kan nu niet**"}


def pagina() -> str:
    """The whole page, as Markdown."""
    return "\n".join(_regels()) + "\n"


def _regels() -> Iterator[str]:
    kop = lees_kop()
    yield from _begin(kop)
    yield from _toestemming()
    yield from _delen()
    yield from _regels_in_woorden()
    yield from _verschillen(kop)
    yield from _woordenboek()
    yield from _bronnen(kop)


def _begin(kop: Mapping[str, Any]) -> Iterator[str]:
    yield "# Toestemming en delen: wie beslist, en wat mag naar wie"
    yield ""
    yield (
        f"Versie {kop['versie']}, {dag_lang(kop['datum'])}. Voor een jurist of een "
        "functionaris gegevensbescherming."
    )
    yield ""
    yield f"**Stand van de wet.** {kop['stand']}"
    yield ""
    yield "Nog na te kijken:"
    yield from (f"- {punt}" for punt in kop["na_te_kijken"])
    yield ""
    yield (
        "Deze pagina komt uit `src/kernteam_tui/assets/delen/`: twee tabellen die met de hand uit de wet "
        "zijn geschreven, met zin, artikel en bron in elke rij, en één bestand met de bronnen. Het programma "
        "leest ze niet; de regels staan er los van in `domain/delen/`, met hun eigen zinnen en met wat je "
        "dan doet. Een test legt ze naast elkaar, voor alle "
        f"{len(list(toestemming_gevallen()))} gevallen van de eerste tabel en alle {_getal(tel_gevallen())} "
        "van de tweede. Wijkt er één af, dan faalt de test. Wie de wet anders leest, verandert dus eerst de "
        "tabel."
    )
    yield ""
    yield "Waar bronnen verschillen, is de strengste gekozen; zie [onderaan](#waar-bronnen-verschillen)."
    yield ""


def _toestemming() -> Iterator[str]:
    yield "## Wie moet toestemming geven?"
    yield ""
    yield str(lees_kop()["voorrang"]["toestemming"])
    yield ""
    yield "| nr | geval | wie | kan het nu | waarom | artikel |"
    yield "|---|---|---|---|---|---|"
    for nummer, rij in enumerate(lees_csv("toestemming.csv"), start=1):
        yield _tabelregel(
            str(nummer),
            _geval(rij, TOESTEMMING_KOLOMMEN, Gezagsbeeld),
            _gevers(rij["gevers"]),
            _KAN[rij["kan"]],
            rij["zin"],
            rij["artikel"],
        )
    yield ""
    yield (
        "Een ouder die overleden is, wordt niet gevraagd. Staat er een voogd naast een ouder met gezag, dan "
        "klopt er iets niet (BW 1:245) en telt het gezag als niet bekend. Toestemming geldt per jongere, per "
        "partner en per onderwerp, tot het laagste niveau dat iedereen gaf die moet beslissen."
    )
    yield ""


def _delen() -> Iterator[str]:
    yield "## Wat mag naar wie?"
    yield ""
    yield str(lees_kop()["voorrang"]["delen"])
    yield ""
    yield (
        "De uitkomst is *ja*, *op verzoek* (mag als erom is gevraagd), *nu niet* (mag na de volgende stap), "
        "*alleen met een reden* (een uitzondering; de reden komt in het logboek) of *nooit* (niets maakt dit "
        "open). Van wie een gegeven is, ziet het programma aan de persoon en niet aan het etiket: wat over "
        "een ander gaat, is van een ander, hoe het ook heet. Woorden van de jongere tellen als wat er "
        "speelt; woorden van ouders die samen in één huis wonen voor elkaar ook."
    )
    yield ""
    yield "| nr | voor wie | geval | uitkomst | waarom | artikel | bron |"
    yield "|---|---|---|---|---|---|---|"
    rest = {kolom: waarden for kolom, waarden in DELEN_KOLOMMEN.items() if kolom != "lezer"}
    for nummer, rij in enumerate(lees_csv("delen.csv"), start=1):
        yield _tabelregel(
            str(nummer),
            "iedereen" if rij["lezer"] == ALLES else _cel("lezer", rij["lezer"], Gezagstand),
            _geval(rij, rest, Gezagstand),
            _uitkomst(rij["uitkomst"]),
            rij["zin"],
            rij["artikel"],
            rij["bron"].replace("|", ", "),
        )
    yield ""


def _regels_in_woorden() -> Iterator[str]:
    yield "## Wat het programma zegt als iets niet mag"
    yield ""
    yield "| regel | zin op het scherm | wat nu |"
    yield "|---|---|---|"
    consent = ((r.sleutel, r.zin, r.wat_nu) for r in toestemmingsregels.REGELS.values())
    sharing = ((r.sleutel, r.zin, r.wat_nu) for r in deelregels.REGELS.values())
    for sleutel, zin, wat_nu in (*consent, *sharing):
        if wat_nu:
            yield _tabelregel(f"`{sleutel}`", zin, wat_nu)
    yield ""


def _verschillen(kop: Mapping[str, Any]) -> Iterator[str]:
    yield "## Waar bronnen verschillen"
    yield ""
    yield "| over | wat de bronnen zeggen | wat is gekozen |"
    yield "|---|---|---|"
    for verschil in kop["verschil"]:
        yield _tabelregel(verschil["over"], verschil["bronnen"], verschil["gekozen"])
    yield ""


def _woordenboek() -> Iterator[str]:
    yield "## Wat de woorden betekenen"
    yield ""
    yield "| kolom | woord in de tabel | betekenis |"
    yield "|---|---|---|"
    soorten: dict[str, type[Code]] = {
        **_SOORTEN,
        "gezag (wie beslist)": Gezagsbeeld,
        "gezag (van de lezer)": Gezagstand,
        "uitkomst": Uitkomst,
    }
    for kolom, soort in soorten.items():
        for code in soort:
            yield _tabelregel(kolom, f"`{code.value}`", code.label)
    yield ""


def _bronnen(kop: Mapping[str, Any]) -> Iterator[str]:
    yield "## Bronnen"
    yield ""
    yield "| kort | bron | waar | stand |"
    yield "|---|---|---|---|"
    for bron in kop["bron"]:
        yield _tabelregel(bron["sleutel"], bron["naam"], bron["adres"], bron["stand"])


def _geval(rij: Mapping[str, str], kolommen: Iterable[str], gezag: type[Code]) -> str:
    delen = [
        f"{_VRAGEN.get(kolom, kolom)}: {_cel(kolom, rij[kolom], gezag)}"
        for kolom in kolommen
        if rij[kolom] != ALLES and (kolom, rij[kolom]) not in _STIL
    ]
    return "<br>".join(delen) or "altijd"


def _cel(kolom: str, waarde: str, gezag: type[Code]) -> str:
    soort = gezag if kolom == "gezag" else _SOORTEN.get(kolom)
    eigen = _WOORDEN.get(kolom, {})
    woorden = [
        eigen[code] if code in eigen else soort(code).label if soort else code for code in waarde.split("|")
    ]
    return ", ".join(woorden)


def _gevers(waarde: str) -> str:
    namen = {
        "-": "niemand",
        "jongere": "de jongere",
        "ouders": "elke ouder met gezag",
        "bekenden": "wie zeker gezag heeft",
        "voogd": "de voogd",
    }
    return " en ".join(namen.get(deel, deel) for deel in waarde.split("+"))


def _uitkomst(waarde: str) -> str:
    uitkomst = Uitkomst(waarde)
    return "ja" if uitkomst is Uitkomst.JA else f"**{uitkomst.label}**"


def _getal(waarde: int) -> str:
    return f"{waarde:,}".replace(",", ".")


def _tabelregel(*cellen: str) -> str:
    return f"| {' | '.join(cellen)} |"


if __name__ == "__main__":
    print(pagina(), end="")
