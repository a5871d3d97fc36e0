"""What each rule of consent says: one sentence, the article, the next step.

The tests hold each sentence and article against the rows of `assets/delen`, written by hand from the law,
where the sources stand too.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Toestemmingsregel:
    """One rule about who gives consent; `kan` says whether consent is possible as things stand."""

    sleutel: str
    kan: bool
    zin: str
    artikel: str
    wat_nu: str


_ALLE = (
    Toestemmingsregel(
        sleutel="ouders-onder-12",
        kan=True,
        zin="De jongere is jonger dan 12: de ouders met gezag geven toestemming, allemaal.",
        artikel="Jeugdwet 7.3.15 lid 1",
        wat_nu="Vraag het elke ouder met gezag, en vertel het kind wat het begrijpt.",
    ),
    Toestemmingsregel(
        sleutel="voogd-onder-12",
        kan=True,
        zin="De jongere is jonger dan 12 en heeft een voogd: de voogd geeft toestemming.",
        artikel="Jeugdwet 7.3.15 lid 1",
        wat_nu="Vraag het de voogd, en vertel het kind wat het begrijpt.",
    ),
    Toestemmingsregel(
        sleutel="samen-12-15",
        kan=True,
        zin="De jongere is 12 tot en met 15: de jongere en alle ouders met gezag geven toestemming.",
        artikel="Jeugdwet 7.3.4 lid 2",
        wat_nu="Vraag het de jongere en elke ouder met gezag.",
    ),
    Toestemmingsregel(
        sleutel="samen-met-voogd-12-15",
        kan=True,
        zin="De jongere is 12 tot en met 15 en heeft een voogd: de jongere en de voogd geven toestemming.",
        artikel="Jeugdwet 7.3.4 lid 2",
        wat_nu="Vraag het de jongere en de voogd.",
    ),
    Toestemmingsregel(
        sleutel="jongere-16-17",
        kan=True,
        zin="De jongere is 16 of 17 en beslist zelf.",
        artikel="Jeugdwet 7.3.5",
        wat_nu="Vraag het de jongere.",
    ),
    Toestemmingsregel(
        sleutel="volwassen",
        kan=True,
        zin="De jongere is 18 of ouder en beslist zelf.",
        artikel="Jeugdwet 7.3.4 lid 1",
        wat_nu="Vraag het de jongere.",
    ),
    Toestemmingsregel(
        sleutel="wilsonbekwaam-ouders",
        kan=True,
        zin="De jongere kan dit zelf niet afwegen: de ouders met gezag geven toestemming, allemaal.",
        artikel="Jeugdwet 7.3.15 lid 2",
        wat_nu="Vraag het elke ouder met gezag, en betrek de jongere zo veel als kan.",
    ),
    Toestemmingsregel(
        sleutel="wilsonbekwaam-voogd",
        kan=True,
        zin="De jongere kan dit zelf niet afwegen: de voogd geeft toestemming.",
        artikel="Jeugdwet 7.3.15 lid 2",
        wat_nu="Vraag het de voogd, en betrek de jongere zo veel als kan.",
    ),
    Toestemmingsregel(
        sleutel="wilsonbekwaam-volwassen",
        kan=False,
        zin="De jongere is 18 of ouder en kan dit zelf niet afwegen: dan beslist een vertegenwoordiger.",
        artikel="Jeugdwet 7.3.15 lid 2 en 3",
        wat_nu="Zoek uit wie dat is: een curator, mentor, gemachtigde of naaste; deel tot dan niets.",
    ),
    Toestemmingsregel(
        sleutel="gezag-nagaan",
        kan=False,
        zin="Het is niet van elke ouder bekend of die gezag heeft.",
        artikel="Jeugdwet 7.3.15 lid 1; BW 1:251",
        wat_nu="Ga het na in het gezagsregister en leg het vast bij Gezin.",
    ),
    Toestemmingsregel(
        sleutel="gezag-nagaan-12-15",
        kan=False,
        zin="De jongere beslist mee, maar het is niet van elke ouder bekend of die gezag heeft.",
        artikel="Jeugdwet 7.3.4 lid 2; BW 1:251",
        wat_nu="Ga het na in het gezagsregister en leg het vast bij Gezin.",
    ),
    Toestemmingsregel(
        sleutel="niemand-met-gezag",
        kan=False,
        zin="Er is niemand met gezag bekend.",
        artikel="Jeugdwet 7.3.15 lid 1; BW 1:245",
        wat_nu="Zoek uit wie het gezag of de voogdij heeft, en voeg die persoon toe bij Gezin.",
    ),
    Toestemmingsregel(
        sleutel="gezagsconflict",
        kan=False,
        zin="De ouders met gezag zijn het niet eens; zonder allebei kan het niet.",
        artikel="BW 1:253a",
        wat_nu="Praat met beide ouders; lukt het niet, dan beslist de rechter.",
    ),
    Toestemmingsregel(
        sleutel="leeftijd-onbekend",
        kan=True,
        zin="De leeftijd is niet bekend: dan geven de jongere en alle ouders met gezag toestemming.",
        artikel="Jeugdwet 7.3.4 lid 2",
        wat_nu="Vraag het allemaal, en vul de geboortedatum in.",
    ),
    Toestemmingsregel(
        sleutel="leeftijd-onbekend-voogd",
        kan=True,
        zin="De leeftijd is niet bekend: dan geven de jongere en de voogd toestemming.",
        artikel="Jeugdwet 7.3.4 lid 2",
        wat_nu="Vraag het allebei, en vul de geboortedatum in.",
    ),
    Toestemmingsregel(
        sleutel="leeftijd-onbekend-wilsonbekwaam",
        kan=False,
        zin="De leeftijd is niet bekend en de jongere kan dit zelf niet afwegen: onduidelijk is wie beslist.",
        artikel="Jeugdwet 7.3.15 lid 2 en 3",
        wat_nu="Vul eerst de geboortedatum in.",
    ),
)

REGELS = {regel.sleutel: regel for regel in _ALLE}
"""Every rule by its key."""
