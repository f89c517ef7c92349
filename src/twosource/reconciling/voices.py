"""In: a claim's readings and their origins. Out: voices: what each origin says now, and what it has left behind."""

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from twosource.reconciling.cues import counted_earlier, said_before
from twosource.reconciling.origins import Counted
from twosource.reconciling.pairs import RUNNING, SETTLED
from twosource.reconciling.readings import Bounds, Reading, as_worded, bounds
from twosource.reconciling.units import NO_RATES, Rates, family
from twosource.text.bodies import individual

Voice = tuple[str, ...]
_TIGHT = 0.005


class Board(msgspec.Struct, frozen=True, kw_only=True):
    """A claim laid out for judging: bounds by figure id, the voice of each reading, in a common unit."""

    readings: tuple[Reading, ...]
    bounds: Mapping[str, Bounds]
    voice: Mapping[str, tuple[Voice, ...]]
    unit: str

    def at(self, reading: Reading) -> Bounds:
        """The reading's bounds in the claim's unit."""
        return self.bounds[reading.figure.id]

    def meets(self, one: Reading, other: Reading) -> bool:
        """Whether one number satisfies both; of two stated ranges both ends have to agree."""
        left, right = self.at(one), self.at(other)
        if one.figure.unit != other.figure.unit and as_worded(one) == as_worded(other):
            return True  # "6,000 pounds", once taken for one country's and once for another's
        if one.stated_range and other.stated_range:
            return _close(left.low, right.low, one, other) and _close(left.high, right.high, one, other)
        return left.meets(right)

    def alike(self, one: Reading, other: Reading) -> bool:
        """Whether both give the same bare bounds."""
        left, right = self.at(one), self.at(other)
        return (left.low, left.high) == (right.low, right.high)

    def equal(self, one: Reading, other: Reading) -> bool:
        """Whether both give the same bare bounds, or one is a rounding of the other."""
        left, right = self.at(one), self.at(other)
        if (left.low, left.high) == (right.low, right.high):
            return True
        points = [low if math.isfinite(low) else high for low, high in ((left.low, left.high), (right.low, right.high))]
        if self._counted_on(one, other) and points[0] != points[1]:
            return False
        close = abs(points[0] - points[1]) <= 0.02 * max(map(abs, points))
        return close and left.meets(right)

    def _counted_on(self, one: Reading, other: Reading) -> bool:
        """Whether both are exact or least counts of what goes on growing, of different days."""
        exact = not one.figure.about and not other.figure.about and one.figure.unit == other.figure.unit
        return exact and running(one) and running(other) and one.moment != other.moment

    def sourced(self, reading: Reading) -> bool:
        """Whether a known origin says it."""
        return self.voice[reading.figure.id][0][0] == "origin"


def _close(one: float, other: float, left: Reading, right: Reading) -> bool:
    if one == other:  # ends that are open in a unit of no known rate
        return True
    room = 0.1 if left.figure.about or right.figure.about else _TIGHT
    return abs(one - other) <= room * max(abs(one), abs(other))


def lay_out(readings: Sequence[Reading], counted: Counted, unit: str, rates: Rates = NO_RATES) -> Board:
    """The board of a claim. A reading without a known origin is the voice of its report."""
    voice: dict[str, tuple[Voice, ...]] = {}
    for reading in readings:
        numbers = counted.of.get(reading.figure.id, ())
        voice[reading.figure.id] = tuple(("origin", str(number)) for number in numbers) or (("report", reading.source),)
    return Board(
        readings=tuple(readings),
        bounds={reading.figure.id: bounds(reading, unit, rates) for reading in readings},
        voice=voice,
        unit=unit,
    )


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What stands now and what does not: live readings of each voice, superseded ones, doubted, denials."""

    live: Mapping[Voice, tuple[Reading, ...]]
    superseded: tuple[Reading, ...]
    doubted: tuple[Reading, ...]
    denials: tuple[Reading, ...]

    @property
    def standing(self) -> tuple[Reading, ...]:
        """All live readings, each once, in the order of the text."""
        unique = {reading.figure.id: reading for readings in self.live.values() for reading in readings}
        return tuple(sorted(unique.values(), key=lambda reading: reading.key))


def settle(board: Board) -> State:
    """Find each voice's latest readings; what is withdrawn, corrected or superseded stands no more."""
    denied = [reading for reading in board.readings if reading.figure.stance == "denied"]
    asserted = [reading for reading in board.readings if reading.figure.stance == "asserted"]
    doubted = [reading for reading in board.readings if reading.figure.stance == "doubted"]
    if not asserted:
        asserted, doubted = doubted, []
    withdrawn = [reading for reading in denied if _is_correction(reading, asserted, board)]
    gone = {
        reading.figure.id
        for reading in asserted
        if reading.figure.corrected or any(_takes_back(note, reading, board) for note in withdrawn)
    }
    gone |= _told_past(board, asserted)
    if len(gone) == len(asserted):  # what is left behind by all stands for want of anything later
        gone = set()
    current = [reading for reading in asserted if reading.figure.id not in gone]
    live = _latest(board, current)
    live = _moved_on(board, _left_with(board, _unsourced(board, live, asserted), asserted), gone)
    live = _unsourced(board, live, asserted) or live
    kept = {reading.figure.id for readings in live.values() for reading in readings}
    return State(
        live=live,
        superseded=tuple(reading for reading in asserted if reading.figure.id not in kept),
        doubted=tuple(doubted),
        denials=tuple(reading for reading in denied if reading not in withdrawn),
    )


def _voices(board: Board, reading: Reading) -> set[Voice]:
    return set(board.voice[reading.figure.id])


def _is_correction(denied: Reading, asserted: Sequence[Reading], board: Board) -> bool:
    """Whether a denial withdraws rather than disputes: by a notice, or by the one who had said the number."""
    if denied.figure.corrected or not denied.figure.chain:
        return any(not board.equal(denied, reading) for reading in asserted)
    own = [reading for reading in asserted if _voices(board, reading) & _voices(board, denied)]
    return any(not board.meets(denied, reading) and not reading.none for reading in own)


def _takes_back(note: Reading, reading: Reading, board: Board) -> bool:
    """Whether a correction is of this very reading: the same number, from the same mouth or in the same text."""
    if not board.equal(note, reading):
        return False
    if _voices(board, note) & _voices(board, reading):
        return True
    before = reading.moment is None or note.published is None or reading.moment < note.published
    return not note.figure.chain and (note.source == reading.source or (before and _replaced(board, note)))


def _replaced(board: Board, note: Reading) -> bool:
    """Whether the sentence that takes a number back gives another in its place ("0.9 billion, not 1.6 billion")."""
    return any(
        r.figure.sentence == note.figure.sentence and r.figure.stance == "asserted" and not board.alike(r, note)
        for r in board.readings
    )


def _told_past(board: Board, asserted: Sequence[Reading]) -> set[str]:
    """Readings that the text tells as a state that has passed, and the same number from the same voice before."""
    past = [reading for reading in asserted if reading.past or _said_at_first(board, reading, asserted)]
    past = [reading for reading in past if not _stands_by(board, reading, past, asserted)]
    past = [reading for reading in past if _has_moved_on(board, reading, asserted)]
    if len(past) == len(asserted):
        return set()
    gone = {reading.figure.id for reading in past}
    for told in past:
        rivals = [r for r in asserted if r not in past and r.source == told.source and not board.alike(r, told)]
        if not rivals:
            continue
        for reading in asserted:
            before = reading.moment is None or told.published is None or reading.moment < told.published
            one_mouth = _voices(board, reading) & _voices(board, told) or not board.sourced(told)
            if before and one_mouth and board.equal(reading, told) and reading.source != told.source:
                gone.add(reading.figure.id)
    return gone


def _has_moved_on(board: Board, told: Reading, asserted: Sequence[Reading]) -> bool:
    """Whether what is told as past has given way to something: another number, no older than the text that tells it."""
    day = told.published
    return any(
        not board.alike(told, r)
        and (r.source == told.source or day is None or r.published is None or r.published >= day)
        for r in asserted
    )


def _stands_by(board: Board, told: Reading, past: Sequence[Reading], asserted: Sequence[Reading]) -> bool:
    """Whether another calls it an earlier count of a voice that is nowhere told to have changed its mind."""
    if not board.sourced(told) or not counted_earlier(told.figure.sentence, told.figure.span):
        return False
    own = _voices(board, told)
    others = [r for r in asserted if r.source == told.source and not board.alike(r, told)]
    if not others or any(own & _voices(board, r) for r in others):
        return False
    return not any(
        own & _voices(board, r)
        and (not board.equal(r, told) or (r in past and not counted_earlier(r.figure.sentence, r.figure.span)))
        for r in asserted
        if r is not told
    )


def _said_at_first(board: Board, reading: Reading, asserted: Sequence[Reading]) -> bool:
    """Whether a sentence tells what its own voice had said before ("had rounded to 340,000"), and what it says now."""
    if not said_before(reading.figure.sentence, reading.figure.span):
        return False
    return any(
        r.figure.sentence == reading.figure.sentence
        and r.figure.span.start > reading.figure.span.end
        and _voices(board, r) & _voices(board, reading)
        and not said_before(r.figure.sentence, r.figure.span)
        and not board.alike(r, reading)
        for r in asserted
    )


def _latest(board: Board, readings: Sequence[Reading]) -> dict[Voice, tuple[Reading, ...]]:
    by_voice: dict[Voice, list[Reading]] = {}
    for reading in readings:
        for voice in board.voice[reading.figure.id]:
            by_voice.setdefault(voice, []).append(reading)
    return {voice: _last_of(board, by_voice[voice]) for voice in sorted(by_voice)}


def _last_of(board: Board, readings: list[Reading]) -> tuple[Reading, ...]:
    """The readings of one voice that stand: those of its last day, and of earlier days those that still agree."""
    known = [reading.moment for reading in readings if reading.moment is not None]
    last = max(known, default=None)
    newest = [reading for reading in readings if last is None or reading.moment == last]
    if any(not board.meets(one, other) for one in newest for other in newest):
        fresh = [r for r in newest if not said_before(r.figure.sentence, r.figure.span)] or newest
        first = min(fresh, key=lambda r: (-(r.published or 0), r.copied, r.figure.span.report, -r.figure.span.start))
        newest = [reading for reading in newest if board.meets(reading, first)]
    anchor = newest[0]
    for reading in readings:
        older = reading not in newest and all(board.equal(reading, other) for other in newest)
        unknown = reading.moment is None and board.meets(reading, anchor)
        if older or unknown or (reading not in newest and _restates(board, reading, newest)):
            newest.append(reading)
    unique = {reading.figure.id: reading for reading in newest}
    return tuple(sorted(unique.values(), key=lambda reading: reading.key))


def _restates(board: Board, reading: Reading, newest: Sequence[Reading]) -> bool:
    """Whether an earlier reading is looser wording of the latest and no count that moved on."""
    if not all(board.meets(reading, other) for other in newest):
        return False
    return reading.figure.measure not in RUNNING or not all(moved(board, reading, other) for other in newest)


def moved(board: Board, earlier: Reading, later: Reading) -> bool:
    """Whether a running toll went on from one reading to a later one, even where one number would satisfy both."""
    left, right = board.at(earlier), board.at(later)
    if earlier.figure.about or later.figure.about or earlier.moment == later.moment:
        return False
    return left.low != right.low and math.isfinite(left.low) and math.isfinite(right.low)


def _unsourced(
    board: Board, live: dict[Voice, tuple[Reading, ...]], asserted: Sequence[Reading]
) -> dict[Voice, tuple[Reading, ...]]:
    """Leave out readings without a source that only repeat what a source has left behind."""
    sourced = [r for voice, readings in live.items() if voice[0] == "origin" for r in readings]
    kept = {reading.figure.id for readings in live.values() for reading in readings}
    behind = [r for r in asserted if r.figure.id not in kept]
    newest = max((r.moment for r in sourced if r.moment is not None), default=None)
    result = {}
    for voice, readings in live.items():
        if voice[0] == "origin":
            result[voice] = readings
            continue
        stay = tuple(
            r
            for r in readings
            if any(board.meets(r, other) for other in sourced)
            or not (any(board.equal(r, old) for old in behind) or any(_since(r, other) for other in sourced))
            or (r.moment is not None and newest is not None and r.moment >= newest)
        )
        if stay:
            result[voice] = stay
    return result


def _since(reading: Reading, other: Reading) -> bool:
    """Whether another reading is of a later day, and the two do not speak of one period."""
    if reading.moment is None or other.moment is None or (reading.period and reading.period == other.period):
        return False
    return other.moment > reading.moment


def _left_with(
    board: Board, live: dict[Voice, tuple[Reading, ...]], asserted: Sequence[Reading]
) -> dict[Voice, tuple[Reading, ...]]:
    """Leave out what one voice said while another said the same, where that other has given a later number since."""
    kept = {reading.figure.id for readings in live.values() for reading in readings}
    left: dict[object, tuple[Reading, Reading]] = {}
    for old in asserted:
        if old.figure.id in kept:
            continue
        for voice in board.voice[old.figure.id]:
            for new in live.get(voice, ()):
                key = voice, board.at(old), board.at(new), new.moment
                if key not in left and not board.meets(old, new):
                    left[key] = old, new
    result = {}
    for voice, readings in live.items():
        others = [pair for pair in left.values() if voice not in board.voice[pair[1].figure.id]]
        stay = tuple(r for r in readings if not any(_passed_on(board, r, old, new) for old, new in others))
        if stay:
            result[voice] = stay
    return result or live


def _passed_on(board: Board, reading: Reading, old: Reading, new: Reading) -> bool:
    """Whether a reading gives the very number that another voice has left behind, and gave it before that."""
    if reading.moment is None or new.moment is None or reading.moment >= new.moment:
        return False
    return board.equal(reading, old) and not board.meets(reading, new)


def _moved_on(
    board: Board, live: dict[Voice, tuple[Reading, ...]], taken_back: AbstractSet[str]
) -> dict[Voice, tuple[Reading, ...]]:
    """Leave out voices whose count another voice's later, higher one has overtaken, where they did not stand by it.

    `taken_back` are ids of readings that were withdrawn or told as past: these were never rival counts.
    """
    reaches = {voice: _reach(board, readings) for voice, readings in live.items()}
    dwindles = all(reading.figure.measure in _DWINDLING for readings in live.values() for reading in readings)
    gone: set[Voice] = set()
    for voice, reach in reaches.items():
        if reach is None:
            continue
        later = (other for other, far in reaches.items() if far and _goes_further(reach, far, dwindles=dwindles))
        if any(_overtaken(board, live[voice], live[other], dwindles=dwindles) for other in later):
            rival = not dwindles and _rival_then(board, live[voice], reach.last, taken_back)
            gone |= set() if rival else {voice}
    return {voice: readings for voice, readings in live.items() if voice not in gone}


class _Reach(msgspec.Struct, frozen=True):
    """From when to when a voice's readings are true, and between which bare bounds they lie."""

    first: int
    last: int
    lowest: float
    highest: float


def _reach(board: Board, readings: Sequence[Reading]) -> _Reach | None:
    """The reach of a voice, None where a reading has no day or says that there was none."""
    days = [reading.moment for reading in readings if reading.moment is not None]
    if len(days) < len(readings) or any(reading.none for reading in readings):
        return None
    ends = [board.at(reading) for reading in readings]
    return _Reach(min(days), max(days), min(end.low for end in ends), max(end.high for end in ends))


def _goes_further(before: _Reach, after: _Reach, *, dwindles: bool) -> bool:
    """Whether what one voice says is all later than what another says, and all higher, or lower where it dwindles."""
    if after.first <= before.last:
        return False
    return after.highest < before.lowest if dwindles else after.lowest > before.highest


def _overtaken(board: Board, old: Sequence[Reading], new: Sequence[Reading], *, dwindles: bool) -> bool:
    """Whether later, higher readings, or lower where it dwindles, have gone on from earlier ones of another voice."""
    grows = all(_grows(r) for r in (*old, *new)) or _each_of_its_day(old, new) or _goes_on(old, new)
    if not dwindles and not grows:
        return False
    if any(map(_on_the_spot, new)) and not any(map(_on_the_spot, old)):
        return False
    here = {reading.source for reading in new}
    if any(o.source in here and not said_before(o.figure.sentence, o.figure.span) for o in old):
        return False  # a report that sets both side by side calls neither of them the older
    return not any(board.meets(o, n) for o in old for n in new)


def _on_the_spot(reading: Reading) -> bool:
    """Whether one unnamed person says it, who counts beside a body and takes no body's count further."""
    end = reading.figure.chain[-1] if reading.figure.chain else None
    return end is not None and end.kind == "unnamed" and not end.plural and individual(end.name)


def _each_of_its_day(old: Sequence[Reading], new: Sequence[Reading]) -> bool:
    """Whether the text gives a day to each count of people or things, so that it tells how far it had come by then."""
    readings = (*old, *new)
    counts = all(family(reading.figure.unit) == "count" for reading in readings)
    return counts and all(reading.period is not None and reading.figure.measure not in SETTLED for reading in readings)


def _goes_on(old: Sequence[Reading], new: Sequence[Reading]) -> bool:
    """Whether both tell for how many days something has been going on, the later as many more as days have passed."""
    spans = [(r.figure, r.moment) for r in (*old, *new)]
    if any(figure.unit != "day" or figure.low is None or moment is None for figure, moment in spans):
        return False
    begun = [moment - figure.low for figure, moment in spans if moment is not None and figure.low is not None]
    return max(begun) - min(begun) <= _A_DAY_OR_TWO


#: Reports of one day may reckon a running span by the day of the news or by the day after.
_A_DAY_OR_TWO = 2


def _rival_then(board: Board, old: Sequence[Reading], last: int, taken_back: AbstractSet[str]) -> bool:
    """Whether another voice had a higher count at that very time: then rivals were counting from the start."""
    own = {voice for reading in old for voice in board.voice[reading.figure.id]}
    highest = max(board.at(reading).wide_high for reading in old)
    return any(
        board.at(r).low > highest
        and r.moment is not None
        and r.moment <= last
        and r.figure.stance == "asserted"
        and r.figure.id not in taken_back
        and board.sourced(r)
        and own.isdisjoint(board.voice[r.figure.id])
        for r in board.readings
    )


_GROWING = frozenset(
    str.split(
        "destroyed burned burnt recalled reaction case contained damaged sickened confirmed treated tested vaccinated"
        " repatriated distributed delivered collected identified registered"
    )
)
#: What is found out once all is over: another body's higher count is its own.
_FOUND_AFTERWARDS = frozenset(str.split("destroyed damaged ruined"))
#: Of these all are found in the end: a later, lower count has gone on.
_DWINDLING = frozenset(str.split("missing trapped"))


def _grows(reading: Reading) -> bool:
    """Whether a later, higher count of the measure is one that has gone on, whoever counts."""
    if reading.figure.measure in _FOUND_AFTERWARDS:
        return False
    return (running(reading) or reading.beside_toll) and reading.figure.measure not in SETTLED


def running(reading: Reading) -> bool:
    """Whether the measure is one that goes on growing while an affair lasts, by its words."""
    words = {*reading.figure.measure.casefold().split(), reading.figure.noun or "", reading.figure.verb or ""}
    return reading.figure.measure in RUNNING or bool(words & _GROWING)
