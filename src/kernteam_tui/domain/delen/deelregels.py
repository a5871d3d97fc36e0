"""What each rule of the deel-poort says: outcome, sentence, article, next step.

The tests hold each sentence and article against the rows of `assets/delen`, written by hand from the law,
where the sources stand too.
"""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.delen.codes import Uitkomst


@dataclass(frozen=True)
class Deelregel:
    """One rule about what may go to whom."""

    sleutel: str
    uitkomst: Uitkomst
    zin: str
    artikel: str
    wat_nu: str = ""


_ALLE = (
    Deelregel(
        sleutel="eigen-adres",
        uitkomst=Uitkomst.JA,
        zin="Het eigen adres of nummer van wie dit krijgt, is nodig om het te sturen.",
        artikel="AVG art. 6",
    ),
    Deelregel(
        sleutel="uitnodiging-zonder-inhoud",
        uitkomst=Uitkomst.NOOIT,
        zin="In een uitnodiging staat alleen wanneer en waar, voor niemand iets over het gezin.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Vertel de inhoud in het gesprek zelf.",
    ),
    Deelregel(
        sleutel="cijfers-zonder-gezin",
        uitkomst=Uitkomst.NOOIT,
        zin="In cijfers staan aantallen, nooit iets over één gezin.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Laat dit gegeven weg.",
    ),
    Deelregel(
        sleutel="eigen-werk",
        uitkomst=Uitkomst.JA,
        zin="Dit is voor je eigen werk of voor het officiële systeem.",
        artikel="Jeugdwet 7.3.8 lid 1",
    ),
    Deelregel(
        sleutel="meldcode-apart",
        uitkomst=Uitkomst.OP_VERZOEK,
        zin="Een aantekening bij de meldcode gaat alleen mee als er apart om is gevraagd.",
        artikel="Jeugdwet 4.1.7; 7.3.10",
        wat_nu="Kies apart dat ook de meldcode meegaat.",
    ),
    Deelregel(
        sleutel="kies-voor-wie",
        uitkomst=Uitkomst.NEE,
        zin="Dit is altijd voor iemand anders dan jijzelf.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Kies eerst voor wie het is.",
    ),
    Deelregel(
        sleutel="uitvoer-alleen-jij",
        uitkomst=Uitkomst.NOOIT,
        zin="De hele kluis in een bestand is alleen voor jou, nooit voor een ander.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Maak een bladzijde, een brief of een afschrift voor deze persoon.",
    ),
    Deelregel(
        sleutel="van-een-ander",
        uitkomst=Uitkomst.NOOIT,
        zin="Contactgegevens, netwerk en woorden van een ander gaan nooit mee, ook niet met een reden.",
        artikel="Jeugdwet 7.3.10; 7.3.11 lid 1",
        wat_nu="Laat het weg; de ander kan het zelf vertellen.",
    ),
    Deelregel(
        sleutel="derde",
        uitkomst=Uitkomst.NOOIT,
        zin="Dit gaat over iemand anders; dat gaat nooit mee.",
        artikel="Jeugdwet 7.3.10; 7.3.11 lid 1",
        wat_nu="Laat het weg; de ander kan het zelf vertellen.",
    ),
    Deelregel(
        sleutel="buitenstaander",
        uitkomst=Uitkomst.NOOIT,
        zin="Deze persoon hoort niet bij het gezin en niet bij de hulp.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Verwijs naar het gezin; dat kan zelf vertellen wat het wil.",
    ),
    Deelregel(
        sleutel="is-bekend",
        uitkomst=Uitkomst.NOOIT,
        zin="Op de vraag of wij een gezin kennen, zeggen we geen ja en geen nee.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Zeg: vraag het aan het gezin zelf.",
    ),
    Deelregel(
        sleutel="meldcode",
        uitkomst=Uitkomst.NOOIT,
        zin="Een aantekening bij de meldcode komt nooit in een bladzijde, plan, brief, tekening of overleg.",
        artikel="Jeugdwet 4.1.7; 7.3.11 lid 3",
        wat_nu="Bespreek met een collega of Veilig Thuis wat je wel vertelt.",
    ),
    Deelregel(
        sleutel="werkaantekening",
        uitkomst=Uitkomst.NOOIT,
        zin="Een ruwe werkaantekening gaat niet mee.",
        artikel="Jeugdwet 7.3.8 lid 1",
        wat_nu="Werk de aantekening eerst uit.",
    ),
    Deelregel(
        sleutel="terugkoppeling-kort",
        uitkomst=Uitkomst.NOOIT,
        zin="Een terugkoppeling zegt alleen dat de hulp begon of stopte.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Bespreek de rest in een overleg, met toestemming.",
    ),
    Deelregel(
        sleutel="alleen-voor-gezin",
        uitkomst=Uitkomst.NOOIT,
        zin="Een bladzijde of tekening is voor het gezin zelf.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Geef die aan het gezin; dat mag zelf kiezen wie meeleest.",
    ),
    Deelregel(
        sleutel="geen-afschrift",
        uitkomst=Uitkomst.NOOIT,
        zin="Een afschrift van het dossier is alleen voor wie er zelf recht op heeft.",
        artikel="Jeugdwet 7.3.10",
        wat_nu="Geef het afschrift aan de jongere of de ouder; die mag het laten lezen.",
    ),
    Deelregel(
        sleutel="onthouden",
        uitkomst=Uitkomst.NEE,
        zin="Je besloot dit niet te geven, omdat goede hulp dat vraagt.",
        artikel="Jeugdwet 7.3.2; 7.3.11 lid 3; 7.3.15 lid 4",
        wat_nu="Overleg met een collega; haal de markering weg als het niet meer nodig is.",
    ),
    Deelregel(
        sleutel="eigen-gegevens",
        uitkomst=Uitkomst.JA,
        zin="Iedereen mag de eigen gegevens opvragen.",
        artikel="AVG art. 15",
    ),
    Deelregel(
        sleutel="afschrift-op-verzoek",
        uitkomst=Uitkomst.OP_VERZOEK,
        zin="Een afschrift maak je als iemand erom vraagt.",
        artikel="Jeugdwet 7.3.10; AVG art. 15",
        wat_nu="Noteer wie erom vroeg en wanneer.",
    ),
    Deelregel(
        sleutel="jongere-zelf",
        uitkomst=Uitkomst.JA,
        zin="Het gaat over de jongere zelf.",
        artikel="Jeugdwet 7.3.2; 7.3.10",
    ),
    Deelregel(
        sleutel="jongere-naar-begrip",
        uitkomst=Uitkomst.JA,
        zin="Een kind hoort wat er gebeurt, in woorden die passen.",
        artikel="Jeugdwet 7.3.2",
        wat_nu="Kies woorden die het kind begrijpt.",
    ),
    Deelregel(
        sleutel="jongere-onder-12",
        uitkomst=Uitkomst.NEE,
        zin="Onder de 12 vragen de ouders met gezag of de voogd het plan en het dossier op.",
        artikel="Jeugdwet 7.3.15 lid 1",
        wat_nu="Maak voor het kind een bladzijde, of vraag het de ouder.",
    ),
    Deelregel(
        sleutel="jongere-leeftijd-onbekend",
        uitkomst=Uitkomst.NEE,
        zin="De leeftijd is niet bekend; onder de 12 vragen de ouders het plan en het dossier op.",
        artikel="Jeugdwet 7.3.15 lid 1",
        wat_nu="Vul de geboortedatum in.",
    ),
    Deelregel(
        sleutel="jongere-vertegenwoordigd",
        uitkomst=Uitkomst.NEE,
        zin="De jongere kan dit zelf niet afwegen; de vertegenwoordiger vraagt het plan en het dossier op.",
        artikel="Jeugdwet 7.3.15 lid 2 en 3",
        wat_nu="Maak voor de jongere een bladzijde, en overleg met de vertegenwoordiger.",
    ),
    Deelregel(
        sleutel="ouder-met-gezag",
        uitkomst=Uitkomst.JA,
        zin="De jongere is jonger dan 12; wie gezag heeft, mag dit weten.",
        artikel="Jeugdwet 7.3.11 lid 2; 7.3.15 lid 1",
    ),
    Deelregel(
        sleutel="ouder-met-gezag-12-15",
        uitkomst=Uitkomst.JA,
        zin="De jongere is 12 tot en met 15; wie gezag heeft, mag dit weten.",
        artikel="Jeugdwet 7.3.4 lid 2; 7.3.11 lid 2",
        wat_nu="Bespreek eerst met de jongere wat je vertelt.",
    ),
    Deelregel(
        sleutel="ouder-voor-wilsonbekwame",
        uitkomst=Uitkomst.JA,
        zin="De jongere kan dit zelf niet afwegen; wie gezag heeft, mag dit weten.",
        artikel="Jeugdwet 7.3.15 lid 2",
        wat_nu="Betrek de jongere zo veel als kan.",
    ),
    Deelregel(
        sleutel="gezag-onbekend",
        uitkomst=Uitkomst.UITZONDERING,
        zin="Het is niet bekend of deze ouder gezag heeft.",
        artikel="Jeugdwet 7.3.15 lid 1; BW 1:251",
        wat_nu="Ga het na en leg het vast bij Gezin.",
    ),
    Deelregel(
        sleutel="gezag-onbekend-geen-afschrift",
        uitkomst=Uitkomst.NEE,
        zin="Zolang het gezag niet bekend is, krijgt deze ouder geen afschrift.",
        artikel="Jeugdwet 7.3.10; 7.3.15 lid 1",
        wat_nu="Ga het na en leg het vast bij Gezin.",
    ),
    Deelregel(
        sleutel="ouder-zonder-gezag",
        uitkomst=Uitkomst.OP_VERZOEK,
        zin="Een ouder zonder gezag krijgt alleen op verzoek informatie.",
        artikel="BW 1:377c",
        wat_nu="Noteer wanneer deze ouder erom vroeg.",
    ),
    Deelregel(
        sleutel="ouder-zonder-gezag-vroeg",
        uitkomst=Uitkomst.JA,
        zin="Deze ouder vroeg erom, en het gaat over het kind.",
        artikel="BW 1:377c",
        wat_nu="Vertel belangrijke feiten, niet meer.",
    ),
    Deelregel(
        sleutel="ouder-zonder-gezag-niet-alles",
        uitkomst=Uitkomst.NEE,
        zin="Een ouder zonder gezag krijgt belangrijke feiten over het kind, geen heel plan of tekening.",
        artikel="BW 1:377c; Jeugdwet 7.3.11 lid 1",
        wat_nu="Geef een bladzijde of een brief, of vraag toestemming.",
    ),
    Deelregel(
        sleutel="zonder-gezag-geen-afschrift",
        uitkomst=Uitkomst.NEE,
        zin="Zonder gezag is er geen recht op een afschrift van het dossier.",
        artikel="Jeugdwet 7.3.10; 7.3.15 lid 1",
        wat_nu="Vertel op verzoek de belangrijke feiten over het kind.",
    ),
    Deelregel(
        sleutel="verzorger-zonder-gezag",
        uitkomst=Uitkomst.NEE,
        zin="Wie een kind verzorgt zonder gezag, hoort alleen iets met toestemming.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Vraag toestemming aan wie erover beslist.",
    ),
    Deelregel(
        sleutel="toestemming-staat",
        uitkomst=Uitkomst.JA,
        zin="Er is toestemming om dit te delen.",
        artikel="Jeugdwet 7.3.11 lid 1",
    ),
    Deelregel(
        sleutel="jongere-akkoord",
        uitkomst=Uitkomst.JA,
        zin="De jongere beslist zelf en vindt dit goed.",
        artikel="Jeugdwet 7.3.5; 7.3.11 lid 1",
    ),
    Deelregel(
        sleutel="jongere-beslist",
        uitkomst=Uitkomst.UITZONDERING,
        zin="De jongere is 16 of 17 en beslist zelf wie dit leest.",
        artikel="Jeugdwet 7.3.5",
        wat_nu="Vraag het de jongere en leg de toestemming vast.",
    ),
    Deelregel(
        sleutel="jongere-beslist-geen-gezag",
        uitkomst=Uitkomst.NEE,
        zin="De jongere is 16 of 17 en beslist zelf, en van deze ouder is geen gezag bekend.",
        artikel="Jeugdwet 7.3.5; BW 1:377c",
        wat_nu="Vraag het de jongere en leg de toestemming vast.",
    ),
    Deelregel(
        sleutel="jongere-beslist-afschrift",
        uitkomst=Uitkomst.NEE,
        zin="De jongere is 16 of 17 en beslist zelf over een afschrift.",
        artikel="Jeugdwet 7.3.5; 7.3.10",
        wat_nu="Vraag de jongere toestemming voor de inhoud, of geef het afschrift aan de jongere.",
    ),
    Deelregel(
        sleutel="volwassen-beslist",
        uitkomst=Uitkomst.NEE,
        zin="De jongere is 18 of ouder en beslist zelf wie dit leest.",
        artikel="Jeugdwet 7.3.4 lid 1; 7.3.11 lid 1",
        wat_nu="Vraag het de jongere en leg de toestemming vast.",
    ),
    Deelregel(
        sleutel="volwassen-akkoord",
        uitkomst=Uitkomst.JA,
        zin="De jongere is volwassen en vindt dit goed.",
        artikel="Jeugdwet 7.3.4 lid 1; 7.3.11 lid 1",
    ),
    Deelregel(
        sleutel="volwassen-afschrift",
        uitkomst=Uitkomst.NEE,
        zin="Een afschrift over een volwassene is voor die volwassene zelf.",
        artikel="Jeugdwet 7.3.10",
        wat_nu="Geef het afschrift aan de jongere; die mag het laten lezen.",
    ),
    Deelregel(
        sleutel="volwassen-vertegenwoordigd",
        uitkomst=Uitkomst.NEE,
        zin="De jongere is 18 of ouder en kan dit zelf niet afwegen; een vertegenwoordiger beslist.",
        artikel="Jeugdwet 7.3.15 lid 2 en 3",
        wat_nu="Zoek uit wie de vertegenwoordiger is; deel tot dan niets.",
    ),
    Deelregel(
        sleutel="leeftijd-onbekend-bladzijde",
        uitkomst=Uitkomst.JA,
        zin="De leeftijd is niet bekend; wie gezag heeft leest de bladzijde, tenzij iets op 16 jaar wijst.",
        artikel="Jeugdwet 7.3.11 lid 2; 7.3.15 lid 1",
        wat_nu="Vul de geboortedatum in; vanaf 16 beslist de jongere zelf.",
    ),
    Deelregel(
        sleutel="leeftijd-onbekend",
        uitkomst=Uitkomst.UITZONDERING,
        zin="De leeftijd is niet bekend; misschien beslist de jongere zelf.",
        artikel="Jeugdwet 7.3.5",
        wat_nu="Vul de geboortedatum in.",
    ),
    Deelregel(
        sleutel="leeftijd-onbekend-akkoord",
        uitkomst=Uitkomst.JA,
        zin="De leeftijd is niet bekend, maar wie gezag heeft leest mee en de jongere vindt het goed.",
        artikel="Jeugdwet 7.3.4 lid 2; 7.3.5",
        wat_nu="Vul de geboortedatum in.",
    ),
    Deelregel(
        sleutel="leeftijd-onbekend-wachten",
        uitkomst=Uitkomst.NEE,
        zin="De leeftijd is niet bekend; dan is niet te zeggen of dit mag.",
        artikel="Jeugdwet 7.3.5; 7.3.15 lid 1",
        wat_nu="Vul de geboortedatum in.",
    ),
    Deelregel(
        sleutel="toestemming-ontbreekt",
        uitkomst=Uitkomst.NEE,
        zin="Er is geen toestemming om dit met deze persoon te delen.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Vraag toestemming, of laat het gezin het zelf vertellen.",
    ),
    Deelregel(
        sleutel="partner-alleen-bij-nood",
        uitkomst=Uitkomst.UITZONDERING,
        zin="Er is geen toestemming om dit met deze partner te delen.",
        artikel="Jeugdwet 7.3.11 lid 1",
        wat_nu="Vraag toestemming; alleen bij grote zorgen over de veiligheid kan het met een reden.",
    ),
    Deelregel(
        sleutel="gezinsvoogd-noodzaak",
        uitkomst=Uitkomst.UITZONDERING,
        zin="De gezinsvoogd krijgt wat nodig is voor de ondertoezichtstelling, ook zonder toestemming.",
        artikel="Jeugdwet 7.3.11 lid 4",
        wat_nu="Schrijf op waarom dit nodig is voor de ondertoezichtstelling.",
    ),
)

REGELS = {regel.sleutel: regel for regel in _ALLE}
"""Every rule by its key."""
