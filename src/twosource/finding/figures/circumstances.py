"""In: a draft in its sentence. Out: stance, place, day or period, and the content words around it."""

import re
from collections.abc import Sequence
from typing import Literal

from twosource.finding.figures.clauses import NOUNS, VERBS, Words
from twosource.finding.figures.drafts import Draft
from twosource.records import Time
from twosource.text.listing import listed

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|apparently|alleged|suspected|purported|supposed"
    r"|rumou?red|unconfirmed|unverified|allege[sd]?|without\s+(?:offering\s+)?"
    r"(?:any\s+)?(?:evidence|proof))\b",
    re.IGNORECASE,
)
#: Scorn or hearsay around a number: "would have us believe", "blusters that", ", it is rumoured,".
_SCORN = re.compile(
    r"\b(?:(?:would|will)\s+have\s+(?:us|you|the\s+world)\s+(?:believe|think)|(?:invited|asked|expected|supposed|meant)\s+to\s+(?:believe"
    r"|swallow)|(?:want|wants|wanted|expects?|ask|asks)\s+(?:us|you)\s+to\s+(?:believe|swallow|think)|bluster(?:s|ed)|fantasi[sz](?:es|ed)"
    r"|concocts?|concocted)\b[^.;]*$|\b(?:it|so\s+it)\s+(?:is|was)\s+(?:rumou?red|alleged|whispered|murmured),?\s+(?:that\s+)?[^.;,]*$",
    re.IGNORECASE,
)
_NEVER_HAD = re.compile(
    r"\b(?:never|did\s+not|didn[’']t|do\s+not|does\s+not)\s+(?:ever\s+)?(?:had|have|numbered?|amounted\s+to|amount\s+to|came\s+to|counted?|employ(?:ed)?"
    r"|sent|send|paid|pay|sold|sell)\s+(?!(?:the|its|their|those|these|his|her)\b)(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:,|\band|\bbut|\brather\s+than|—|–|;)\s+not\s+(?:the\s+|from\s+|by\s+|in\s+|at\s+|on\s+"
    r"|(?:an?\s+)?(?:paltry|mere|measly|piffling|modest|claimed|alleged)\s+"
    r"|of\s+)?(?:\w+\s+)?$|\brather\s+than\s+$",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:(?:it\s+is|is|was|are|were)\s+(?:simply\s+|plainly\s+|completely\s+|totally\s+"
    r"|entirely\s+)?(?:false|untrue|not\s+true|a\s+lie|wrong|fabricated|an?\s+invention|nonsense|baseless"
    r"|made\s+up)"
    r"|no\s+truth\s+(?:in|to)|never\s+existed|devoid\s+of\s+(?:any\s+)?truth|(?:has|have"
    r"|had)\s+no\s+(?:connection|basis)|(?:is|are|was|were)\s+rejected|(?:can|could|is|was)\s+(?:to\s+)?(?:be\s+)?found\s+(?:in\s+no|nowhere)"
    r"|appears?\s+(?:in\s+no|nowhere))\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed)|disput(?:es?|ed)|reject(?:s"
    r"|ed))\s+(?:[\w’'-]+\s+){0,4}?(?:that\b|a\b|the\b|claims|reports|having)",
    re.IGNORECASE,
)
#: What ends the reach of a denial: "denied that the base had fallen and said its troops had killed 230".
_SAID_TOO = re.compile(
    r"\b(?:but|while|although|though|and\s+(?:has\s+|have\s+|had\s+)?(?:instead\s+)?(?:said|says?|saying|claim(?:s|ed|ing)?"
    r"|insist(?:s|ed|ing)?|put|puts|add(?:s|ed|ing)|announced|maintain(?:s|ed)|gave|told|assert(?:s|ed)|counted))\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ion|ing)\b|clarif(?:y|ies|ied|ication)|an\s+earlier\s+version"
    r"|previous\s+version|amended|an\s+error\s+in|misstated|in\s+error|erratum|wrongly\s+(?:said|stated"
    r"|gave))",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:earlier|previous|original)\s+(?:version|story|article|report)|\b(?:misstated|wrongly"
    r"|incorrectly|mistakenly|in\s+error|erroneously)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:call(?:s|ed)|dismiss(?:es|ed)|describ(?:es|ed)|brand(?:s|ed)|label(?:s"
    r"|led))\b.*\b(?:inventions?|fabrications?|lies?|false|nonsense|rubbish"
    r"|propaganda|exaggerat\w+)\b",
    re.IGNORECASE,
)
_REPORTING = listed(
    "invent know include exceed have get mean rule want need say think expect believe forget notice think count mind"
)
_CLAUSE = 90


def stance_of(made: Draft) -> tuple[Literal["asserted", "denied", "doubted"], bool]:  # noqa: C901, PLR0911
    """(stance, corrected) as the clause itself gives it: denied after "not", "it is false that"; doubted if hedged."""
    words, amount = made.words, made.amount
    text = words.text
    left, right = text[max(0, amount.start - _CLAUSE) : amount.start], text[amount.end : amount.end + _CLAUSE]
    notice = bool(_CORRECTS.search(text))
    if _NOT_BEFORE.search(left):
        return "denied", notice
    if (
        notice
        and _EARLIER.search(left)
        and not re.search(r"\b(?:should|instead|in\s+fact|correct(?:ed)?\s+(?:number|figure|to))\b", left)
    ):
        return "denied", True
    near_left, near_right = re.split(r"[;:]", left)[-1], re.split(r"[;:]", right)[0]
    if re.search(r"\bit\s+(?:is|was)\s+(?:false|untrue|a\s+lie|not\s+true)\s+that\b", near_left, re.IGNORECASE):
        return "denied", False
    if (
        _FALSE.search(near_right)
        and amount.form != "none"
        and not re.search(r"\bthat\b.*\b(?:is|was)\s+a\s+lie", near_right)
        and (re.search(r"\b(?:that|claims?|figure|number|the|information|reports?)\b[^,;]*$", near_left, re.IGNORECASE))
    ):
        return "denied", False
    if (
        amount.form != "none"
        and (denied := _DENIES.search(near_left))
        and not _SAID_TOO.search(near_left[denied.start() :])
    ):
        return "denied", False
    plain = amount.form == "count" and not amount.modifier and not amount.kind
    if _negated(made) or (plain and _NEVER_HAD.search(left)):
        return "denied", False
    if _CALLED.search(text) and re.search(
        r"\b(?:figure|number|claim|toll|count|report)s?\s+(?:of|that)\s+[^,;]*$", left
    ):
        return "denied", False
    if re.search(r"\bwithout\s+(?:\w+\s+)?(?:evidence|proof)\b", left, re.IGNORECASE):
        return "doubted", False
    if (
        words.sentence.heading
        and text.rstrip(" ”\"’'").endswith("?")
        and "?" not in left
        and not re.search(r"[.!]\s", right)
    ):
        return "doubted", False
    if (
        _SCORN.search(near_left)
        or _HEDGE.search(re.split(r"[,;:]", left)[-1][-60:])
        or re.match(r"[^,;.:]{0,40}\b(?:reportedly|allegedly|supposedly)\b", right)
    ):
        return "doubted", False
    return "asserted", False


def _negated(made: Draft) -> bool:
    """Whether the verb of the figure is negated: "did not wait 14 days"."""
    words, verb = made.words, made.verb
    if verb is None or made.amount.form == "none" or made.amount.modifier or made.role not in ("object", "oblique"):
        return False
    if made.amount.kind != "time" or words.lemma(verb) in _REPORTING or verb > made.first:
        return False
    if words.get(words.at(made.amount.start) - 1) == "for":
        return False  # "had not been cleaned for 17 years" is 17 years
    return any(words.low[k] in ("not", "n't", "n’t", "never") for k in range(max(0, verb - 3), verb))


_PLACE_BEFORE = listed("in at on near off from across around outside inside within throughout of for to")


def place_of(made: Draft) -> str | None:
    """The place that the sentence states for the figure: the nearest one behind a preposition of place, else None."""
    words = made.words
    best, distance = None, 10_000
    for entity in words.doc.ents:
        if entity.label_ not in ("GPE", "LOC", "FAC"):
            continue
        start = entity.start
        while start > 0 and words.low[start - 1] in ("the", "northern", "southern", "eastern", "western", "central"):
            start -= 1
        if words.get(start - 1) not in _PLACE_BEFORE - {"from", "of", "for", "to"}:
            continue
        gap = entity.start - made.first if entity.start > made.first else (made.first - entity.start) * 2
        if gap < distance:
            best, distance = entity.text.strip(), gap
    return best


_NOT_THEN = re.compile(
    r"\b(?:since|until|till|than(?:\s+in)?|as\s+(?:many\s+|much\s+)?(?:as\s+)?in|before|after|compared\s+(?:with|to))\s+(?:the\s+|late\s+|early\s+|mid-)?$",
    re.IGNORECASE,
)
_BACK_THEN = re.compile(r"\b(?:ago|earlier|previous|last\s+(?:year|month|week))\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice)\b", re.IGNORECASE
)


def _is_other_time(made: Draft, time: Time) -> bool:
    """Whether a time is not that of the figure: a bound ("since 1992"), or that of a number it is set against."""
    text, start = made.words.text, made.words.sentence.start
    at, end = time.span.start - start, time.span.end - start
    if _NOT_THEN.search(text[max(0, at - 24) : at]):
        return True
    if not _BACK_THEN.search(text[at:end]) or at < made.amount.end:
        return False
    return bool(_NUMBERED.search(text[made.amount.end : at]))


def as_of(made: Draft, times: Sequence[Time]) -> str | None:
    """The day or period that the sentence states for the figure, ISO; the nearest date of the sentence, else None."""
    best, distance = None, 10_000
    for time in times:
        if time.type != "DATE" or time.start is None or time.end is None:
            continue
        if _is_other_time(made, time):
            continue
        gap = time.span.start - made.end if time.span.start >= made.end else (made.start - time.span.end) * 2
        if 0 <= gap < distance:
            best, distance = time, gap
    if best is None or best.start is None or best.end is None:
        return None
    if best.start == best.end:
        return best.start
    if best.start[:7] == best.end[:7] and best.start.endswith("-01") and best.end[8:] in ("28", "29", "30", "31"):
        return best.start[:7]
    if best.start[:4] == best.end[:4] and best.start.endswith("-01-01") and best.end.endswith("-12-31"):
        return best.start[:4]
    return f"{best.start}/{best.end}"


_CONTENT = NOUNS | VERBS | {"JJ", "JJR", "JJS"}
_EMPTY = listed(
    "be have do say tell get make take give go come put more other such many much own last next same new"
    " would will can may could should also about"
)


def content(words: Words, tokens: Sequence[int]) -> set[str]:
    """The lower-case content lemmas of some tokens."""
    return {
        lemma
        for k in tokens
        if words.tag[k] in _CONTENT and words.low[k][:1].isalpha()
        for lemma in [words.lemma(k)]
        if lemma not in _EMPTY and len(lemma) > 1
    }


def clause_terms(made: Draft) -> set[str]:
    """The content lemmas of the figure's own clause: counted noun and modifiers, verb, its subject and objects."""
    words = made.words
    picked: list[int] = []
    verb = made.verb
    if made.noun is not None:
        picked += range(max(0, made.np_start), min(words.size, made.np_end))
        if words.get(made.np_end) == "of":
            phrase = words.phrase(made.np_end + 1) or words.phrase(made.np_end + 2)
            picked += range(phrase.start, phrase.end) if phrase else ()
    if verb is not None:
        picked.append(verb)
        for k in range(words.size):
            up = words.head[k]
            if up == verb and words.dep[k] in ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "acomp", "prt", "dative"):
                picked += [
                    k,
                    *(
                        j
                        for j in (k - 1, k - 2)
                        if j >= 0 and words.head[j] == k and words.dep[j] in ("compound", "amod")
                    ),
                ]
            elif words.dep[k] == "pobj" and words.head[up] == verb:
                picked.append(k)
    counted = {words.at(made.amount.at)}
    return content(words, [k for k in picked if k not in counted])
