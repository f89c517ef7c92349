import numpy as np
import pytest
from news import OWN, WIRE, report

from twosource.grouping.features import days_of, features, story_features, unpack
from twosource.grouping.prints import take_print
from twosource.grouping.terms import read_codes
from twosource.records import Day, Report


def test_features_are_had_again_from_their_bytes() -> None:
    reports = [
        report("wire", WIRE, "Dam breaks", None, "2024-09-03"),
        Report(id="empty", text=""),
        report("own", OWN, "In Tessary"),
        Report(id="odd", text="“x” \ud800", published=Day(value="no day", how="given")),
    ]
    taken = unpack([features(one) for one in reports])
    for at, one in enumerate(reports):
        taken_print = take_print(one)
        assert taken.words[at] == len(taken_print.words.hashes)
        assert (taken.marks[taken.mark_ends[at] : taken.mark_ends[at + 1]] == taken_print.marks.marks).all()
        assert (taken.terms[taken.term_ends[at] : taken.term_ends[at + 1]] == read_codes(one)).all()
    assert days_of(taken)[0] == 739132
    assert np.isnan(days_of(taken)[1:]).all()


def test_features_are_small_and_the_same_for_the_same_report() -> None:
    assert features(report("wire", WIRE, "Dam breaks")) == features(report("wire", WIRE, "Dam breaks"))
    assert len(features(Report(id="long", text=" ".join(f"w{at}" for at in range(400))))) < 2_000
    wire = report("wire", WIRE, "Dam breaks")
    assert len(story_features([wire])[0]) < len(features(wire))


def test_no_features_are_none() -> None:
    assert len(unpack([]).days) == 0


@pytest.mark.parametrize("kept", [b"", b"no", b"x" * 17, b"\x02" + b"\0" * 15, features(report("a", WIRE, "Dam"))[:60]])
def test_other_bytes_are_refused(kept: bytes) -> None:
    with pytest.raises(ValueError, match="no features"):
        unpack([kept])
