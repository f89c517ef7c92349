"""In: a verb in its plain form. Out: its past participle."""

import re

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
    "hear": "heard", "rebuild": "rebuilt", "overrun": "overrun", "outnumber": "outnumbered",
    "slay": "slain", "shrink": "shrunk", "spring": "sprung", "fling": "flung", "light": "lit", "slide": "slid",
    "seek": "sought", "mistake": "mistaken", "overthrow": "overthrown", "foresee": "foreseen", "admit": "admitted",
    "permit": "permitted", "transmit": "transmitted", "refer": "referred", "transfer": "transferred",
    "lie": "lain", "get": "got",
    "plug": "plugged", "emit": "emitted", "omit": "omitted", "occur": "occurred", "prefer": "preferred",
    "deter": "deterred",
    "expel": "expelled", "compel": "compelled",
    "control": "controlled", "patrol": "patrolled", "enrol": "enrolled", "kidnap": "kidnapped",
}  # fmt: skip
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")


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
