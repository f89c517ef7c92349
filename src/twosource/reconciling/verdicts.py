"""In: a claim's readings and origins. Out: its verdict with reasons, and the bounds of what is still open."""

import itertools
import math
from collections import Counter
from collections.abc import Sequence

import msgspec

from twosource.reconciling.cues import withdrawn
from twosource.reconciling.origins import Counted
from twosource.reconciling.readings import Reading
from twosource.reconciling.thinness import only_by_wording
from twosource.reconciling.units import NO_RATES, Rates
from twosource.reconciling.voices import Board, State, lay_out, moved, running, settle
from twosource.records import Agree, Conflict, Denied, Reason, Single, Updated, Verdict

#: More pairs that contradict each other tell a reader nothing new.
_ENOUGH = 12


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict, the bounds of what is open in `unit` (None where open-ended), ids of readings left behind."""

    verdict: Verdict
    low: float | None
    high: float | None
    unit: str
    superseded: tuple[str, ...] = ()


def common_unit(readings: Sequence[Reading]) -> str:
    """The unit most readings of a claim use, conversions in brackets counted last."""
    count = Counter[str]()
    for reading in readings:
        count[reading.figure.unit] += 1 if reading.figure.relation == "conversion" else 100
    return min(count, key=lambda unit: (-count[unit], unit))


def judge(readings: Sequence[Reading], counted: Counted, rates: Rates = NO_RATES) -> Judgement:
    """The first of conflict, denied, updated, agree and single that fits the readings."""
    board = lay_out(readings, counted, common_unit(readings), rates)
    state = settle(board)
    verdict = _conflict(board, state) or _denied(board, state) or _updated(board, state) or _agree(board, state)
    low, high = _spread(board, state) if isinstance(verdict, Conflict | Denied) else _open(board, state)
    return Judgement(
        verdict=verdict,
        low=low if math.isfinite(low) else None,
        high=high if math.isfinite(high) else None,
        unit=board.unit,
        superseded=tuple(reading.figure.id for reading in state.superseded),
    )


def contradicted(readings: Sequence[Reading], counted: Counted, rates: Rates = NO_RATES) -> frozenset[str]:
    """Ids of readings that bring no origin: denied ones, and doubted ones which asserted readings contradict."""
    board = lay_out(readings, counted, common_unit(readings), rates)
    asserted = [r for r in readings if r.figure.stance == "asserted"]
    doubted = [r for r in readings if r.figure.stance == "doubted"]
    exact = [r for r in asserted if math.isfinite(board.at(r).low) and math.isfinite(board.at(r).high)]
    firm = exact or asserted  # "more than 40" does not bear out 200 where others count 60
    against = [r for r in doubted if asserted and not any(_bears_out(board, other, r) for other in firm)]
    unheard = {(r.source, board.voice[r.figure.id]) for r in against}  # "60", and the same voice's "up to 60"
    denied = {r.figure.id for r in readings if r.figure.stance == "denied"}
    return frozenset(denied | {r.figure.id for r in doubted if (r.source, board.voice[r.figure.id]) in unheard})


def _bears_out(board: Board, firm: Reading, doubted: Reading) -> bool:
    """Whether a number bears out a doubted one: both meet, and "as many as 20,000" is not told of some 8,000."""
    if not board.meets(doubted, firm):
        return False
    most = board.at(doubted)
    return math.isfinite(most.low) or board.at(firm).high >= _HALF * most.high


#: A limit is borne out by a count that comes to so much of it.
_HALF = 0.5


def _says(reading: Reading) -> str:
    """Who said which number, as part of a sentence."""
    chain, report = reading.figure.chain, reading.figure.span.report
    if chain:
        return f"{chain[-1].name} said “{reading.figure.span.words}” (in {report})"
    return f"“{reading.figure.span.words}” is given without a source (in {report})"


def _reason(rule: str, detail: str, *readings: Reading) -> Reason:
    return Reason(rule=rule, detail=detail, spans=tuple(reading.figure.span for reading in readings))


def _conflict(board: Board, state: State) -> Conflict | None:
    standing = state.standing
    sourced = [reading for reading in standing if board.sourced(reading)]
    heard = {
        voice: [r for r in readings if not r.none and not _mere_voice(board, r, sourced)]
        for voice, readings in sorted(state.live.items())
    }
    heard = {voice: readings for voice, readings in heard.items() if readings}
    if _all_meet(board, [reading for readings in heard.values() for reading in readings]):
        return None
    reasons = []
    for voice, other in itertools.combinations(heard, 2):
        pair = _clash(board, heard[voice], heard[other])
        if pair:
            detail = f"{_says(pair[0])}; {_says(pair[1])}: no one number satisfies both"
            reasons.append(_reason("no-common-number", detail, *pair))
        if len(reasons) == _ENOUGH:
            break
    return Conflict(reasons=tuple(reasons)) if reasons else None


def _all_meet(board: Board, readings: Sequence[Reading]) -> bool:
    """Whether one number satisfies all, so that no pair has to be looked at; stated ranges are always looked at."""
    if any(reading.stated_range for reading in readings):
        return False
    ends = [board.at(reading) for reading in readings]
    return max((b.wide_low for b in ends), default=0.0) <= min((b.wide_high for b in ends), default=0.0)


def _clash(board: Board, one: Sequence[Reading], other: Sequence[Reading]) -> tuple[Reading, Reading] | None:
    for left in one:
        for right in other:
            if not board.meets(left, right):
                return left, right
    return None


def _mere_voice(board: Board, reading: Reading, sourced: Sequence[Reading]) -> bool:
    """Whether it has no source and a sourced reading meets it: then it is no voice of its own."""
    return not board.sourced(reading) and any(board.meets(reading, other) for other in sourced)


def _denied(board: Board, state: State) -> Denied | None:
    numbers = [r for r in (*state.standing, *state.doubted, *state.superseded) if not r.none]
    nones = [r for r in state.standing if r.none]
    reasons = [
        _reason("none-against-number", f"{_says(none)}, while {_says(numbers[0])}", none, numbers[0])
        for none in nones
        if numbers and not any(board.at(r).low == -math.inf and board.at(r).high == 0 for r in numbers)
    ]
    for denial in state.denials:
        met = [r for r in numbers if board.meets(denial, r)]
        if met or not numbers:
            against = f", though {_says(met[0])}" if met else ""
            reasons.append(_reason("denied", f"{_denies(denial)}{against}", denial, *met[:1]))
    return Denied(reasons=tuple(reasons)) if reasons else None


def _updated(board: Board, state: State) -> Updated | None:
    standing = state.standing
    reasons = []
    for old in state.superseded:
        later = [new for new in standing if not board.meets(old, new) or _goes_on(board, old, new)]
        if later:
            reasons.append(_left_behind(old, later[-1]))
    return Updated(reasons=tuple(reasons)) if reasons else None


def _left_behind(old: Reading, new: Reading) -> Reason:
    """Why an older number no longer stands: corrected, taken back, told as past, or followed by a later one."""
    if old.figure.corrected:
        return _reason("corrected", f"{_says(old)}, since corrected; {_says(new)}", old, new)
    if withdrawn(old.figure.sentence, old.figure.span):
        return _reason("withdrawn", f"{_says(old)}, since taken back; {_says(new)}", old, new)
    if old.past:
        return _reason("told-as-past", f"{_says(old)}, told as what was so before; {_says(new)}", old, new)
    return _reason("later-supersedes", f"{_says(old)}; later {_says(new)}, which now stands", old, new)


def _denies(denial: Reading) -> str:
    chain, report = denial.figure.chain, denial.figure.span.report
    if chain:
        return f"{chain[-1].name} denied “{denial.figure.span.words}” (in {report})"
    return f"“{denial.figure.span.words}” is taken back or disputed (in {report})"


def _goes_on(board: Board, old: Reading, new: Reading) -> bool:
    return (running(old) or old.past) and not board.equal(old, new) and (old.past or moved(board, old, new))


def _agree(board: Board, state: State) -> Agree | Single:
    standing = state.standing
    friends = [r for r in state.doubted if any(board.meets(r, other) for other in standing)]
    reports = {reading.source for reading in (*standing, *friends, *state.superseded)}
    if len(reports) > 1:
        spans = (*standing, *friends)
        told = dict.fromkeys(_says(reading) for reading in spans)
        detail = f"one number satisfies all: {'; '.join(told)}"
        thin = only_by_wording([reading.figure for reading in spans])
        whole = _reason("one-number-satisfies-all", detail, *spans)
        return Agree(reasons=(whole,) if thin is None else (whole, thin))
    if not standing:
        return Single(reasons=(Reason(rule="nothing-stands", detail="no reading stands"),))
    detail = f"only one report gives a number: {_says(standing[0])}"
    return Single(reasons=(_reason("one-report", detail, *standing),))


def _open(board: Board, state: State) -> tuple[float, float]:
    """What all standing readings leave open: of their bare bounds where these meet, else of the widened ones."""
    standing = [board.at(reading) for reading in state.standing]
    if not standing:
        everything = [board.at(reading) for reading in board.readings]
        return min(b.low for b in everything), max(b.high for b in everything)
    own = [board.at(reading) for reading in state.standing if reading.figure.unit == board.unit]
    for bare in (standing, own):  # conversions meet only within their rounding: then the claim's own unit is exact
        low, high = max((b.low for b in bare), default=1.0), min((b.high for b in bare), default=0.0)
        if low <= high and all(b.wide_low <= high and low <= b.wide_high for b in standing):
            return low, high
    low, high = max(b.wide_low for b in standing), min(b.wide_high for b in standing)
    return (low, high) if low <= high else (high, low)


def _spread(board: Board, state: State) -> tuple[float, float]:
    """From the lowest to the highest end of each voice's latest readings; a voice's own that agree are intersected."""
    lows, highs = [], []
    sourced = [reading for reading in state.standing if board.sourced(reading)]
    for readings in state.live.values():
        ends = [board.at(reading) for reading in readings if not _mere_voice(board, reading, sourced)]
        if not ends:
            continue
        low, high = max(b.low for b in ends), min(b.high for b in ends)
        lows.append(min(low, high))
        highs.append(max(low, high))
    for reading in state.doubted if not lows else ():
        lows.append(board.at(reading).low)
        highs.append(board.at(reading).high)
    if not lows:
        lows = [board.at(reading).low for reading in state.denials]
        highs = [board.at(reading).high for reading in state.denials]
    return min(lows), max(highs)
