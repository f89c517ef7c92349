import subprocess
import sys

import twosource


def test_every_public_name_exists_and_has_a_docstring() -> None:
    for name in twosource.__all__:
        thing = getattr(twosource, name)
        assert name == "__version__" or thing.__doc__
    assert dir(twosource) == sorted(twosource.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(twosource, "nothing_of_that_name")


def test_importing_twosource_or_its_commands_loads_no_language_library_and_no_numbers_library() -> None:
    heavy = "{'spacy', 'numpy', 'scipy', 'jinja2', 'trafilatura', 'nupunkt'}"
    code = f"import sys, twosource, twosource.cli; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"
