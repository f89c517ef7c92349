"""In: a report's text. Out: its language, as an ISO 639-1 code."""

import re

import py3langid  # type: ignore[import-untyped]

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
#: Words that make up a quarter and more of English running text and hardly any of another language's.
_ENGLISH = frozenset(
    "the of and to in that was for it with as his on be at by had not are from this have an they which one you were"  # noqa: SIM905
    " she there would their we him been has when who will no more if out so said what its about into than them only"
    " other could our two first after over before between under during against while where police people"
    " government".split()
)
_FEW = 25
_SURE = 0.18
_NEVER = 0.03


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language; a text too short to tell is taken as English.

    Most English is told by its small words alone; only the rest is put to the statistical model.
    """
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    if not words:
        return "en"
    latin = sum(1 for word in words if word[0] < "\u0250")
    if len(words) < _FEW and latin * 2 >= len(words):
        return "en"
    share = sum(1 for word in words if word in _ENGLISH) / len(words)
    if share >= _SURE:
        return "en"
    code, _ = py3langid.classify(text[:_SAMPLE])
    # Lists of names and numbers have few small words in any language: without a better reason they are English.
    return str(code) if share < _NEVER or code == "en" else _unsure(str(code), share)


def _unsure(code: str, share: float) -> str:
    return "en" if share >= _SURE / 2 else code
