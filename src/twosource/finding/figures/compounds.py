"""In: a counted noun and the word before it. Out: whether the two are one name of a thing: "polling station"."""

import re

from twosource.text.listing import listed

#: First words of two-word names, with the heads they make a name with; other modifiers are dropped from a unit.
_NAMES = {
    first: listed(heads)
    for first, heads in {
        "online": "shop store retailer course seller",
        "camp": "bed fire site",
        "holiday": "home camp resort",
        "parcel": "locker shop centre",
        "care": "home worker",
        "nursing": "home",
        "summer": "camp house",
        "stone": "bridge",
        "polling": "station place booth centre center district agency card",
        "voting": "machine booth station centre center district bloc",
        "ballot": "box paper measure",
        "police": "station car vehicle van dog post",
        "petrol": "station bomb pump tanker",
        "gas": "station mask canister cylinder field pipeline well tank",
        "tear": "gas",
        "power": "station plant line cut outage grid tool",
        "fire": "engine station truck hydrant extinguisher crew alarm exit brigade tender appliance",
        "radio": "station telescope mast",
        "railway": "station line carriage bridge crossing wagon",
        "rail": "line car crossing",
        "train": "station car carriage",
        "bus": "stop station lane route",
        "space": "station shuttle probe suit",
        "weather": "station balloon",
        "metro": "station line train",
        "subway": "station car train",
        "tube": "station",
        "test": "strip kit tube case flight match",
        "life": "jacket boat raft vest sentence term insurance",
        "rubber": "bullet dinghy boat stamp",
        "plastic": "bullet bag bottle",
        "patrol": "boat vessel car ship",
        "health": "facility centre center clinic post worker",
        "medical": "centre center facility mask device",
        "fighter": "jet plane aircraft",
        "jet": "fighter ski",
        "video": "clip game camera",
        "armoured": "vehicle car carrier column",
        "armored": "vehicle car carrier column",
        "fishing": "boat vessel net trawler line licence license rod",
        "speed": "camera boat limit bump",
        "cruise": "missile ship liner",
        "ballistic": "missile",
        "oil": "tanker rig well field refinery platform pipeline",
        "cargo": "ship plane vessel train",
        "container": "ship",
        "aircraft": "carrier",
        "air": "strike raid base ambulance conditioner",
        "drone": "strike attack",
        "car": "bomb park bombing",
        "suicide": "bombing attack vest",
        "machine": "gun",
        "parking": "space lot ticket place",
        "hospital": "ward ship",
        "phone": "line number booth",
        "telephone": "line pole number",
        "bullet": "casing hole wound",
        "cartridge": "case",
        "live": "round shell bomb grenade",
        "blank": "round cartridge",
        "tablet": "computer",
        "laptop": "computer",
        "mobile": "phone clinic",
        "text": "message",
        "swimming": "pool",
        "seat": "belt",
        "court": "case order",
        "credit": "card union",
        "debit": "card",
        "bank": "account note holiday card",
        "tax": "return",
        "penalty": "kick point shot",
        "free": "kick throw",
        "yellow": "card",
        "red": "card",
        "home": "run game",
        "touchdown": "pass",
        "field": "goal hospital gun",
        "corner": "kick",
        "wind": "turbine farm",
        "solar": "panel farm plant",
        "nuclear": "reactor warhead weapon plant test",
        "shipping": "container lane",
        "traffic": "light accident jam cone camera",
        "school": "bus",
        "goods": "wagon",
        "freight": "train car wagon",
        "passenger": "train ship plane jet",
        "mass": "grave",
        "land": "mine",
        "hand": "grenade",
        "smoke": "bomb grenade detector alarm",
        "stun": "grenade gun",
        "web": "page site",
        "news": "conference agency outlet",
        "press": "conference release",
        "trade": "union deal",
        "birth": "certificate",
        "death": "certificate sentence warrant",
        "arrest": "warrant",
        "search": "warrant party engine",
        "ration": "card",
        "food": "parcel package bank truck",
        "aid": "truck convoy agency parcel worker",
        "body": "bag camera part",
        "water": "cannon tank pump tanker bomber",
        "sea": "lion turtle mile",
        "polar": "bear",
        "bomb": "threat shelter disposal",
        "air-raid": "shelter siren",
        "refugee": "camp",
        "oxygen": "cylinder tank mask",
        "heat": "wave pump record",
        "blood": "sample bag test donation clot",
        "stem": "cell",
        "data": "centre center point breach",
        "light": "bulb year",
        "basis": "point",
        "percentage": "point",
        "nautical": "mile",
        "square": "mile kilometre metre foot",
        "cubic": "metre foot",
        "dump": "truck",
        "pickup": "truck",
        "pick-up": "truck",
        "tank": "truck car",
        "rocket": "launcher attack",
        "missile": "launcher strike",
        "war": "crime zone plane ship",
        "rescue": "boat helicopter team vessel ship dog",
        "sniffer": "dog",
        "search-and-rescue": "team",
        "guard": "dog post tower",
        "border": "post crossing guard",
        "army": "base post camp truck vehicle",
        "military": "base vehicle aircraft truck plane",
        "naval": "base vessel ship",
        "grand": "slam prix",
        "world": "record title cup",
        "gold": "medal mine bar coin",
        "silver": "medal coin",
        "bronze": "medal",
        "olympic": "medal title",
        "test-tube": "baby",
        "climate": "model target",
        "fossil": "fuel",
        "sports": "car club ground",
        "police-dog": "unit",
        "solitary": "cell",
        "prison": "cell sentence term camp",
        "window": "pane seat",
        "snow": "plough plow leopard day",
        "lottery": "ticket",
        "season": "ticket",
        "plane": "ticket crash",
        "identity": "card document",
        "sim": "card",
        "memory": "card stick",
        "hard": "drive disk hat",
        "cell": "tower phone",
        "mobile-phone": "mast",
        "crime": "scene",
        "tennis": "court ball",
        "golf": "course ball club",
        "football": "club pitch match ground",
        "soccer": "club field ball",
        "shell": "casing fragment",
        "shotgun": "shell",
        "cluster": "bomb munition",
        "petrol-bomb": "attack",
        "hotel": "room",
        "class": "action",
        "opinion": "poll",
        "exit": "poll wound",
        "by": "election",
        "peace": "deal talk",
    }.items()
}
#: Heads that say little alone, and keep any noun before them: "cooling centre", "shell crater", "gas detector".
_VAGUE = listed(
    "centre center room station facility machine detector sensor crater round jacket vest mask kit clip engine gate"
    " pump"
)
#: Heads that keep what tells their purpose: "sorting office", "training camp", "landing craft".
_FOR = listed(
    "office plant camp ground hall yard area site point post zone school college boat vessel craft bag pool rod net"
    " licence permit stick bay shed unit house pad strip lane light seat space line"
)
#: Words in -ing that tell what a thing does now.
_DOING = listed(
    "burning sinking missing remaining existing surviving working passing moving floating leaking overflowing competing"
    " closing failing struggling ageing aging crumbling participating outstanding standing neighbouring neighboring"
    " surrounding following opposing warring amazing stunning growing increasing rising falling drifting speeding"
    " waiting exploding collapsing smoking willing including involving being"
)
_STUFF = listed(
    "stone steel concrete wire metal brick plastic paper glass rubber iron bronze timber wood mud tin cardboard state"
    " city town village party company government ministry family club corner ground top back front side first-floor"
)
_HEADS: dict[str, list[str]] = {}
for _first, _heads in _NAMES.items():
    for _head in sorted(_heads):
        _HEADS.setdefault(_head, []).append(_first)


def is_name(first: str, head: str) -> bool:
    """Whether a modifier and a singular head are one name: "polling station", not "heirloom variety"."""
    return head in _NAMES.get(first, ())


def is_kind(first: str, head: str, *, noun: bool) -> bool:
    """Whether a word before a singular head that says little alone tells what kind of thing it is.

    `noun` is true where the parse has it for a noun or a word in -ing.
    """
    if not noun or first in _DOING or first in _STUFF or not first.isalpha():
        return False
    return head in _VAGUE or (head in _FOR and first.endswith("ing"))


def name_in_text(head: str, written: str, text: str) -> str:
    """The two-word name that a bare counted noun ("312 stations") stands for in this text, "" where there is not one.

    `written` is the noun as it stands there; the text must hold exactly one such name.
    """
    firsts = _HEADS.get(head)
    if not firsts:
        return ""
    found = {
        match.group(1).lower()
        for match in re.finditer(
            rf"\b({'|'.join(map(re.escape, firsts))})\s+(?:{re.escape(head)}|{re.escape(written)})\b",
            text,
            re.IGNORECASE,
        )
    }
    return f"{found.pop()} {head}" if len(found) == 1 else ""
