"""In: a draft that counts no people of the closed list. Out: its measure, one word for one thing everywhere."""

import re

from twosource.finding.figures.clauses import Words
from twosource.finding.figures.drafts import Draft
from twosource.text.lexicon import lexicon

_MONEY = {
    "fine": "fine penalty",
    "compensation": "compensation payout",
    "damages": "damages lawsuit sue",
    "bribe": "bribe kickback",
    "pension": "pension",
    "wage": "wage salary earn salaries earnings-per-worker",
    "pay": "pay bonus",
    "price": "price ticket fare priced sell apiece each per",
    "debt": "debt owe",
    "loss": "loss lose losses",
    "profit": "profit",
    "revenue": "revenue turnover",
    "sales": "sales",
    "budget": "budget",
    "fund": "fund",
    "investment": "investment invest",
    "aid": "aid relief donation donate donor",
    "tax": "tax taxes levy",
    "saving": "save saving savings",
    "damage": "damage",
    "cost": "cost bill expense spend spending costing",
    "pledged": "pledge promise",
    "offered": "offer",
    "raised": "raise raised",
    "value": "value worth valuation valued capitalisation capitalization",
    "deal": "deal contract acquisition buy acquire purchase",
    "loan": "loan lend credit borrow",
    "exports": "export exports",
    "imports": "import imports",
    "grant": "grant subsidy",
    "fee": "fee charge",
    "ransom": "ransom",
    "prize": "prize award",
    "paid": "paid payment",
    "deficit": "deficit",
    "surplus": "surplus",
    "income": "income",
    "rent": "rent",
    "mortgage": "mortgage",
    "insured sum": "insure insurance",
}

_SHARE = {
    "vote share": "vote votes voter ballot voting elected candidate",
    "turnout": "turnout",
    "inflation": "inflation",
    "unemployment": "unemployment jobless",
    "interest rate": "interest rate-rise",
    "contained": "contained containment",
    "pay rise": "raise pay wage wages salary",
    "approval": "approval approve",
    "efficacy": "efficacy effective effectiveness",
    "margin of error": "margin",
    "rise": "rise rose up gain gained climb jump surge soar increase advance",
    "fall": "fall fell drop down slump plunge decline lose tumble sink slide decrease crash",
    "growth": "growth grow grew expand",
    "tariff": "tariff tariffs duty",
    "stake": "stake",
    "tax": "tax",
    "discount": "discount",
    "capacity": "capacity full",
    "support": "support favour favor back backed",
    "opposed": "against oppose opposed",
}

_LENGTH = (
    ("height", r"\b(?:tall|high|height|altitude|elevation|waves?|swells?|surge|storeys?|tower)\b"),
    ("depth", r"\b(?:deep|depth|beneath|below|underground)\b"),
    ("width", r"\b(?:wide|width|across|broad|diameter)\b"),
    ("length", r"\b(?:long|length|stretch|line|queue)\b"),
    ("distance", r"\b(?:from|away|off|north\w*|south\w*|east\w*|west\w*|inland|outside|offshore|distance|apart)\b"),
)
_RAIN = re.compile(r"\b(?:rain\w*|snow\w*|precipitation|downpour)\b", re.IGNORECASE)
_AREA = (
    ("area burned", r"\b(?:burn\w*|fires?|wildfires?|blazes?|scorch\w*|char\w*|ablaze|flames?|razed)\b"),
    ("area searched", r"\b(?:search\w*|comb\w*|scour\w*)\b"),
    ("area flooded", r"\b(?:flood\w*|submerg\w*|inundat\w*|under water)\b"),
)
_KIND = {
    "mass": "weight",
    "volume": "volume",
    "power": "power",
    "data": "size",
    "speed": "speed",
    "temperature": "temperature",
    "time": "duration",
    "ratio": "ratio",
}
_IRREGULAR = {
    "sweep": "swept", "beat": "beaten", "hide": "hidden", "sleep": "slept", "rise": "risen", "fall": "fallen",
    "swim": "swum", "wear": "worn", "tear": "torn", "feed": "fed", "lend": "lent", "spread": "spread",
    "split": "split", "shed": "shed", "eat": "eaten", "speak": "spoken", "choose": "chosen", "freeze": "frozen",
    "teach": "taught", "think": "thought", "tell": "told", "cut": "cut", "put": "put", "set": "set", "hit": "hit",
    "shut": "shut", "cost": "cost", "spend": "spent", "send": "sent", "build": "built", "lose": "lost",
    "find": "found", "hold": "held", "sell": "sold", "buy": "bought", "make": "made", "take": "taken",
    "give": "given", "see": "seen", "win": "won", "run": "run", "shoot": "shot", "steal": "stolen",
    "write": "written", "know": "known", "draw": "drawn", "leave": "left", "keep": "kept", "bring": "brought",
    "catch": "caught", "lead": "led", "read": "read", "pay": "paid", "lay": "laid", "say": "said", "fly": "flown",
    "break": "broken", "drive": "driven", "fight": "fought", "grow": "grown", "throw": "thrown", "strike": "struck",
    "sink": "sunk", "dig": "dug", "burn": "burned", "drop": "dropped", "plan": "planned", "ban": "banned",
    "stop": "stopped", "ship": "shipped", "submit": "submitted", "commit": "committed", "equip": "equipped",
    "grab": "grabbed", "rob": "robbed", "have": "number", "be": "number", "do": "done", "include": "number",
    "total": "number", "reach": "number", "stand": "number", "remain": "remaining", "come": "arrived",
    "arrive": "arrived", "go": "gone", "meet": "met", "sit": "sat", "sing": "sung", "ring": "rung", "drink": "drunk",
    "begin": "begun", "bite": "bitten", "ride": "ridden", "swear": "sworn", "bear": "borne", "bind": "bound",
    "wind": "wound", "grind": "ground", "bleed": "bled", "breed": "bred", "flee": "fled", "deal": "dealt",
    "feel": "felt", "kneel": "knelt", "mean": "meant", "creep": "crept", "weep": "wept", "shine": "shone",
    "stick": "stuck", "sting": "stung", "swing": "swung", "hang": "hung", "cling": "clung", "spin": "spun",
    "forget": "forgotten", "forgive": "forgiven", "forbid": "forbidden", "become": "become", "overcome": "overcome",
    "undergo": "undergone", "withdraw": "withdrawn", "undertake": "undertaken", "understand": "understood",
    "withstand": "withstood", "bet": "bet", "bid": "bid", "burst": "burst", "cast": "cast", "hurt": "hurt",
    "let": "let", "quit": "quit", "thrust": "thrust", "broadcast": "broadcast", "forecast": "forecast",
    "upset": "upset", "shake": "shaken", "wake": "woken", "weave": "woven", "arise": "arisen", "sow": "sown",
    "slay": "slain", "shrink": "shrunk", "spring": "sprung", "fling": "flung", "light": "lit", "slide": "slid",
    "seek": "sought", "mistake": "mistaken", "overthrow": "overthrown", "foresee": "foreseen", "admit": "admitted",
    "permit": "permitted", "transmit": "transmitted", "refer": "referred", "transfer": "transferred",
    "occur": "occurred", "prefer": "preferred", "deter": "deterred", "expel": "expelled", "compel": "compelled",
    "control": "controlled", "patrol": "patrolled", "enrol": "enrolled", "kidnap": "kidnapped",
}  # fmt: skip
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
_EMPTY_VERBS = lexicon(
    "say tell report announce put add count list record show estimate give speak note state believe"
    " think want need see get call make take"
)


def participle(lemma: str) -> str:
    """The past participle of a verb: "cancel" is "cancelled", "trap" "trapped", "launch" "launched"."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    if re.fullmatch(r"cancel|travel|label|fuel|model|signal|total|quarrel|level", lemma):
        return lemma + "led"
    if _DOUBLED.fullmatch(lemma):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def open_measure(made: Draft) -> str:  # noqa: C901, PLR0911 - a list of cases
    """What is said of things, money, shares and sizes; "number" where nothing else fits."""
    words, amount, unit = made.words, made.amount, made.unit
    if amount.rival:
        return "score"
    if unit == "magnitude":
        return "magnitude"
    if unit == "vote" or made.lemma == "vote":
        return "votes"
    if unit == "percentage point":
        return "difference"
    around = _around(made)
    kind = amount.kind or (made.before.amount.kind if made.before else "")
    if kind == "money":
        return _named(_MONEY, words, made, around) or "amount"
    if kind == "share":
        return _named(_SHARE, words, made, around) or _done(made) or made.lemma or "share"
    if unit == "m3/s":
        return "flow"
    if unit.startswith("per "):
        return made.lemma or "rate"
    if (
        kind == "length"
        and unit in ("millimetre", "centimetre", "inch", "millimeter", "centimeter")
        and _RAIN.search(words.text)
    ):
        return "rainfall"
    if kind == "length":
        return next((name for name, pattern in _LENGTH if re.search(pattern, around)), "distance")
    if kind == "area":
        return next((name for name, pattern in _AREA if re.search(pattern, words.text.lower())), "area")
    if kind in _KIND:
        return _KIND[kind]
    return _done(made) or "number"


def _around(made: Draft) -> str:
    """The words close to the figure, lower-case, most of them behind it."""
    text = made.words.text
    return text[max(0, made.amount.start - 40) : made.amount.end + 40].lower()


def _named(table: dict[str, str], words: Words, made: Draft, around: str) -> str:
    """The measure whose word stands nearest to the figure inside its sentence; the governing verb counts most."""
    _ = around
    best, distance = "", 12
    opening = words.at(made.amount.start)
    look = {word: measure for measure, row in table.items() for word in row.split()}
    if words.get(opening - 1) == "of" and words.get(opening - 2) in look:
        return look[words.get(opening - 2)]
    if made.noun is not None and made.lemma in look:
        return look[made.lemma]
    if made.verb is not None and words.lemma(made.verb) in look:
        best, distance = look[words.lemma(made.verb)], 4
    low, high = max(0, made.first - 12), min(words.size, made.first + 12)
    for k in range(low, high):
        gap = made.first - k if k < made.first else k - made.first
        if gap < distance:
            found = look.get(words.low[k]) or look.get(words.lemma(k))
            if found:
                best, distance = found, gap
    return best


def _done(made: Draft) -> str:
    words, verb = made.words, made.verb
    following = words.get(made.np_end)
    if made.np_end < words.size and words.tag[made.np_end] == "VBN":
        return following
    if verb is None:
        return ""
    lemma = words.lemma(verb)
    if lemma in _EMPTY_VERBS:
        return ""
    if words.tag[verb] == "VBN" and lemma not in ("have", "be"):
        return words.low[verb]
    return participle(lemma)
