"""In: names of persons and bodies of a state. Out: why a minister, an army or a capital speaks for another."""

from collections.abc import Iterator

from twosource.reconciling.name_joining import Person, compatible
from twosource.reconciling.name_lookup import bare
from twosource.text.bodies import body_key, is_public
from twosource.text.countries import country_of, seat_of
from twosource.text.listing import listed
from twosource.text.realms import realm

MINISTERS = listed("minister secretary premier president chancellor pm")
_GOVERNMENT = listed("government cabinet state presidency administration kremlin authorities regime")
#: Who heads the administration of a part of a country, and the words for that part.
_TERRITORIES = (
    ("governor", listed("province provincial governorate region regional state")),
    ("mayor", listed("city town municipality municipal village borough mayoralty")),
    ("mayoress", listed("city town municipality municipal village borough mayoralty")),
    ("prefect", listed("prefecture department district")),
)
_ADMINISTRATIONS = listed(
    "government administration council commission authority authorities office hall municipality prefecture governorate"
    " mayoralty"
)
#: What the ministry of defence commands, and speaks for. Police may well give a count of their own.
_FORCES = listed("army military navy troops marines force forces airforce staff")
#: Words of a public body that do not say what it is for.
_KINDS = _GOVERNMENT | listed(
    "ministry minister department service agency office directorate bureau administration authority institute board"
    " watchdog regulator inspectorate federal national central country local regional provincial coast guard"
)
#: What a body that carries out the orders of another is for.
_FIELDS = {
    "police": "interior", "gendarmerie": "interior", "gendarme": "interior", "constabulary": "interior",
    "border": "interior", **dict.fromkeys(_FORCES, "defence"),
}  # fmt: skip


def minister(one: str, person: Person, other: str) -> Iterator[str]:
    """Why a minister speaks with the voice of a ministry, or of the government."""
    if person.of and not any(is_public(body) or country_of(body) or seat_of(body) for body in person.of):
        return
    offices = [role.split() for role in person.roles if role.split()[-1:] and role.split()[-1] in MINISTERS]
    offices = [office for office in offices if not {"general", "press"} & set(office)]
    key, country = body_key(other)
    words = set(key.split())
    for office in offices:
        field, mine = body_key(" ".join(office[:-1])) if len(office) > 1 else ("", "")
        if not compatible(country, mine):
            continue
        telling = set(field.split()) - {"prime", "deputy", "first", "vice"}
        if telling and words - {"ministry", "department"} == telling and words & {"ministry", "department"}:
            yield f"{one} is {' '.join(office)}, and heads “{other}”"
        elif is_government(other) and not (mine and country and mine != country):
            yield f"{one} is {' '.join(office)}, and speaks for “{other}”"


def governor(one: str, person: Person, other: str) -> Iterator[str]:
    """Why the head of a province or town speaks with the voice of its administration."""
    words = set(bare(other).split())
    if not words & _ADMINISTRATIONS:
        return
    for role in person.roles:
        for office, territory in _TERRITORIES:
            if office in role.split() and words & territory:
                yield f"“{one}”, {role}, and “{other}” are bodies of one government"


def commanded(one: str, other: str) -> bool:
    """Whether one is an army and the other the ministry that commands it, by their words and of one country."""
    force, country = body_key(one)
    ministry, land = body_key(other)
    if not compatible(country, land) or not is_public(one):
        return False
    orders = set(ministry.split()) - {"department", "ministry"}
    return bool(set(force.split()) & _FORCES) and orders == {"defence"}


def two_fields(one: str, other: str) -> bool:
    """Whether two public bodies are by their words for different things: the interior and the health ministry."""
    left, right = (
        {
            _FIELDS.get(word, word)
            for word in body_key(name)[0].split()
            if word not in _KINDS and word not in realm(name).split()
        }
        for name in (one, other)
    )
    return bool(left and right) and not left & right


def is_government(name: str) -> bool:
    """Whether a name is a government's: "the federal government", "the Kremlin", the seat of one."""
    words = set(body_key(name)[0].split())
    return seat_of(name) is not None or (
        bool(words & _GOVERNMENT) and words <= _GOVERNMENT | {"federal", "national", "central"}
    )


def seats(one: str, other: str) -> Iterator[str]:
    """Why the seat of a government speaks with the voice of `other`."""
    country = seat_of(one)
    if country is None:
        return
    if is_government(other) and seat_of(other) is None and body_key(other)[1] in ("", country.name):
        yield f"“{one}” stands for the government of {country.name}"
    if country_of(other) == country:
        yield f"“{one}” stands for the government of {country.name}"
    elif (body_key(other)[1] == country.name and is_public(other)) or (
        country.name == "European Union" and body_key(other)[0].startswith("european co")
    ):
        yield f"“{one}” stands for the government of {country.name}, whose body is “{other}”"
