"""A fair answer made better by moving a few pieces at a time: a good start makes the proof short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kernteam_tui.domain.planning.puzzel import Bord, Gekozen, Oplossing, Puzzel, Zet

MEESTE_DIEPTE = 4
"""So many pieces may have to move on to make room for one."""


WERK_MEER, MEESTE_WERK = 1_500, 30_000
"""How many places are looked at for each piece that is left out, and in all; some 10 µs each."""
WERK_GOEDKOPER = 15
"""How many are looked at for each piece to make it cheaper: the solver is better at that."""


def verbeter(puzzel: Puzzel, begin: Oplossing) -> Oplossing:
    """An answer at least as good as `begin`, with a work that grows with the number of pieces and stops."""
    schuiver = _Schuiver(puzzel, begin)
    schuiver.place_more(min(WERK_MEER * begin.count(None), MEESTE_WERK))
    schuiver.make_cheaper(WERK_GOEDKOPER * len(begin))
    return min(schuiver.antwoord(), begin, key=puzzel.waarde)


def like(puzzel: Puzzel, voorkeur: Sequence[Sequence[float]]) -> Oplossing:
    """An answer near one that does not keep the rules: `voorkeur` gives for each place of each piece how much
    of it that one takes. Whoever is most certain goes first; then pieces are moved."""
    bord = Bord(puzzel)
    antwoord: list[Gekozen | None] = [None] * len(voorkeur)
    for nummer in sorted(range(len(voorkeur)), key=lambda n: (-max(voorkeur[n], default=0), n)):
        zetten, mate = puzzel.stukken[nummer].zetten, voorkeur[nummer]
        for z in sorted(range(len(zetten)), key=lambda z: (-mate[z], zetten[z].kosten, z)):
            middelen = bord.past(zetten[z])
            if middelen is not None:
                bord.zet(zetten[z], middelen)
                antwoord[nummer] = Gekozen(z, middelen)
                break
    return verbeter(puzzel, tuple(antwoord))


class _Schuiver:
    def __init__(self, puzzel: Puzzel, begin: Oplossing) -> None:
        self._puzzel = puzzel
        self._werk = 0
        self._plekken: list[Gekozen | None] = list(begin)
        self._bezet: dict[int, dict[int, Zet]] = {}
        self._volgorde = [
            sorted(range(len(stuk.zetten)), key=lambda z: (stuk.zetten[z].kosten, z))
            for stuk in puzzel.stukken
        ]
        for nummer, gekozen in enumerate(begin):
            if gekozen is not None:
                self._put(nummer, gekozen)

    def antwoord(self) -> Oplossing:
        """Where everything is now."""
        return tuple(self._plekken)

    def place_more(self, werk: int) -> None:
        """Give each piece that is left out a place, moving others on where that helps."""
        self._werk = werk
        stukken = self._puzzel.stukken
        weg = [n for n, gekozen in enumerate(self._plekken) if gekozen is None]
        for diepte in range(1, MEESTE_DIEPTE + 1):
            for nummer in sorted(weg, key=lambda n: (not stukken[n].spoed, stukken[n].uiterlijk, n)):
                if self._plekken[nummer] is None:
                    self._make_room(nummer, diepte, frozenset({nummer}))

    def make_cheaper(self, werk: int) -> None:
        """Move pieces to cheaper places, with at most one other that moves on, until nothing gains."""
        self._werk = werk
        gelukt = 1
        while gelukt and self._werk > 0:
            gelukt = sum(self._cheaper(nummer) for nummer in range(len(self._plekken)))

    def _make_room(self, nummer: int, diepte: int, vast: frozenset[int]) -> bool:
        """Place this piece; those in `vast` stay where they are."""
        duwen: list[tuple[Gekozen, int]] = []
        for gekozen, anderen in self._ways(nummer, self._volgorde[nummer]):
            if not anderen:
                self._put(nummer, gekozen)
                return True
            if len(anderen) == 1 and not anderen & vast:
                duwen.append((gekozen, next(iter(anderen))))
        if diepte > 0:
            for gekozen, ander in duwen:
                if self._push(nummer, gekozen, ander, diepte, vast):
                    return True
        return False

    def _push(self, nummer: int, gekozen: Gekozen, ander: int, diepte: int, vast: frozenset[int]) -> bool:
        oud = self._take_away(ander)
        self._put(nummer, gekozen)
        if self._make_room(ander, diepte - 1, vast | {ander}):
            return True
        self._take_away(nummer)
        self._put(ander, oud)
        return False

    def _cheaper(self, nummer: int) -> bool:
        nu = self._plekken[nummer]
        if nu is None:
            return False
        zetten = self._puzzel.stukken[nummer].zetten
        kosten = zetten[nu.zet].kosten
        goedkoper = [z for z in self._volgorde[nummer] if zetten[z].kosten < kosten]
        self._take_away(nummer)
        for gekozen, anderen in self._ways(nummer, goedkoper):
            if not anderen:
                self._put(nummer, gekozen)
                return True
            winst = kosten - zetten[gekozen.zet].kosten
            if len(anderen) == 1 and self._swap(nummer, gekozen, next(iter(anderen)), winst):
                return True
        self._put(nummer, nu)
        return False

    def _swap(self, nummer: int, gekozen: Gekozen, ander: int, winst: int) -> bool:
        """Take the place of another piece, if that finds one which costs less than this gains."""
        oud = self._take_away(ander)
        zetten = self._puzzel.stukken[ander].zetten
        grens = zetten[oud.zet].kosten + winst
        self._put(nummer, gekozen)
        mogelijk = [z for z in self._volgorde[ander] if zetten[z].kosten < grens]
        for nieuw, anderen in self._ways(ander, mogelijk):
            if not anderen:
                self._put(ander, nieuw)
                return True
        self._take_away(nummer)
        self._put(ander, oud)
        return False

    def _ways(self, nummer: int, zetten: Sequence[int]) -> Iterator[tuple[Gekozen, set[int]]]:
        """Each place with the pieces that stand in the way of it, as few as can be."""
        for z in zetten:
            self._werk -= 1
            if self._werk < 0:
                return
            zet = self._puzzel.stukken[nummer].zetten[z]
            middelen, anderen = set(zet.nodig), set[int]()
            for middel in zet.nodig:
                anderen |= self._in_the_way(zet, middel)
            for groep in zet.een_van:
                if not middelen.intersection(groep):
                    wie, kies = min(
                        ((self._in_the_way(zet, middel), middel) for middel in groep),
                        key=lambda paar: (len(paar[0] - anderen), paar[1]),
                    )
                    middelen.add(kies)
                    anderen |= wie
            yield Gekozen(z, tuple(sorted(middelen))), anderen

    def _in_the_way(self, zet: Zet, middel: int) -> set[int]:
        """Whose place has to go so that this means is free; all of them, also where fewer would do."""
        bezet = self._bezet.get(middel, {})
        if not bezet:
            return set()
        botst = {nummer for nummer, ander in bezet.items() if self._puzzel.botst(zet, ander)}
        aantal = self._puzzel.aantal[middel]
        if aantal == 1 or len(botst) < aantal:
            return botst if aantal == 1 else set()
        samen = [bezet[nummer] for nummer in botst]
        momenten = {max(zet.van, ander.van) for ander in samen}
        vol = any(sum(ander.van <= nu < ander.tot for ander in samen) >= aantal for nu in momenten)
        return {min(botst)} if vol and len(botst) == aantal else botst if vol else set()

    def _put(self, nummer: int, gekozen: Gekozen) -> None:
        self._plekken[nummer] = gekozen
        zet = self._puzzel.stukken[nummer].zetten[gekozen.zet]
        for middel in gekozen.middelen:
            self._bezet.setdefault(middel, {})[nummer] = zet

    def _take_away(self, nummer: int) -> Gekozen:
        gekozen = self._plekken[nummer]
        if gekozen is None:
            raise ValueError("a piece without a place cannot be taken away")
        self._plekken[nummer] = None
        for middel in gekozen.middelen:
            del self._bezet[middel][nummer]
        return gekozen
