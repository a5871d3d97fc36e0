"""Closed sets of Dutch words by which sentences and the passive are recognised."""

from __future__ import annotations


def _woorden(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


NIET_HET_EIND = _woorden(
    """
    dhr mevr mw mej dr drs ir ing prof mr bijv bv nr tel evt ca resp incl excl blz vgl zgn p kl gr st art
    o.a d.w.z m.b.t i.v.m t.a.v t.b.v t.o.v i.p.v d.m.v n.a.v a.d.h.v i.o.m i.s.m i.c.m i.h.k.v m.i.v
    o.b.v o.l.v m.n m.a.w v.a b.v t.g.v i.g.v
    """
)
"""Abbreviations that are always followed by more."""
SOMS_HET_EIND = _woorden(
    """
    enz etc e.d e.a a.s jl j.l jr n.v.t z.s.m t.z.t z.o.z i.d m.v p.w p.m k.o ma di wo do vr za
    jan feb mrt apr aug sept sep okt nov dec
    """
)
"""Abbreviations behind which a sentence ends where a capital follows."""
BEGINNERS = _woorden(
    """
    zij hij het de een wij ik je jij we ze dit dat er op in als met maar en haar zijn hun na toen
    dan daarna moeder vader mama papa oma opa ouders school thuis ook nu daar hier iedereen niemand
    samen om voor sinds die deze elke iedere want toch soms vaak morgen vandaag gisteren
    """
)
"""Words with which a new sentence begins, behind a letter that could be an initial (`Lina K. Zij gaat`)."""
WORDEN = _woorden(
    """
    wordt worden werd werden word
    """
)

ZIJN = _woorden(
    """
    is zijn was waren
    """
)

HEBBEN = _woorden(
    """
    heb hebt heeft hebben had hadden
    """
)

WIJST = _woorden(
    """
    het dit
    """
)
"""Before a participle at the end of a clause it is no article (`morgen wordt dit besproken`)."""
LIDWOORD = _woorden(
    """
    een de het dit dat deze die zijn haar hun mijn ons onze jullie je jouw uw geen elk elke ieder
    iedere veel weinig meer alle sommige twee drie vier heel erg zeer zo te erge nieuwe goede lekker
    """
)
"""Behind one of these it is a noun or says what something is like."""
VOEGWOORD = _woorden(
    """
    en maar want of omdat doordat als terwijl zodat wanneer toen nadat voordat dat die wat waar wie
    hoe waarom zodra totdat hoewel dus
    """
)

STERK = _woorden(
    """
    aanbevolen begrepen behouden bekeken beschreven besloten besproken betrokken bevolen bewezen
    doorbroken doorverwezen herschreven nabesproken omschreven onderbroken ondernomen onderschreven
    onderzocht ontnomen ontvangen onthouden overwogen uitbesteed verboden vergeleken vergeten
    verkregen verloren verscheurd verschoven vertrouwd vervangen verwezen voorbesproken voorbereid
    herhaald verdeeld verhoogd verlaagd verlengd vermeld verplaatst verteld verwacht verwerkt
    gemaakt
    """
)

BIJ_ZIJN = _woorden(
    """
    aangeboden aangevraagd afgegeven afgesproken afgewezen beschikt besloten besproken geadviseerd
    geconstateerd geëvalueerd geïndiceerd geregistreerd gesignaleerd ingeschakeld ingezet
    meegedeeld opgesteld overeengekomen overlegd toegekend toegewezen uitgevoerd vastgelegd
    vastgesteld voorgesteld
    """
)
"""With a form of zijn only these: most others tell how somebody is, or who went where."""
ZO_IS_IEMAND = _woorden(
    """
    aangedaan aangekleed afgeleid bedroefd begaafd begaan bekend beleefd belezen bereid beroemd
    beschaamd betrokken bevriend bewust bezeten bezorgd doodmoe ervaren geaard gebaat geboeid
    geboren gedeprimeerd gefrustreerd gehaast gehecht geliefd gelukt gemotiveerd genegen geraakt
    geremd gerust gerustgesteld gescheiden geschokt gespannen gesteld gestresst gestrest getrouwd
    geweest gewend gewond geworden gezond geïnteresseerd geïrriteerd geïsoleerd herenigd onbekend
    ongerust onrustig ontevreden ontroerd ontspannen ontsteld ontvankelijk opgelucht opgewonden
    overbelast overprikkeld overspannen overstuur overtuigd teleurgesteld uitgeput uitgerust
    verbaasd verbolgen verkouden verlamd verlegen verliefd verloofd vermist vermoeid verrast
    verslaafd verstrooid vertrouwd verveeld vervreemd verward verwend volgroeid volwassen
    """
)
"""What somebody is or becomes."""
OVERKOMT_IEMAND = _woorden(
    """
    aangereden gearresteerd gediscrimineerd gekozen gemist genoemd geopereerd gepest geplaagd
    geschorst geslagen gestolen misbruikt mishandeld ontslagen opgenomen overvallen uitgescholden
    vermoord verwijderd
    """
)
"""What happens to somebody, and who did it is not the point."""
DOET_IEMAND = _woorden(
    """
    beseft bezoekt geeft gelooft geraakt herhaalt ontdekt ontmoet vergeeft verwacht
    """
)
"""Somebody does it."""
NAAMWOORD = _woorden(
    """
    aangaan bed bedden bedrijven beeld beelden beest begeleiden beleid beloften beneden bent beperkt
    bericht berichten beroep berouw besluit besluiten best beurt bezit bezoek binnenkort bont bood
    bord doorgaan eraan erdoor erfgenamen ergernissen erna ernst ervan gebaar gebied gebieden
    geboden gebouw gebouwen gebrek gebruik gedachten gedicht gedichten geduld geest gegevens
    geheugen geld geluid geluiden gemeenten gerecht gerechten geschenken geslacht gesprekken gevaren
    gevecht gevechten gevolgen geweld gewicht gewoonten gezicht gezichten gezinnen herfst herkomst
    hert ingaan meegaan omgaan onderaan ondergaan ondergoed onderwijs onderzoek onderzoeken ontbijt
    opgaan overal overdag overgaan overlast overschot oververmoeid overwicht overzicht
    startgesprekken teruggaan toegaan uitgaan verband verbanden verblijf verdacht verdienst verdriet
    verhalen verkeerd verkeersbord verkracht verlaat verleden verlies verlof verplicht verraad
    verrot verschillen verslagen verstand vertrek verzet voorbeeld voorbeelden voorgesprekken
    voorraad weggaan
    """
)
"""Nouns."""
GEEN_DEELWOORD = ZO_IS_IEMAND | OVERKOMT_IEMAND | DOET_IEMAND | NAAMWOORD
"""Looks like a participle that hides who does it, and is none."""
