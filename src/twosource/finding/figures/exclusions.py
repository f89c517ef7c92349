"""In: an amount in its sentence. Out: whether it is no figure: a name, a code, a pointer back, an idiom."""

import re

from twosource.finding.figures.clauses import NOUNS, Words
from twosource.text.amounts import Amount
from twosource.text.listing import listed

_NAME_NOUNS = listed(
    """room page chapter article section phase category level line route flight type number channel grade gate
    seat round version step tier stage group unit reactor block platform runway tram bus chapter class ward
    zone lot district sector highway interstate road track bed floor exhibit count appendix figure table
    paragraph clause amendment resolution rule act bill item question volume issue episode part act scene
    pier berth dock terminal hangar gate junction exit checkpoint hall building apartment flat suite cell
    studio box engine model mark series generation area region brigade division battalion regiment squadron
    battery precinct station post mile km kilometer kilometre order directive regulation law decree protocol
    train phase brigade exhibit shaft turbine furnace pit well corps army fleet platoon company squad team
    warehouse shed silo store shop school clinic camp post office stand booth table lock sluice pier bridge
    motorway autoroute autobahn freeway interchange interstate county policy form schedule annex stanza verse
    psalm sonata symphony opus concerto sector quadrant plot parcel site location pool court dormitory dorm
    sol apollo soyuz vostok shenzhou artemis voyager falcon starship group league division tier liga serie
    formation boeing airbus freezer camp hole lane car pit day week game match stage lap heat proposition
    prop measure ballot code plan no nos nr vol pp ch sec art fig windows office xbox playstation"""
)
_MID_NAME_OK = listed(
    "about over under some nearly almost around least than to only just at up another more including"
    " dead killed and or the a an in of for with by as after from"
    " monday tuesday wednesday thursday friday saturday sunday i we they he she it all these those was"
    " were is are has have had said but while when that not"
)
_HYPHEN_TERMS = listed(
    "way time timer times sided off dimensional state party tier nil man star point pointer wheel"
    " wheeler piece legged handed"
    " track hit string figure digit stop size speed seater ply goal under pronged fold turn round degree"
    " word plus dose or step and to run seed three two one five four ten six seven eight nine a"
    " parent child bit bag ball handers in old olds on up horse second third shot shots lane liner alarm"
    " pound gun bed bedroom bedrooms"
)
_POINTER_NOUNS = listed(
    "side leader country nation man woman neighbour neighbor party ally rival institution government"
    " brother sister friend pair couple group"
    " team camp faction state capital company official minister president firm agency organisation"
    " organization body candidate"
)
_RANKED = listed("other first last same bottom top final remaining")
_SOURCE_NOUNS = listed(
    "official source witness person people diplomat aide resident analyst expert officer lawmaker agency"
    " newspaper outlet report sources trader economist eyewitness executive"
    " survivor lawyer insider researcher study medic employee"
)
_SAY = re.compile(
    r"\W*(?:[\w-]+\s+){0,5}?(?:said|say|told|tell|confirmed|added|reported|report|claimed|briefed"
    r"|familiar with|close to|with (?:direct )?knowledge|who (?:spoke|asked|declined|requested))\b"
)
_IDIOM = re.compile(
    r"(?:(?<!after )(?<!for )(?<!in )(?<!within )(?<!lasted )(?<!least )(?<!only )(?<!just )(?<!than )(?<!about )"
    r"\bone\s+(?:day|night)\b"
    r"|\bone\s+[a-z]+\s+(?:and\s+then\s+(?:the\s+(?:next|other)|another)|after\s+(?:another|the\s+(?:next|other))"
    r"|at\s+a\s+time)\b"
    r"|(?:\b(?:one\s+(?:another|other)|one\s+(?:morning|evening|afternoon|point|time|thing|way"
    r"|hand|side|another|anothers)\b|no\s+one\s+(?:can|could|knows?|else|has\s+ever|wants?|will|would"
    r"|should)|one-on-one"
    r"|one\s+by\s+one|two\s+by\s+two|one\s+or\s+other|day\s+one|one\s+more\s+(?:time|thing)"
    r"|second\s+to\s+none|none\s+of\s+(?:this|that|it)|none\s+other|none\s+too|one\s+and\s+only"
    r"|one\s+and\s+the\s+same"
    r"|hundred\s+per\s*cent\s+sure|twenty-four\s+seven|sixes\s+and\s+sevens|million\s+dollar\s+question"
    r"|six\s+feet\s+under|nine\s+to\s+five|dressed\s+to\s+the\s+nines|cloud\s+nine)))",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"^\s*[(#]?\d{1,3}[.):]\s*")
_PHONE = re.compile(r"\+?\(?\d[\d\s()./-]{7,}\d")
_ADDRESS = re.compile(
    r"\d{1,5}(?:-\d+)?\s+(?:(?:[A-Z][\w.’'-]*|\d+(?:st|nd|rd|th))\s+){1,4}(?:Road|Rd|Street|St|Avenue|Ave"
    r"|Way|Lane|Drive|Dr|Boulevard|Blvd|Square|Place|Court|Terrace|Row|Close|Crescent"
    r"|Quay|Highway)\b|\d{2,5}\s+(?:US|State|County|Old)\s+(?:Hwy|Highway|Route|Road|Rd)\b|\d{1,4}\s+(?:Ave|Rue|Via|Calle|Avenida)\s+[A-Z]"
)
_DIALLED = re.compile(
    r"(?<![\d.,])\d{2,4}(?: \d{4}){2}(?![\d.,])|"
    r"\(\d{3}\)\s?\d{3}-[\dA-Z]{4}|\b\d{3}-\d{3}-[A-Z]{4}\b|\b\d['’]\d{1,2}[\"”]|\b\d{3}[-.\s]\d{3}[-.]\d{4}\b|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}-\d{4}\b"
)
#: The number of a file, a badge or a paragraph of law: "Case Number: 1601", "P.C. 30.02".
_FILED = re.compile(
    r"(?:\b(?:case|incident|report|badge|docket|file|record|reference|ref|claim|permit|licen[cs]e|plate)\s*(?:numbers?|nos?\.?|#)?\s*[:#]"
    r"|\b(?:case|incident|report|badge|docket|file|jersey|shirt|wore|wears|wearing)\s+(?:the\s+)?(?:number|no\.?|nos\.|#)"
    r"|\d{3}-[A-Z]{4}\s*\(|\bP\.?C\.|§|\bU\.S\.C\.)\s*$",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://|www\.|\w@\w|\w\.(?:com|org|net|info|gov)\b", re.IGNORECASE)


def _is_worded_name(words: Words, amount: Amount, *, title_case: bool) -> bool:
    """Whether a number in words belongs to a name: "Channel Four", "platform two"."""
    i, behind = words.at(amount.at), words.after(amount.stop)
    if not title_case and _is_capital(words, amount, i):
        return True
    counted = words.get(i - 1) in _NAME_NOUNS and not (amount.modifier or amount.unit or _is_numbered(words, i - 1))
    counted = counted and amount.form == "count"
    loose = behind >= words.size or words.tag[behind] not in ("NNS", "NN", "JJ")
    return counted and words.get(i - 2) != "the" and loose


_COUNTED_STATE = re.compile(
    r"\b(?:dead|wounded|injured|missing|homeless|sick|displaced|[a-z]{3,}s|people|men|women|children)\b(?:\s+[\w’'-]+){0,6}\s+$",
    re.IGNORECASE,
)


def _is_numbered(words: Words, k: int) -> bool:
    """Whether token `k` is the verb of "deaths number 61", "the dead on their side number three"."""
    if words.get(k) != "number" or not k:
        return False
    if words.tag[k - 1] in ("NNS", "NNPS") or words.get(k - 1) in _NUMBERED:
        return True
    said = words.tag[k] in ("VB", "VBP") or words.tag[k - 1] in ("NN", "RB")
    before = words.text[: words.idx[k]]
    return said and words.get(k - 1) not in ("the", "a", "this") and bool(_COUNTED_STATE.search(before))


def is_name(words: Words, amount: Amount, *, title_case: bool) -> bool:  # noqa: C901, PLR0911, PLR0912 - a list of cases
    """Whether a number belongs to a name or a code: "Boeing 737", "Room 7", "Article 5", "3-point range"."""
    text = words.text
    if amount.words and not amount.hyphen:
        return _is_worded_name(words, amount, title_case=title_case)
    if amount.hyphen:
        first = amount.hyphen.split("-")[0]
        return first in _HYPHEN_TERMS
    if amount.unit or amount.form != "count" or amount.modifier:
        return False
    i = words.at(amount.at)
    before = words.get(i - 1)
    if _IDENTIFY.search(text[: amount.at]) and _VICTIMS.match(text, amount.stop):
        return False
    if words.word[i - 1] == "." and words.word[i - 2] in ("No", "no", "Nos") and i > 1:
        return True
    if i == 0 and re.search(r"\bNos?\.\s{0,2}$", _left_of(words)):
        return True
    if not before or text[amount.at - 1 : amount.at] not in (" ", "\u00a0"):
        return False
    written = text[amount.at : amount.stop]
    if before in _NAME_NOUNS and words.word[i - 1][:1].isupper() and not title_case:
        return True
    if before in _ALONG and re.search(
        rf"\b(?:Route|Highway|Hwy|Interstate|I|US|Rte|Road)\.?[ -]{written}\b", _before(words)
    ):
        return True  # "onto Route 690 ... on 690"
    if re.fullmatch(r"7[0-8]7", written) and text[amount.stop : amount.stop + 2].strip()[:1].isupper():
        return True
    if "," in written or not written.isdigit():
        return before in ("no.", "nos.") or (
            bool(re.fullmatch(r"\d+\.\d+", written)) and words.word[i - 1][:1].isupper() and before in _NAME_NOUNS
        )
    following = words.tag[words.after(amount.stop)] if words.after(amount.stop) < words.size else ""
    if words.tag[i - 1] in ("VB", "VBP", "VBD", "VBZ") and words.word[i - 1].islower() and following in NOUNS:
        return False  # "in the yard stand 212 wire cages"
    named = words.tag[i - 1] == "NN" or words.get(i - 2) in _PERIODICAL
    if before in _PAPERS and named and following not in ("NNS", "NNPS", "JJ", "VBN", "NN", "CD"):
        return words.get(i - 2) not in ("the", "a", "an") and not amount.words
    if before.rstrip(".") in _NAME_NOUNS:
        if before == "number" and words.get(i - 2) in ("the", "this", "that"):
            return False
        if _is_numbered(words, i - 1):
            return False
        plural = following in ("NNS", "NNPS") or words.get(words.after(amount.stop)) in ("people", "more")
        phrase = words.phrase(words.after(amount.stop)) if words.word[i - 1].islower() and following in NOUNS else None
        plural = plural or (phrase is not None and words.tag[phrase.head] == "NNS")  # "there stand 212 wire cages"
        return not plural
    if re.search(r"[a-z][A-Z]", words.word[i - 1]) and len(written) <= 2:  # noqa: PLR2004
        return True
    if _GAPPED.search(text[: amount.at]) and re.match(r"\s*(?:[,.;)]|and\b|$)", text[amount.stop :]):
        return False  # "the Centre had 44.1 per cent, the Greens 31"
    upper = words.word[i - 1][:1].isupper() and before not in _MID_NAME_OK and words.tag[i - 1] in ("NNP", "NNPS", "NN")
    if not upper or title_case or i < 2:  # noqa: PLR2004 - small sizes of English prose
        return upper and not title_case and following not in ("NNS", "NNPS", "JJ", "VBN", "NN") and len(written) < 4  # noqa: PLR2004
    return (
        following not in ("NNS", "NNPS")
        or words.dep[i] != "nummod"
        or (words.tag[i - 1] == "NNP" and words.head[i] == i - 1)
    )


_NEAR = 400
_GAPPED = re.compile(
    r"\b(?:had|has|won|got|took|polled|sent|lost|counted|received|scored|gave|with|on)\s+(?:[a-z]+\s+)?\d[\d,.]*\s*(?:per\s?cent|%|[a-z]{3,})"
    r"[^.;]*[,;]\s+(?:and\s+|while\s+)?(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+$"
)
#: Papers and places that bear a number of their own: "situation report 3", "counter 2".
_PAPERS = listed("report bulletin counter window desk circular dispatch newsletter communique leaflet entrance exit")
_PERIODICAL = listed("situation status progress interim annual monthly weekly daily update")
_NUMBERED = listed("dead wounded injured missing homeless they now")


def _before(words: Words) -> str:
    """The sentence and what stands before it."""
    sentence = words.sentence
    return sentence.report.text[max(0, sentence.start - _NEAR) : sentence.end]


def _left_of(words: Words) -> str:
    """The few characters before the sentence."""
    sentence = words.sentence
    return sentence.report.text[max(0, sentence.start - 6) : sentence.start]


_ALONG = listed("on onto off along via down up")
#: "Police ID 2 killed in crash": a verb of headlines, and no number of an identity.
_IDENTIFY = re.compile(r"\b(?:ID|Id|ID['’]?s|id)\s+$")
_VICTIMS = re.compile(
    r"\s+(?:more\s+|other\s+)?(?:(?:\w+\s+){0,2}?(?:killed|dead|slain|shot|wounded|injured|hurt|found|arrested)\b"
    r"|(?:victims|suspects|men|women|people|teens|bodies|persons|officers|students|boys|girls|brothers|sisters)\b)"
)


def _is_capital(words: Words, amount: Amount, i: int) -> bool:
    """Whether a spelled number has a capital inside a sentence, behind a plain word: "Train Seven", "the Big Five"."""
    written = words.text[amount.at : amount.stop]
    plain = not (amount.unit or amount.modifier or amount.joined) and amount.form == "count"
    if not (plain and i and written[:1].isupper() and written[1:].islower()):
        return False
    before = words.word[i - 1]
    return before.isalpha() and words.text[amount.at - 1 : amount.at] == " " and not before.isupper()


_BLOCK = re.compile(r"\d{1,3}00(?:[\s-]and\s\d+00)?[\s-]block\b")
_CROSSING = re.compile(r"\d{1,3}(?:st|nd|rd|th)?\s+&\s+[A-Z]")
_POST_CODE = re.compile(r"\d{4,6}\s+(?:zip|post|postal)\s?code", re.IGNORECASE)
_HOTLINE = re.compile(
    r"(?:\b(?:call(?:s|ed|ing)?|dial(?:s|led|ed|ling)?|rang|ring(?:s|ing)?|phon(?:e|ed|ing)|via)\s+(?:to\s+|the\s+)?"
    r"(?:911|999|112|110|119)\b(?!,\d|\.\d)(?!\s+(?:people|men|women|children|victims|dead|deaths|cases)\b)"
    r"|\b(?:911|999|112)[\s-]+(?:calls?|callers?|operators?|dispatch\w*|tapes?|recordings?|call-takers?|emergency"
    r"|lines?|cent(?:re|er)s?|systems?|services?)\b)",
    re.IGNORECASE,
)


def _is_street(text: str, amount: Amount) -> bool:
    """Whether a number is a block ("the 2800 block of Elm"), a crossing ("26 & Elm") or the emergency line ("911")."""
    if amount.words or amount.unit:
        return False
    if any(pattern.match(text, amount.at) for pattern in (_BLOCK, _CROSSING, _POST_CODE)):
        return True
    start = max(0, amount.at - 10)
    return any(
        start + found.start() <= amount.at < start + found.end()
        for found in _HOTLINE.finditer(text[start : amount.stop + 16])
    )


def is_furniture(text: str, amount: Amount) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether a number counts a list, is part of a telephone number or an address, or of an idiom."""
    if (not amount.words and _ADDRESS.match(text, amount.at)) or _is_street(text, amount):
        return True
    if amount.unit == "%" and re.match(
        r"\s+confidence\b|\s+(?:CI|prediction interval)\b", text[amount.end : amount.end + 24]
    ):
        return True
    if re.match(r"0\d{2,4}(?:[\s-]\d{2,4}){1,3}", text[amount.at :]) or re.search(
        r"\b0\d{2,4}[\s-](?:\d{2,4}[\s-])?$", text[max(0, amount.at - 12) : amount.at]
    ):
        return True
    if not amount.unit and _DIALLED.search(text[max(0, amount.at - 8) : amount.stop + 11]):
        return True
    if not (amount.words or amount.unit) and _FILED.search(text[max(0, amount.at - 28) : amount.at]):
        return True
    if not amount.unit and re.search(
        r"\b(?:per|for\s+every|in\s+every|out\s+of\s+every)\s+$", text[max(0, amount.start - 16) : amount.start]
    ):
        return True
    if re.search(r"[|»·•]\s*$", text[max(0, amount.at - 3) : amount.at]) and re.match(
        r"\s*[|»·•]", text[amount.stop :]
    ):
        return True  # a row of page numbers
    listed = _LIST_NUMBER.match(text)
    if listed and amount.stop <= listed.end() and not amount.unit:
        return True
    if not amount.words and (_is_address(text, amount) or _is_phone(text, amount)):
        return True
    start = max(0, amount.at - 12)
    return any(
        start + match.start() <= amount.at < start + match.end()
        for match in _IDIOM.finditer(text[start : amount.stop + 40])
    )


_WINDOW = 60


def _is_address(text: str, amount: Amount) -> bool:
    """Whether a number stands inside a web or mail address."""
    left = text[max(0, amount.at - _WINDOW) : amount.at].rsplit(maxsplit=1)
    right = text[amount.at : amount.stop + _WINDOW].split(maxsplit=1)
    before = left[-1] if left and not text[amount.at - 1 : amount.at].isspace() else ""
    return bool(_URL.search(before + right[0]))


def _is_phone(text: str, amount: Amount) -> bool:
    """Whether a number is a group of a telephone number."""
    if amount.unit or amount.joined:
        return False
    begin = max(0, amount.at - _WINDOW)
    for match in _PHONE.finditer(text[begin : amount.stop + _WINDOW]):
        spot = match.group()
        inside = begin + match.start() <= amount.at < begin + match.end()
        if (
            inside
            and spot.count(" ") + spot.count("-") >= 1
            and not re.search(r"\d, ?\d", spot)
            and re.search(r"[+(-]", spot)
        ):
            return True
    return False


#: A number that is pointed to as what someone said is one that was said: "the two it first announced".
_CLAIMED = re.compile(
    r"\s+(?:that\s+)?(?:it|they|he|she|(?:the\s+)?[\w-]+)\s+(?:(?:had|has|have)\s+)?(?:first|initially|earlier|originally|previously|at\s+first"
    r"|once|now)?\s*(?:announced?|reported|gave|given|admitted|admits|acknowledged|counted|counts|claimed|claims|listed|mentioned"
    r"|spoke\s+of|confirmed|told\s+of)\b",
    re.IGNORECASE,
)


def is_pointer(words: Words, amount: Amount, noun: int | None, lemma: str) -> bool:
    """Whether a number only points back: "the two leaders", "all three", "the nine were", "these four"."""
    if (
        amount.modifier
        or amount.unit
        or amount.form != "count"
        or not amount.words
        or (amount.low or 0) > 12  # noqa: PLR2004 - small sizes of English prose
        or amount.joined
    ):
        return False
    i = words.at(amount.at)
    before = words.get(i - 1)
    if before == "these" and words.get(i - 2) == "of" and noun is None and words.get(i + 1) != "of":
        return False  # "of these nine were upheld"
    if before in ("these", "those", "both") or (
        before == "all" and (noun is None or (words.get(i + 1) != "of" and lemma in _POINTER_NOUNS))
    ):
        return True
    if before == "the" and noun is None and _CLAIMED.match(words.text, amount.stop):
        return False
    if before == "the" or (before in _RANKED and words.get(i - 2) == "the"):
        return (
            noun is None
            and words.get(i + 1) not in ("of", "who", "whom", "that", "dead", "killed", "injured", "missing")
        ) or (
            lemma in _POINTER_NOUNS
            and words.get(i - 2) != "of"
            and words.get(i + 2) not in ("who", "that", "killed", "arrested", "dead", "detained")
        )
    return before in ("his", "her", "their", "its", "our") and lemma in _POINTER_NOUNS


def is_source_count(words: Words, amount: Amount, noun: int | None, lemma: str) -> bool:
    """Whether a number counts those who speak: "two officials said", "three people familiar with the matter"."""
    if noun is None or lemma not in _SOURCE_NOUNS or (amount.low or 0) > 20 or amount.modifier or not amount.words:  # noqa: PLR2004
        return False
    after = words.text[words.end(noun) : words.end(noun) + 70].lower()
    if re.match(r"\W*(?:said|have been|were|was|had been|has been)\s+(?:killed|to have)", after):
        return False
    if _SAY.match(after):
        return not re.match(r"\W*(?:were|are|have|had|was|is|died|lost|in |on )", after)
    before = words.text[max(0, amount.start - 24) : amount.start].lower()
    return bool(re.search(r"\b(?:according to|citing|told by|quoting)\s+(?:the\s+)?$", before)) and lemma != "report"


_NOT_AFTER_ONE = listed("of 's ’s , - can could might would should must that in by who")
_NOT_BEFORE_ONE = listed(
    "the this that another no any every each such which my your his her their good new first last next big only a an"
    " old other"
    " right wrong as from like - than"
)


_TELLS = re.compile(
    r"\W{0,2}(?:has\s+(?:since\s+)?died|died|dead|(?:was|were|is|later|has\s+been)\s+(?:later\s+)?(?:killed|dead"
    r"|missing|fatal)|fatal(?:ly)?|still\s+missing)",
    re.IGNORECASE,
)


_NO_ONE = listed("thing day time way point side case reason account estimate count reckoning")


def _is_part_struck(words: Words, i: int) -> bool:
    """Whether something was done to one of a number of things: "one of the ship's 12 tanks had been holed"."""
    if words.dep[i] != "nsubjpass" or words.tag[words.head[i]] != "VBN" or words.head[i] < i:
        return False
    return any(words.tag[k] == "CD" for k in range(i + 2, min(words.head[i], i + _OF_MANY)))


_OF_MANY = 8


def is_bare_one(words: Words, amount: Amount, *, beside: bool, noun: int | None) -> bool:  # noqa: PLR0911 - a list of cases
    """Whether "one" is a pronoun or an article and no count; `beside` tells of another figure in the sentence."""
    if (
        not amount.words
        or amount.low != 1
        or amount.high not in (1, None)
        or amount.unit
        or amount.joined
        or amount.form != "count"
    ):
        return False
    if words.text[amount.at : amount.stop].lower() != "one":
        return False
    if amount.modifier and amount.high is None:
        return False
    i = words.at(amount.at)
    before, after = words.get(i - 1), words.get(i + 1)
    if after == "of" and words.get(i + 2) in ("them", "whom", "these", "those"):
        return not _TELLS.match(words.text[words.end(min(i + 2, words.size - 1)) :])
    if after == "of" and _is_part_struck(words, i):
        return False
    if after in _NOT_AFTER_ONE or before in _NOT_BEFORE_ONE:
        return not (before in ("from", "only") and noun is not None and beside)
    if noun is not None:
        return (
            not beside
            or any(words.low[k] in ("'s", "’s") for k in range(i, min(words.size, noun + 2)))
            or words.get(noun) in ("eye", "hand", "arm", "leg", "foot", "ear", "breath", "voice")
            or words.tag[noun] not in NOUNS
            or words.get(noun) in _NO_ONE
        )
    return not (
        beside and after in ("has", "was", "is", "died", "injured", "dead", "killed", "missing", "had", "wounded")
    )
