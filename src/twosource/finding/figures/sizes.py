"""In: a draft with a unit of measure. Out: what is measured: height, pressure, concentration."""

import re

from twosource.finding.figures.drafts import Draft

#: What a unit measures by its kind, where nothing else is told.
KINDS = {
    "mass": "weight", "volume": "volume", "power": "power", "data": "size", "speed": "speed",
    "temperature": "temperature", "time": "duration", "ratio": "ratio",
}  # fmt: skip
#: What a unit measures, where its kind does not tell.
BY_UNIT = {
    unit: measure
    for measure, units in {
        "concentration": "ppm ppb",
        "energy": "joule calorie kilocalorie kilowatt_hour megawatt_hour gigawatt_hour terawatt_hour",
        "capacity": "milliampere-hour",
        "voltage": "volt kilovolt",
        "current": "ampere",
        "torque": "newton_metre foot_pound",
        "force": "newton",
        "pressure": "pascal hectopascal bar millibar psi",
        "noise": "decibel",
        "frequency": "hertz kilohertz megahertz gigahertz",
        "radiation": "sievert millisievert microsievert becquerel",
        "resolution": "pixel megapixel",
        "consumption": "mpg",
        "engine size": "cc",
        "speed": "mbps gbps",
    }.items()
    for unit in (name.replace("_", " ") for name in units.split())
}
_LENGTH = (
    ("height", r"\b(?:tall|high|height|altitude|elevation|waves?|swells?|surge|storeys?|tower)\b"),
    ("depth", r"\b(?:deep|depth|beneath|below|underground)\b"),
    ("width", r"\b(?:wide|width|across|broad|diameter)\b"),
    ("length", r"\b(?:long|length|stretch|line|queue)\b"),
    ("distance", r"\b(?:from|away|off|north\w*|south\w*|east\w*|west\w*|inland|outside|offshore|distance|apart)\b"),
)
#: Things that one gives a single length of: "a 12-metre boat", "a four-metre wall".
_THINGS = (
    ("height", "wave swell wall fence tower building statue cliff dune mast chimney dam surge flame block pole"),
    (
        "length",
        (
            "boat ship vessel pirogue barge canoe yacht bridge tunnel queue road pipe pipeline cable track runway"
            " rope snake crocodile shark whale convoy column stretch front frontline border coastline siding trench"
        ),
    ),
    ("width", "crater hole screen mirror lens telescope gap breach corridor strip crack asteroid disc"),
    ("depth", "shaft well borehole pit moat mine"),
    ("distance", "race walk march run drive journey hike radius zone range"),
)  # fmt: skip
_LENGTH_OF = {thing: measure for measure, things in _THINGS for thing in things.split()}
_LEVEL = re.compile(
    r"\b(?:river|water|lake|tide|flood\w*|reservoir|gauge|crest|waters)\b[^.;]{0,40}\b(?:peak\w*|ros[ei]\w*|crest\w*|reach\w*|stood"
    r"|climb\w*|level\w*|swell\w*|swollen|mark)\b"
)


def length_of(made: Draft) -> str:
    """What a length measures: "height", "depth", "length", "width" or "distance"."""
    if made.amount.hyphen or made.noun is not None:
        told = _LENGTH_OF.get(made.lemma)
        if told:
            return told
    found = _nearest(made)
    small = made.unit in ("metre", "foot", "centimetre", "inch")
    if found in ("", "distance") and small and _LEVEL.search(made.words.text[: made.amount.end].lower()):
        return "height"
    return found or "distance"


_SIDE = 40
_AHEAD = 0.6


def _nearest(made: Draft) -> str:
    """The measure whose word stands nearest to a length, what stands behind it counting as nearer; "" without any."""
    text = made.words.text.lower()
    left = text[max(0, made.amount.start - _SIDE) : made.amount.start]
    right = text[made.amount.end :][:_SIDE]
    best, least = "", 2.0 * _SIDE
    for name, pattern in _LENGTH:
        gaps = [float(len(left) - found.end()) for found in re.finditer(pattern, left)]
        gaps += [_AHEAD * found.start() for found in re.finditer(pattern, right)]
        if gaps and min(gaps) < least:
            best, least = name, min(gaps)
    return best
