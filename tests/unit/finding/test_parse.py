import pytest

from twosource.errors import ModelMissing
from twosource.finding.parse import load


@pytest.mark.parametrize("name", ["no_such_model", "json", "jinja2", "../elsewhere", ""])
def test_what_is_no_installed_model_is_told_by_its_name(name: str) -> None:
    with pytest.raises(ModelMissing, match="is not installed"):
        load(name)
