from hypothesis import given
from hypothesis import strategies as st

from twosource.dossier.marks import Piece, pieces
from twosource.records import Figure, Mentions, Quote, Report, Time


def _read(piece: Piece) -> str:
    return "".join(_read(inner) for inner in piece.pieces) if piece.pieces else piece.words


_STRETCHES = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)), max_size=30)


@given(_STRETCHES, _STRETCHES, _STRETCHES)
def test_cut_into_pieces_a_text_is_still_the_same_text(
    figures: list[tuple[int, int]], quotes: list[tuple[int, int]], times: list[tuple[int, int]]
) -> None:
    report = Report(id="r", text="".join(chr(97 + number % 26) for number in range(40)))
    mentions = Mentions(
        report="r",
        figures=tuple(
            Figure(id=str(spot), span=report.span(*spot), sentence=report.span(*spot), low=1, high=1)
            for spot in figures
        ),
        quotes=tuple(Quote(id=str(spot), span=report.span(*spot)) for spot in quotes),
        times=tuple(
            Time(span=report.span(*spot), sentence=report.span(*spot), type="DATE", value="") for spot in times
        ),
    )
    assert "".join(_read(piece) for piece in pieces(report, 1, mentions)) == report.text


def test_a_figure_inside_a_quotation_has_a_place_inside_its_place() -> None:
    report = Report(id="r", text='She said: "We found 12 boats."')
    number = report.span(20, 22)
    mentions = Mentions(
        report="r",
        figures=(Figure(id="f", span=number, sentence=number, low=12, high=12),),
        quotes=(Quote(id="q", span=report.span(11, 29)),),
    )
    before, quote, after = pieces(report, 3, mentions)
    assert (before.words, after.words) == ('She said: "', '"')
    assert [(piece.kind, piece.anchor) for piece in (quote, *quote.pieces)] == [
        ("quote", "r3-11q"),
        ("", None),
        ("figure", "r3-20"),
        ("", None),
    ]
