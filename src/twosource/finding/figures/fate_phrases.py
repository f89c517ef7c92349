"""In: nothing. Out: patterns of the words before a count of people that tell what befell them."""

import re

from twosource.finding.figures.deeds import CAPTORS, FILL, POLICE

_POLICE = POLICE.replace("_", r"\s+")
#: Illnesses, disasters and weapons, which take lives and no prisoners.
_CALAMITY = (
    r"heat(?:wave|stroke)?|cold|frost|fevers?|disease|illness|infection|virus|flu|influenza|cholera"
    r"|measles|malaria|typhoid"
    r"|dengue|ebola|plague|pox|covid(?:-19)?|cancer|epidemic|outbreak|pandemic|famine|hunger|drought"
    r"|thirst|floods?|flooding"
    r"|(?:earth)?quake|tremor|tsunami|waves?|storms?|hurricane|cyclone|typhoon|tornado|avalanche"
    r"|landslides?|mudslides?|eruption"
    r"|volcano|fires?|wildfires?|blaze|smoke|smog|gas|poison|crash|collision|derailment|sinking"
    r"|accidents?|collapse|war|conflict"
    r"|fighting|battle|siege|shelling|bombing|bombardment|bombs?|blast|explosion|mines?|strikes?|raid"
    r"|attack|massacre|violence"
    r"|sea|river|lake|mountain|road|heroin|opioids|fentanyl|overdoses?"
)
_AUX = (
    r"(?:(?:had|have|has|are|were|was|is|been|already|now|also|still|alone|then|reportedly|so\s+far|since"
    r"|\w+ly)\s+)*"
)
HOSPITAL = (
    r"(?:hospitals?|clinics?|infirmar(?:y|ies)|wards?|sanatorium|(?:medical|health|trauma"
    r"|treatment)\s+(?:cent(?:er|re)s?|posts?))"
)
_AT = r"(?:\s+(?:in|at|of|on|near|across|for)(?:\s+[\w’'-]+){1,3}?)?,?\s+"
ROOFS = (
    r"(?:schools?|gym\w*|halls?|shelters?|stadiums?|church(?:es)?|mosques?|hotels?|hostels?|tents?"
    r"|camps?|barracks|arenas?|cent(?:er|re)s?"
    r"|theatres?|sports\s+(?:halls?|cent(?:er|re)s?)|convents?|monaster(?:y|ies)|cinemas?|ships?"
    r"|ferr(?:y|ies)|dormitor(?:y|ies))"
)
ROOF = rf"(?:(?:the|an?|its|their|two|three|nearby|local|municipal)\s+)*(?:[\w’'-]+\s+){{0,2}}?{ROOFS}"


EVENT = (
    r"(?:march|rally|demonstration|protest|procession|vigil|funeral|parade|concert|service|ceremony"
    r"|festival|congress|meeting)"
)
REGION = (
    r"(?:valley|towns?|villages?|city|area|country|region|zone|district|island|quarter|capital|province"
    r"|enclave|pocket|countryside)"
)


def _left(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern}){FILL}")


#: What stands before a count and tells the fate of those counted.
BEFORE = (
    ("killed", _left(rf"(?:{_CALAMITY}){_AT}{_AUX}(?:taken|took|takes|taking|claimed|carried\s+off|swept\s+away)")),
    (
        "killed",
        _left(
            r"(?:(?:could|can|would|did)(?:\s+not|n['’]t)|cannot|unable\s+to|failed\s+to"
            r"|too\s+late\s+to)\s+(?:be\s+)?sav(?:e|ed)"
            r"|pick(?:ed|ing)\s+off|mourn(?:s|ed|ing)?|hang(?:ed|ing)|put(?:ting)?\s+to\s+death"
            r"|mow(?:ed|ing)\s+down|cut(?:ting)?\s+down"
            r"|(?:tore|blew|ripped|hacked|blown)|(?:gas|beat|stab|stone|strangl|suffocat|asphyxiat"
            r"|trampl)\w*\s+to\s+death"
        ),
    ),
    (
        "killed",
        _left(
            r"(?:we|they|i|you|(?:the|our|their|his|her)\s+(?:brigade|regiment|battalion|company|army|rebels"
            r"|village|town|school|family|unit|crew|squad|platoon|side))\s+(?:have\s+|had\s+|has\s+)?lost"
        ),
    ),
    (
        "missing",
        _left(
            r"hopes?\s+(?:\w+\s+)?(?:fad(?:es|ed|ing)|dwindl\w+|r(?:uns?|an|unning)\s+out|(?:is"
            r"|are)\s+\w+ing)\s+(?:of\s+finding|for)|(?:could|can)(?:\s*not|n['’]t)\s+(?:find|trace|locate"
            r"|reach|account\s+for)|(?:is|are|was|were)\s+(?:still\s+)?missing"
        ),
    ),
    (
        "attended",
        _left(
            rf"(?:{EVENT}|call|strike|unions?|organi[sz]ers|opposition"
            rf"|movement)\b(?:\s+[\w’'-]+){{0,4}}?\s+(?:brought|got|called|turned|bringing)\s+out"
        ),
    ),
    (
        "attended",
        _left(
            rf"(?:{EVENT}|crowd|audience|congregation|gathering|turnout)\b(?:\s+(?:in|at|of|on"
            rf"|for)\s+[\w’'-]+)?\s+(?:(?:had|has|have|was|were|now)\s+)*(?:number(?:s|ed|ing)|total(?:s|led)"
            rf"|swell(?:ed|s)\s+to|swollen\s+to|gr[eo]wn?\s+to|had|counted)"
        ),
    ),
    (
        "hospitalised",
        _left(
            r"ambulances?\s+(?:(?:had|have|has|also|then|already|crews?)\s+)*(?:brought|took|taken|carried"
            r"|ferried|rushed|drove)(?:\s+(?:in|away|off))?"
        ),
    ),
    (
        "infected",
        _left(
            r"(?:measles|cholera|flu|influenza|dengue|malaria|typhoid|mumps|polio|ebola|mpox|virus|disease"
            r"|fever|bug|infection|epidemic|outbreak|norovirus|salmonella|plague|diphtheria|hepatitis"
            r"|meningitis)\s+(?:(?:has|have|had|already|now|also)\s+)*(?:struck|hit|affected|attacked"
            r"|afflicted|laid\s+low|reached|infected|caught)"
        ),
    ),
    (
        "homeless",
        _left(
            r"(?:destroy(?:ed|ing|s)|burn(?:ed|t|ing)|raz(?:ed|ing)|wreck(?:ed|ing)|flatten(?:ed|ing)"
            r"|gutt(?:ed|ing)|demolish(?:ed|ing))\s+the\s+(?:homes|houses|huts|shelters)\s+of"
        ),
    ),
    (
        "evacuated",
        _left(
            r"(?:cleared|emptied|clearing|emptying)\s+of|(?:fl(?:ew|own|ying|y)|ferr(?:ied|ying)|buss?(?:ed"
            r"|ing)|airlift(?:ed|ing)|shipp?(?:ed|ing))\s+out"
        ),
    ),
    ("arrested", _left(r"nett(?:ed|ing)|bagg(?:ed|ing)|collar(?:ed|ing)|nabb(?:ed|ing)|put\s+behind\s+bars")),
    (
        "trapped",
        _left(
            r"(?:cut|cuts|cutting|seal(?:ed|ing))\s+off|dig(?:s|ging)?\s+for|dug\s+for"
            r"|tunnel(?:l?ing)\s+(?:towards|to)"
        ),
    ),
    (
        "missing",
        _left(
            r"(?:^\s*|no\s+)(?:trace|sign|word|news)\s+(?:of|from)|contact\s+(?:(?:was|has|had"
            r"|been)\s+)*lost\s+with|lost\s+(?:all\s+)?contact\s+with|knows?\s+where"
        ),
    ),
    (
        "captured",
        _left(
            rf"(?:{CAPTORS}|kidnappers|abductors|robbers|gunm[ae]n|armed\s+men|insurgents|extremists"
            rf"|raiders)\s+{_AUX}(?:snatched|grabbed|carried\s+off|led\s+(?:away|off)|marched(?:\s+(?:off"
            rf"|away))?|dragged(?:\s+(?:off|away))?|herded|rounded\s+up|bundled|forced|drove\s+off\s+with"
            rf"|made\s+off\s+with|went\s+off\s+with|hold(?:s|ing)?|keep(?:s|ing)?|kept)"
        ),
    ),
    (
        "captured",
        _left(
            r"(?:taking|seizure|abduction|capture|kidnap|kidnapping|holding|ambush\s+and\s+capture)\s+of"
            r"|snatch(?:ed|ing|es)?|spirit(?:ed|ing)\s+(?:away|off)|shanghai(?:ed|ing)"
        ),
    ),
    (
        "arrested",
        _left(
            rf"(?:{_POLICE})\s+{_AUX}(?:hold(?:s|ing)?|took\s+(?:away|in)|led\s+(?:away|off)|dragged\s+(?:away"
            rf"|off)|seized|picked\s+up|have\s+in\s+custody|locked\s+up|nabbed|swept\s+up|bundled\s+off)"
        ),
    ),
    (
        "arrested",
        _left(
            r"(?:remand|imprison|incarcerat|lock)(?:ed|ing|s)?(?:\s+up)?|arrests?\s+of"
            r"|capture\s+and\s+arrest\s+of"
        ),
    ),
    (
        "rescued",
        _left(
            r"(?:brought|brings?|bringing|pull(?:ed|s|ing)?|got|getting|dug|digging|haul(?:ed|ing)|led|leading"
            r"|carr(?:ied|ying)|help(?:ed|ing)|cut(?:ting)?|fetch(?:ed|ing)|guid(?:ed|ing)|drag(?:ged"
            r"|ging))\s+out|rescues?\s+of|saving\s+of|freeing\s+of|freed|liberat(?:ed|ing)|dug\s+up"
        ),
    ),
    (
        "displaced",
        _left(
            r"exodus\s+of|(?:displacement|expulsion|uprooting)\s+of|expel(?:led|ling)|(?:drove|driven|driving"
            r"|chased|chasing)\s+(?:out|away)"
        ),
    ),
    (
        "evacuated",
        _left(
            r"(?:evacuation|removal|clearing)\s+of|order\w*\s+(?:to\s+leave\s+)?(?:covers?|affects?"
            r"|applies\s+to|concerns?)|mov(?:ed|ing)\s+out"
        ),
    ),
    (
        "hospitalised",
        _left(
            rf"{HOSPITAL}{_AT}{_AUX}(?:t(?:ook|aken|akes|aking)\s+in|admit(?:s|ted|ting)?|treating|car(?:es|ed"
            rf"|ing)\s+for|look(?:s|ed|ing)\s+after)"
        ),
    ),
    (
        "hospitalised",
        _left(
            r"(?:treatment|assistance|care|aid|help)\b[^.;]{0,40}\bhospitals?\b[^.;]{0,30}\b(?:given|rendered"
            r"|provided|administered|extended|granted)\s+to"
        ),
    ),
    ("hospitalised", _left(r"hospital\s+(?:treatment|care)\b[^.;]{0,30}\bto|hospitali[sz]ation\s+of|admission\s+of")),
    (
        "injured",
        _left(
            r"(?:first\s+aid|(?:medical|emergency)\s+(?:assistance|care|aid|help"
            r"|treatment))\b[^.;]{0,40}\b(?:given|rendered|provided|administered|extended|gave|to)\s+to"
            r"|(?:burn|scald|bruis|maim|batter|blind)(?:ed|ing)"
        ),
    ),
    (
        "deployed",
        _left(
            r"(?:sen[dt]|sends|sending|pour(?:ed|ing)|draft(?:ed|ing)|threw|thrown|order(?:ed|ing)"
            r"|dispatch(?:ed|ing)|field(?:ed|ing)|muster(?:ed|ing)|assign(?:ed|ing)|detail(?:ed|ing)"
            r"|commit(?:ted|ting)|station(?:ed|ing)|post(?:ed|ing))\s+(?:in|out|up|into\s+action)|(?:with"
            r"|under)\s+the\s+(?:help|support|assistance|aid)\s+of"
        ),
    ),
    (
        "attended",
        _left(
            r"(?:march|rall(?:y|ies)|demonstration|protest|procession|vigil|funeral|parade|concert|service"
            r"|ceremony)\b[^.;]{0,30}\b(?:joined|attended|followed|watched|led)\s+by|(?:size|scale"
            r"|number)\s+(?:of|at)\s+the\s+(?:march|crowd|rally|demonstration|protest|procession"
            r"|gathering)\W+(?:[\w’'-]+\s+){0,4}?"
        ),
    ),
    (
        "laid off",
        _left(
            r"(?:part(?:ed|ing)(?:\s+(?:ways|company))?\s+with|get(?:ting)?\s+rid\s+of|got\s+rid\s+of"
            r"|pink\s+slips\s+to|dispens(?:ed|ing)\s+with|(?:dismissal|sacking|firing|laying\s+off|lay-?off"
            r"|axing)s?\s+of)"
        ),
    ),
)
