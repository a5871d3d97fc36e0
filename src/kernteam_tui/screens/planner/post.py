"""The invitations of several talks at once: the line for the phone of each, and one key for all files."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.gesprek_woorden import wanneer
from kernteam_tui.screens.planner.woorden import NAAM_BREED, NUMMER_BREED
from kernteam_tui.services.weekpost import Weekpost, lees_weekpost, schrijf_weekpost
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst


class WeekpostScreen(KernteamScreen):
    """`gesprekken`: ids with commas between."""

    NAAM = "weekpost"
    TITEL = "Uitnodigingen"
    UITLEG = (
        "De uitnodigingen van meer gesprekken tegelijk. s maakt alle bestanden die er nog niet zijn; het "
        "programma verstuurt niets. De regel onder een gesprek lees je voor of typ je over. Enter opent één "
        "gesprek, met voor wie elk bestand is."
    )
    CSS_PATH = stijl("planner")
    OPDRACHTEN = (
        Opdracht("schrijf", "s", "alle bestanden maken", "De bestanden maken die er nog niet zijn"),
        Opdracht("openen", "enter", "één gesprek", "De uitnodigingen van dit gesprek"),
    )
    AUTO_FOCUS = "#weekpost-lijst"

    def __init__(self, gesprekken: str) -> None:
        super().__init__(gesprekken=gesprekken)
        self._post: tuple[Weekpost, ...] = ()

    def inhoud(self) -> ComposeResult:
        yield Kopregel("Voor de telefoon: lees voor of typ over", id="weekpost-kop")
        yield Lijst[Weekpost](post_regels, "Geen gesprekken.", id="weekpost-lijst")
        yield Tekst(id="weekpost-uitleg")

    def laad(self) -> None:
        ids = tuple(str(self.argumenten["gesprekken"] or "").split(","))
        self.lees(lees_weekpost, tuple(id_ for id_ in ids if id_), bij_klaar=self._toon)

    def _toon(self, post: tuple[Weekpost, ...]) -> None:
        self._post = post
        self.query_one("#weekpost-lijst", Lijst).vul([(een.gesprek.id, een) for een in post])
        self.query_one("#weekpost-uitleg", Tekst).update(_stand(post))

    def action_schrijf(self) -> None:
        if not any(een.nog_schrijven for een in self._post):
            self.meld("Alle bestanden zijn al gemaakt.")
            return
        self.doe(
            schrijf_weekpost,
            tuple(een.gesprek.id for een in self._post),
            bij_klaar=lambda _: self.laad(),
            bij_fout=self._niet_alles,
        )

    def _niet_alles(self, fout: KernteamError) -> None:
        self.toon_fout(fout)
        self.laad()

    @on(Lijst.Gekozen)
    def action_openen(self) -> None:
        lijst: Lijst[Weekpost] = self.query_one("#weekpost-lijst", Lijst)
        if lijst.item is not None:
            self.open("uitnodigingen", gesprek_id=lijst.item.gesprek.id)


def post_regels(post: Weekpost, breed: int) -> tuple[Content, Content]:
    """Which talk and whether its files are there; below it the line for the phone."""
    gesprek = post.gesprek
    naam = Content(gesprek.jongere).truncate(NAAM_BREED, ellipsis=True, pad=True)
    staat, stijl_ = _bestanden(post)
    boven = Content.assemble(
        f"{gesprek.casus:{NUMMER_BREED}}",
        naam,
        f" {wanneer(gesprek.start, gesprek.minuten)}  ",
        (staat, stijl_),
    )
    return boven, Content.styled(f"  {post.uitnodigingen.telefoonregel}", ZACHT).truncate(
        breed, ellipsis=True
    )


def _bestanden(post: Weekpost) -> tuple[str, str]:
    aantal = len(post.uitnodigingen.bestanden)
    if not aantal:
        return "niemand om uit te nodigen", ZACHT
    if post.nog_schrijven:
        return "nog niet gemaakt", "$warning"
    return ("1 bestand staat klaar" if aantal == 1 else f"{aantal} bestanden staan klaar"), "$success"


def _stand(post: tuple[Weekpost, ...]) -> Content:
    nog = sum(een.nog_schrijven for een in post)
    if nog:
        return Content.assemble(("s ", "bold $primary"), f"maakt de bestanden van {nog} van de {len(post)}.")
    bestanden = [bestand for een in post for bestand in een.uitnodigingen.bestanden]
    if not bestanden:
        return Content("")
    waar = Content.assemble("Alles staat in de map ", (str(bestanden[0].pad.parent), "bold"), ". ")
    return waar + Content.styled("Versturen doe jij, met je eigen mail.", ZACHT)
