import json

import pytest

from twosource.dossier.unwire import from_json
from twosource.dossier.wire import to_json
from twosource.errors import SourceError
from twosource.reconciling import changes
from twosource.records import Dossier


def test_a_dossier_read_back_from_its_json_is_written_the_same(labelled: Dossier) -> None:
    text = to_json(labelled)
    again = to_json(from_json(text))
    assert json.loads(again) == json.loads(text)
    assert to_json(from_json(again)) == again
    assert changes(from_json(text), labelled) == ()


def test_a_dossier_of_an_older_version_without_later_keys_is_read(labelled: Dossier) -> None:
    whole = json.loads(to_json(labelled))
    for claim in whole["stories"][0]["claims"]:
        del claim["edges"]
    assert from_json(json.dumps(whole).encode()).stories[0].claims


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"\xff", b'{"version": "1", "stories": [{}], "problems": []}', b"[" * 99_999]
)
def test_what_is_no_dossier_is_refused_in_one_line(text: bytes) -> None:
    with pytest.raises(SourceError, match="no JSON dossier"):
        from_json(text)


def test_a_figure_of_a_report_that_is_not_there_is_refused(labelled: Dossier) -> None:
    whole = json.loads(to_json(labelled))
    whole["stories"][0]["figures"][0]["report"] = "nowhere"
    with pytest.raises(SourceError):
        from_json(json.dumps(whole).encode())
