"""In: words around a count of people. Out: patterns of the tolls and labels before it: "death toll rose to"."""

import re

MOVE = (
    r"(?:(?:has|have|had|to|now|by|then|also|officially|currently|since|later|first|was|is|are|were|has"
    r" been|been|already|initially|stands?|stood|standing|rose"
    r"|risen|rises?|rising|climb\w*|reach\w*|hit|grew|grown|jump\w*|soar\w*|came|come|at|of|from|put|is"
    r" put|revis\w+|up|down|to|the|a|an|moved|has reached"
    r"|rested|rest|raised|as|only|still|past|toll|count|total|numbered|number|figure|official\w*|include[sd]?"
    r"|including|range[sd]?|between|remain\w*|surg\w*|on|yesterday|today|more|than|least|some|about|around"
    r"|nearly|almost|over|in|this|that|latest|said|surpass\w*|pass\w*|exceed\w*|increas\w*|to|monday"
    r"|tuesday|wednesday|thursday|friday|saturday|sunday|for)\W+)*$"
)
TOLLS = (
    (
        "casualties",
        (
            r"casualt(?:y|ies)(?: toll| figures?| estimates?)?|(?:dead|killed) and (?:injured|wounded)"
            r"|(?:with|including|counting) the (?:wounded|injured)\W+(?:(?:the|total|its|their|all|army) ){0,2}losses"
        ),
    ),
    ("injured", r"(?:number of |count of )?(?:the )?(?:injured|wounded|injuries)"),
    ("missing", r"(?:number of |count of )?(?:the )?missing"),
    (
        "killed",
        (
            r"(?:enemy|combat|battlefield|irrecoverable|irretrievable|own|enemy[’']s) (?:\w+ )?losses|(?:total"
            r"|number) of"
            r" (?:the )?fallen|(?:death |body |casualty )?tolls?|death count|body count|(?:number of |count of "
            r"|total (?:for|of)"
            r" )?(?:the )?(?:dead|deaths|fatalities|killed|bodies)"
            r"|(?:number|count|total|toll) (?:of|for) (?:the )?victims"
            r"|victims(?=\W*:|\s+(?:has |have |had |now )?(?:number|r[io]se|reach|st[oa]nd|climb|total|exceed|is\b))"
        ),
    ),
    ("homeless", r"(?:number of )?(?:the )?homeless"),
    ("displaced", r"(?:number of )?(?:the )?displaced"),
    ("evacuated", r"(?:the|number of(?: the)?) evacuated|evacuees|evacuations"),
    ("rescued", r"(?:the|number of(?: the)?) rescued|rescues"),
    ("hospitalised", r"(?:the|number of(?: the)?) hospitali[sz]ed|hospitali[sz]ations|admissions"),
    ("trapped", r"(?:the|number of(?: the)?) trapped"),
    ("arrested", r"arrests|detentions|(?:the|number of(?: the)?) (?:arrested|detained)"),
    ("deployed", r"(?:total )?(?:deployment|contingent|force|garrison)"),
    (
        "attended",
        r"(?:number of )?(?:marchers|demonstrators|protesters|protestors|participants|attendance|turnout|crowd)",
    ),
    ("infected", r"(?:infections|confirmed cases|(?:the|number of(?: the)?) infected)"),
)
TOLL = tuple((measure, re.compile(rf"\b(?:{pattern})\b\W+{MOVE}")) for measure, pattern in TOLLS)
FAR = tuple(
    (measure, re.compile(rf"\b(?:{pattern})\b(?:[^\w;.:]+[\w'’-]+){{0,6}}\W*$"))
    for measure, pattern in (
        ("casualties", r"casualt(?:y|ies)"),
        ("injured", r"(?:number|count|total) (?:of |for )?(?:the )?(?:injured|wounded)"),
        ("missing", r"(?:number|count|total) (?:of |for )?(?:the )?missing"),
        (
            "killed",
            (
                r"(?:total|number|count) of (?:the )?(?:fallen|slain)|(?:irrecoverable|irretrievable|battlefield)"
                r" losses"
                r"|(?:death )?tolls?|(?:number|count|total) (?:of |for )?(?:the )?(?:dead|deaths|fatalities|killed"
                r"|bodies|victims)"
            ),
        ),
    )
)
LABEL = re.compile(
    r"(?:^|[.;:–—]\s*)(dead|deaths|killed|injured|wounded|missing|arrested|rescued|evacuated|displaced"
    r"|casualties|toll|death toll)\s*[:–—]\s*(?:at least |about |over |more than |up to )?$"
)
LABELS = {"dead": "killed", "deaths": "killed", "wounded": "injured", "toll": "killed", "death toll": "killed"}
