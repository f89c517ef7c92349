"""In: what a report calls a person, and a body's name. Out: whether the person heads that body, or speaks for it."""

import functools

from twosource.reconciling.name_lookup import bare
from twosource.text.bodies import body_key, singular
from twosource.text.folding import fold
from twosource.text.listing import listed
from twosource.text.titles import HEADS, RANKS, SPEAKERS

#: Words of a role that do not say of what.
_RANKED = listed(
    "chief deputy senior acting interim former first vice assistant regional local national public general top lead"
    " main head executive prime"
)
#: Kinds of body that a role leaves out: the "fire chief" heads the fire department, or service, or brigade.
_KINDS = listed(
    "department service agency office ministry authority directorate brigade corps administration bureau command"
)
#: Kinds of which a story may have several, so that a "party leader" need not lead the party that is meant.
_SEVERAL = listed(
    "party union company firm group team club council bank school university hospital court association federation"
    " committee board agency department ministry commission faction section unit station"
)
#: Those who in the plural are the body itself.
#: Words of a role that one report tells and another does not.
_WHERE = listed("regional local provincial state national federal acting interim")
#: Of whom a story has one.
_ONE_OF_THEM = listed("mayor governor coroner sheriff president premier chancellor ombudsman king queen pope")
_GROUPS = listed("organiser organizer prosecutor")


@functools.lru_cache(maxsize=65_536)
def heads(role: str, other: str) -> bool:
    """Whether a role is that of the head or voice of a body: "fire chief", "fire department"; "mayor", her office."""
    words = fold(role).split()
    told = bare(other).split()
    if not words or not told:
        return False
    last = words[-1]
    if last in _GROUPS:
        return bool({last, f"{last}s"} & set(told)) and set(told) - {last, f"{last}s"} <= _KINDS | _RANKED
    if [word for word in told if word not in _WHERE] == [word for word in words if word not in _WHERE] or (
        told == [last] and last in _ONE_OF_THEM
    ):
        return last in HEADS | _ONE_OF_THEM
    if last in HEADS | _ONE_OF_THEM and told in ([last, "office"], [*words, "office"], ["office", "of", "the", last]):
        return True
    field = {singular(word) for word in words[:-1]} - _RANKED - _KINDS
    if last not in HEADS | SPEAKERS | RANKS or not field or field <= _SEVERAL:
        return False
    kept = set(body_key(other)[0].split()) - _KINDS
    return {word.removesuffix("s") for word in field} == {word.removesuffix("s") for word in kept}
