"""In: a number in its sentence. Out: whether it is hearsay or scorned, or whether what is around it refutes it."""

import re

from twosource.finding.chain_words import UNTRUE
from twosource.finding.parse import Parsed, Sentence
from twosource.records import Figure, Span

_CLAUSE = 140
#: What is passed on by nobody who answers for it: posts, captions, rumours. "An army post", "the Post" are none.
_POSTS = (
    r"(?:(?:Facebook|Telegram|Twitter|Instagram|TikTok|WhatsApp|YouTube|Reddit)\s+)?(?:(?:viral|anonymous|forwarded|circulating|doctored|shared|popular|widely|much)[\s-]+(?:[\w-]+\s+){0,2}?)?"
    r"(?:posts?|clips?|captions?|memes?|tweets?|chain\s+(?:messages?|letters?)|voice\s+messages?"
    r"|flyers?|social\s+media(?:\s+(?:users|posts|accounts))?"
    r"|chat\s+groups?|chats|forums?|screenshots?|anonymous\s+(?:videos?|accounts?|letters?)|rumou?rs?"
    r"|gossip|hearsay|whispers)"
)
_TELLS = (
    r"(?:say|says|said|saying|speaks?|spoke|speaking|claim(?:s|ed|ing)?|put|puts|alleg(?:es?|ed|ing)"
    r"|assert(?:s|ed)?|has\s+it|had\s+it|have\s+it"
    r"|according\s+to\s+which|that|of|show(?:s|ed|ing)?|tells?|told|went\s+round|spread)"
)
_POST_BEFORE = re.compile(
    rf"(?<!in\s)(?<!on\s)(?:^|[.;:,“\"(]\s*|(?i:\b)(?:[Aa]n?|[Tt]he|that|this|one|same|several|many|some|these"
    rf"|those|such|to)\s+)"
    rf"(?:same\s+)?{_POSTS}\b[^.;:]{{0,70}}?\b{_TELLS}\b[^.;:]{{0,70}}$"
)
_IN_POST = re.compile(
    r"\b(?:in|on|by|through|via)\s+(?:an?|the|his|her|its|their|that|this)\s+(?:[\w-]+\s+){0,2}?(?:posts?"
    r"|tweets?|clips?)\b"
)
_LABELLED = re.compile(
    r"(?:^|[.;]\s+)\W*(?:the\s+|this\s+)?(?:rumou?rs?|allegation|myth|fiction)\s*:\s*[^.;]{0,80}$", re.IGNORECASE
)
_DOUBT_BEFORE = re.compile(
    r"\b(?:laughable|ludicrous|ridiculous|absurd|preposterous|fanciful|fabled|mythical|implausible"
    r"|improbable|so-called|supposed|purported"
    r"|imaginary|fictitious|fictional|pretended|dubious|inflated|made-up|trumped-up|whopping\s+lie)\s+"
    r"(?:(?:figures?|numbers?|totals?|tolls?|sums?|counts?|claims?|stor(?:y|ies)|tales?"
    r"|estimates?)\s+)?(?:of\s+)?[“\"‘']?$"
    r"|\blet\s+us\s+(?:pretend|suppose|assume|imagine)\b[^.;]{0,80}$|\bpretend(?:s|ed"
    r"|ing)?\s+(?:that\s+|to\s+have\s+)[^.;]{0,60}$"
    r"|\b(?:is|are|was|were)\s+(?:said|alleged|purported|rumou?red|claimed)\s+to\b[^.;]{0,60}$"
    r"|\b(?:unclear|uncertain|not\s+(?:known|clear|certain|established|confirmed))\s+(?:whether|if"
    r"|that)\b[^.;]{0,60}$|^\W*whether\b[^.;,]{0,60}$"
    r"|\b(?:could|can|did)\s*(?:not|n[’']t)\s+(?:\w+ly\s+)?(?:confirm|verify|vouch\s+for)\b[^.;]{0,60}$"
    r"|\b(?:accus(?:e|es|ed|ing)\s+(?:[\w’'-]+\s+){0,4}?of|suspected\s+of)\s+\w+ing\b[^.;,]{0,60}$"
    r"|\b(?:who|nobody|no\s+one)\s+(?:still\s+|really\s+)?(?:believes?|trusts?|credits?|buys?)\b[^.;]{0,60}$"
    r"|\bif\s+(?:one|you|we)\s+(?:are\s+to\s+)?(?:believes?|trusts?)\b[^.;]{0,80}$"
    r"|\b(?:spread(?:s|ing)?|circulat(?:es?|ed|ing)|peddl(?:es?|ed|ing)|pass(?:es|ed|ing)?\s+(?:on|round|around))\s+(?:the|an?)\s+"
    r"(?:stor(?:y|ies)|rumou?rs?|claims?|tales?)\s+that\b[^.;]{0,90}$"
    r"|\b(?:tales?|fairy[\s-]?tales?|yarns?|legends?|fables?)\s+of\s+(?:the\s+)?$"
    r"|\bword\s+(?:on|in|among|at|round|around)\s+(?:the\s+)?(?:\w+\s+){1,2}(?:is|was|has\s+it)\s+that\b[^.;]{0,60}$"
    r"|\b(?:talk|stories|tales|reports?)\s+(?:on|in)\s+(?:the\s+)?(?:street|bazaar|market|corridors)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_DOUBT_AFTER = re.compile(
    r"^[^.;:]{0,60}?(?:\b(?:is|are|was|were)\s+(?:said|rumou?red|alleged|reputed|supposed|claimed"
    r"|whispered|purported)\s+to\s+(?:have|be)\b"
    r"|\b(?:it|so\s+it)\s+is\s+(?:whispered|rumou?red|alleged|murmured|muttered|claimed"
    r"|said\s+(?:online|on\s+social))\b"
    r"|\bso\s+(?:the\s+)?(?:rumou?r|story|gossip|legend|tale)\s+(?:goes|has\s+it|runs)\b"
    r"|\b(?:would|wants?|expects?|asks?)\s+(?:like\s+|have\s+)?(?:us|you)\s+(?:to\s+)?(?:think|believe"
    r"|swallow)(?=\W*(?:[.,;]|$))"
    r"|\b(?:so\s+)?(?:implausib|improbab|false|wrong|absurd|unconvincing)ly\s+(?:claim|assert|maintain"
    r"|put|gave|give)\w*"
    r"|[–—-]\s+or\s+(?:did|were|are|was|is|have|has)\s+(?:they|it|there|he|she)\b)"
    r"|^\s*(?:\w+\s+){0,3}?(?:that|which|whom)\s+(?:[\w’'-]+\s+){1,5}?(?:alleges?|alleged|pretends?"
    r"|imagines?|dreams?\s+of)\b"
    r"|^[^.;:,]{0,40},\s+(?:wail|whin|whimper|crow|gloat|bleat|boast|brag|bluster|squeal)(?:e?s|ed"
    r"|es)\s+(?:the\b|its\b|a\b|[A-Z])",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"^\W*(?:did|were|are|was|is|do|does|has|have)\b", re.IGNORECASE)
_NOT_SO = re.compile(
    rf"^\W*(?:(?:it|that|this|which|the\s+(?:claim|post|rumou?r|story|report))\s+(?:is"
    rf"|was)\s+(?:\w+ly\s+)?(?:{UNTRUE}|not\s+(?:true|so|correct|the\s+case))"
    rf"|(?:not\s+so|not\s+true|{UNTRUE})\b)",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"\bnor\b[^.;,]{0,40}$"
    r"|\b(?:retract(?:s|ed)?|withdr(?:ew|awn|aws)|t(?:ook|aken)\s+back)\s+(?:the|its|his|her|their)\s+(?:\w+\s+){1,2}of\s+$"
    r"|\b(?:disregard|ignore|not\s+(?:to\s+)?(?:believe|heed|trust))\s+(?:\w+\s+){0,3}(?:messages?|rumou?rs?|posts?|reports?"
    r"|claims?|stor(?:y|ies))\b[^.;]{0,80}$"
    r"|\b(?:number|figure|toll|count|total|sum|it|answer)\b[^.;,]{0,60}\b(?:is|was|are|were)(?:\s+not"
    r"|n[’']t)\s+(?:the\s+)?$"
    r"|\b(?:rul(?:ed|es|ing)\s+out|contradict(?:s|ed|ing)?|disown(?:s|ed|ing)?|disavow(?:s|ed)?"
    r"|debunk(?:s|ed)?|refut(?:es?|ed))\s+(?:that\s+)?(?:[\w’'-]+\s+){0,5}$"
    r"|\b(?:withdr(?:ew|awn|aws)|retract(?:s|ed)?|t(?:ook|aken)\s+back|revoked?|disput(?:es?"
    r"|ed))\s+(?:[\w’'-]+\s+){0,3}"
    r"(?:figures?|numbers?|reports?|claims?|counts?|tolls?|stor(?:y|ies)|estimates?"
    r"|statements?)\s+(?:(?:of|that)\s+)?(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(r"(?:^|[\s“\"(])not\s+$", re.IGNORECASE)
_BUT = re.compile(r"^[^.;]{0,60}\bbut\b(?!\s+(?:also|only))")
_OLD = re.compile(r"^\s*(?:more|less|fewer|only|just|until|yet)\b|^[\s\w-]{0,20}\b(?:old|ago|away|from)\b")
_COMPARED = re.compile(r"(?:more|less|fewer|below|above|under|over|at|up|within|just|only|as)\b", re.IGNORECASE)
_CALLED_AS = re.compile(
    r"\b(?:describ|dismiss|brand|reject|denounc|label|characteri[sz]|condemn)\w*\b[^.;]{0,60}$", re.IGNORECASE
)
_AS_FALSE = re.compile(
    rf"^[^.;]{{0,40}}\bas\s+(?:[\w-]+\s+){{0,3}}?(?:{UNTRUE}|mischievous|exaggerat\w+|propaganda"
    rf"|fiction|unfounded|inflated|lies|fabricated)\b",
    re.IGNORECASE,
)
_THAT_CALLED = re.compile(
    rf"^[^.;]{{0,110}}\b(?:call(?:s|ed)|dismiss(?:es|ed)\s+as|describ(?:es|ed)\s+as|brand(?:s|ed)"
    rf"|label(?:s|led)|is|was)\s+(?:[\w-]+\s+){{0,2}}?{UNTRUE}\b",
    re.IGNORECASE,
)
#: A claim dismissed before it is told, and a number said to have nothing to do with what is.
_AS_FALSE_BEFORE = re.compile(
    r"\b(?:dismiss|reject|brand|denounc|describ|label|characteri[sz]|condemn)\w*\s+as\s+(?:[\w-]+\s+){1,4}?"
    r"(?:the|an?|any|all|these|those)\s+(?:\w+\s+)?(?:claims?|reports?|rumou?rs?|stor(?:y|ies)|figures?|allegations?"
    r"|assertions?|suggestions?)\s+(?:that|of)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_NOT_REAL = re.compile(
    r"^\s*,?\s*(?:\w+\s+){0,2}should\s+have\s+(?:been|read|said)\s+(?:\w+\s+)?[$€£]?\d"
    r"|^[^.;]{0,90}\b(?:states?|stated|says?|said|insists?|insisted)\s+that\s+(?:this|it|that)\s+(?:did\s+not|never)\s+(?:occur"
    r"|happen|take\s+place|exist)"
    r"|^[^.;]{0,90}\b(?:(?:does|do|did)\s+not\s+(?:correspond\s+to|match|reflect|agree\s+with)\s+(?:the\s+)?(?:reality|facts?"
    r"|truth|situation)|bears?\s+no\s+(?:relation|resemblance)\s+to\b|ha(?:s|ve)\s+nothing\s+to\s+do\s+with\s+(?:the\s+)?"
    r"(?:reality|facts?|truth))",
    re.IGNORECASE,
)
#: Who is asked about a number and denies "it": "Asked about the 120 million, he denied that it had been paid".
_ASKED_ABOUT = re.compile(
    r"\b(?:asked|confronted|questioned|pressed)\s+(?:about|on|with|over)\s+(?:the\s+)?$", re.IGNORECASE
)
_DENIES_IT = re.compile(
    r"^[^.;]{0,60}?,\s+(?:[\w’'-]+\s+){0,4}?(?:den(?:y|ies|ied)|disput(?:es|ed))\s+(?:that\s+)?(?:it|this|they)\b",
    re.IGNORECASE,
)
_RETORT = re.compile(
    r"^[^.;,]{0,30}\?\s*[”\"’]?\s*(?:nonsense|rubbish|never|not\s+at\s+all|wrong|lies|absurd)\b", re.IGNORECASE
)
_DIE_NOT = re.compile(
    r"^\s*(?:[\w’'-]+\s+){0,2}?(?:(?:did|do|does|have|has|had)(?:\s+not|n[’']t)|never)\s+(?:die[ds]?"
    r"|exist(?:ed)?|perish(?:ed)?|drown(?:ed)?|happen(?:ed)?)\b",
    re.IGNORECASE,
)


#: How often a post was looked at is no part of what it says.
_SHARED = re.compile(
    r"(?<![\w-])(?:shared|viewed|seen|liked|watched|read|forwarded|clicked"
    r"|followed)\s+(?:by\s+)?(?:[\w-]+\s+){0,3}$"
)


#: Those who look at a post are counted by the report.
_AUDIENCE = frozenset({"view", "subscriber", "follower", "like", "click"})


def is_audience(figure: Figure, text: str) -> bool:
    """Whether a number tells how often a post was seen, or how many follow who posted it: that is no rumour."""
    before = text[max(0, figure.span.start - _CLAUSE) : figure.span.start]
    return figure.unit in _AUDIENCE or (figure.unit == "time" and _SHARED.search(before) is not None)


def _opened(before: str) -> str:
    """The words with a small letter at the front, so that the first word of a sentence is known."""
    return before[:1].lower() + before[1:]


def is_hearsay(sentence: Sentence, span: Span) -> bool:
    """Whether a number is passed on by nobody who answers for it, or told with scorn or doubt."""
    start = span.start - sentence.start
    before, after = sentence.text[max(0, start - _CLAUSE) : start], sentence.text[span.end - sentence.start :][:_CLAUSE]
    if _DOUBT_BEFORE.search(before) or _DOUBT_AFTER.match(after) or _LABELLED.search(before):
        return True
    if _YES_OR_NO.match(sentence.text) and sentence.text.rstrip(" ”\"’'").endswith("?"):
        return True
    if _SHARED.search(before):
        return False
    passed = _POST_BEFORE.search(_opened(before)) or _POST_AFTER.match(after)
    return passed is not None and _IN_POST.search(passed.group()) is None


_POST_AFTER = re.compile(
    rf"^[^.;]{{0,80}}?[,”\"]+\s+(?:says|said|claims|claimed|according\s+to|reads)\s+(?:an?|the|several"
    rf"|many|some|one)\s+{_POSTS}\b"
)


def is_refuted(parsed: Parsed, number: int, span: Span) -> bool:
    """Whether the words around a number say that it is not so, or the next sentence does of what is passed on."""
    sentence = parsed.sentences[number]
    start = span.start - sentence.start
    before, after = sentence.text[max(0, start - _CLAUSE) : start], sentence.text[span.end - sentence.start :][:_CLAUSE]
    if _DENIED_BEFORE.search(before) and not _OLD.match(after) and not _COMPARED.match(span.words):
        return True
    if (_NOT_BUT.search(before) and _BUT.match(after)) or _RETORT.match(after) or _DIE_NOT.match(after):
        return True
    called = (_CALLED_AS.search(before) and _AS_FALSE.match(after)) or _AS_FALSE_BEFORE.search(before)
    if called or _NOT_REAL.match(after) or (_ASKED_ABOUT.search(before) and _DENIES_IT.match(after)):
        return True
    if re.match(r"\W*that\b", sentence.text, re.IGNORECASE) and start < _CLAUSE and _THAT_CALLED.match(after):
        return True
    following = parsed.sentences[number + 1] if number + 1 < len(parsed.sentences) else None
    if following is None or following.paragraph != sentence.paragraph or not _NOT_SO.match(following.text):
        return False
    return _POST_BEFORE.search(_opened(before)) is not None
