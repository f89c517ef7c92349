"""In: two sentences that follow each other. Out: whose numbers one holds, by what the other tells of them."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.cues import COUNTING_NOUNS, VERBS
from twosource.finding.parse import Sentence
from twosource.finding.statement_frames import Frame, Party, Stretch, chars, cue_run, doer, held_by, party, trimmed
from twosource.finding.statement_nouns import owner_of
from twosource.finding.statement_speakers import speaks
from twosource.finding.statement_tallies import is_number, numbered
from twosource.records import Force
from twosource.text.listing import listed

_POINTING = frozenset({"that", "this", "those", "these", "it", "such"})
_SO = frozenset({"so", "thus", "such"})
_RUNS = listed("run go read say be write reckon claim tell put report post tweet boast announce declare")
_COUNTS = COUNTING_NOUNS | listed("version account story answer verdict finding message word arithmetic sum")
_TERMS = listed("offer demand proposal bid price terms condition pledge promise target")
_RELATIVE = frozenset({"WDT", "WP"})
_CLEFTS = frozenset({"what", "how", "all"})
_PUTS = listed("put see tell have")


def back_frames(before: Sentence, sentence: Sentence, number: int, begun: int) -> Iterator[Frame]:
    """Whose count the number of the sentence before is: "It stands at 900. That is the reckoning of the League".

    `begun` is the offset from which on the sentences before it are of the same paragraph and say nobody's words:
    "both figures" may stand in two of them.
    """
    found = _pointed(sentence) or _inverted(sentence) or _cleft(sentence) or _put_last(sentence)
    several = _come_from(sentence)
    if several is not None and sentence.doc[0].lower_ in _SEVERAL:
        content = begun, chars(before, 0, len(before.doc))[1]
        yield Frame(number, several[0][1] - 1, several[0], several[1], content, tally=True)
        return
    found = found or several
    if found is None:
        return
    cue, source, force = found
    first, last = trimmed(before.doc, 0, len(before.doc))
    behind = trimmed(sentence.doc, max(cue[1], source.last), len(sentence.doc))
    if first >= last or not any(is_number(t) for t in before.doc[first:last]):
        return
    frame = Frame(
        sentence=number,
        verb=cue[1] - 1,
        cue=cue,
        source=source,
        content=chars(before, first, last),
        force=force,
        tally=sentence.doc[cue[1] - 1].lemma_.lower() not in COUNTING_NOUNS,
    )
    yield frame
    if behind[0] < behind[1] and any(is_number(t) for t in sentence.doc[behind[0] : behind[1]]):
        yield frame._replace(content=chars(sentence, *behind), tally=True)


def list_frames(before: Sentence, sentence: Sentence, number: int) -> Iterator[tuple[Frame, int]]:
    """Whose list the number of a sentence stands in, and its verb: "The matron keeps a list. It has 17 names"."""
    doc = sentence.doc
    verb = doc[0].head if len(doc) > 2 and doc[0].lower_ == "it" else None  # noqa: PLR2004
    if verb is None or verb.lemma_.lower() not in _HOLDS or doc[0].dep_ != "nsubj":
        return
    held = [t for t in verb.rights if t.dep_ in {"dobj", "prep", "attr", "npadvmod"} and numbered(t)]
    kept = next((t for t in reversed(before.doc) if t.lemma_.lower() in _LISTS and t.dep_ in _KEPT_AS), None)
    if not held or kept is None:
        return
    source = owner_of(kept) or _keeper(kept) or party(kept)
    if source is not None:
        content = chars(sentence, verb.i + 1, max(t.right_edge.i for t in held) + 1)
        cue = (kept.i, kept.i + 1) if source.head != kept.i else (source.last - 1, source.last)
        yield Frame(number - 1, kept.i, cue, source, content, tally=True), verb.i


def _keeper(kept: Token) -> Party | None:
    """Who keeps a list, where he is named as doing so."""
    if kept.dep_ != "dobj":
        return None
    who = doer(kept.head)
    return party(who, before=kept.head.i) if who is not None and speaks(who) else None


_HOLDS = listed("have hold contain run stretch carry list number stand grow rise come name bear show count give reach")
_LISTS = listed("list tally ledger register petition notebook count log diary roll database spreadsheet inventory book")
_KEPT_AS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "conj"})
Found = tuple[Stretch, Party, Force]


def _pointed(sentence: Sentence) -> Found | None:
    """Such as "That is the ministry's figure", "These, at least, are the numbers of the union"."""
    doc = sentence.doc
    be = next((t for t in doc[1:6] if t.lemma_ == "be"), None)
    if doc[0].lower_ not in _POINTING or be is None:
        return None
    held = next((t for t in be.rights if t.dep_ == "attr"), None)
    return None if held is None else _owned(held, be.i) or _given(held)


def _given(held: Token) -> Found | None:
    """Such as "That was the number of dead which the minister gave", "That is the figure the police stick to"."""
    if held.lemma_.lower() not in _COUNTS | _TERMS:
        return None
    for verb in held.doc[held.i + 1 : held.right_edge.i + 1]:
        who = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.tag_ not in _RELATIVE), None)
        if verb.dep_ == "relcl" and verb.tag_[:2] == "VB" and who is not None and speaks(who):
            source = party(who, before=cue_run(verb)[0])
            pledged = held.lemma_.lower() in _TERMS
            return None if source is None else (cue_run(verb), source, "pledges" if pledged else "says")
    return None


def _owned(held: Token, first: int) -> Found | None:
    lemma = held.lemma_.lower()
    source = owner_of(held) if lemma in _COUNTS | _TERMS else None
    if source is None:
        return None
    return (first, held.i + 1), source, "pledges" if lemma in _TERMS else "says"


def _inverted(sentence: Sentence) -> Found | None:
    """Such as "So runs the company's new offer", "So says the union", "Such was the count of the police"."""
    doc = sentence.doc
    verb = doc[1] if len(doc) > 2 and doc[0].lower_ in _SO else None  # noqa: PLR2004
    if verb is None or verb.lemma_.lower() not in _RUNS or verb.tag_[:2] != "VB":
        return None
    for token in doc[2:]:
        if token.text in {",", ";", "."}:
            break
        if token.pos_ not in {"NOUN", "PROPN", "PRON"} or token.dep_ in {"compound", "poss", "amod"}:
            continue
        owned = _owned(token, 0)
        if owned is not None:
            return (0, token.i + 1), owned[1], owned[2]
        told = verb.lemma_.lower() not in {"be", "run", "go", "read"} and speaks(token)
        source = party(token, after=2) if told else None
        return None if source is None else ((0, 2), source, "says")
    return None


def _come_from(sentence: Sentence) -> Found | None:
    """Such as "Both figures come from the fire service", "All from her evening briefing", "The number is from X"."""
    doc = sentence.doc
    link = next((t for t in doc[1:9] if t.lower_ in {"from", "by"} and t.dep_ in {"prep", "agent"}), None)
    held = None if link is None else held_by(link)
    if doc[0].lower_ not in _SEVERAL | _POINTING | {"the"} or link is None or held is None or numbered(link):
        return None
    words = doc[1 : link.i]
    told = next((t for t in words if t.lemma_.lower() in _COUNTS | {"number", "both"}), None)
    verbs = [t for t in words if t.tag_[:2] == "VB" or t.pos_ == "AUX"]
    bare = not words and doc[0].lower_ in _SEVERAL
    if not bare and (any(t.lemma_.lower() not in _STEMS for t in verbs) or (told is None and not verbs)):
        return None
    source = owner_of(held) if not speaks(held) else None
    source = source or party(held, after=link.i + 1)
    pointed = told is not None or doc[0].lower_ in _SEVERAL
    return None if source is None or not pointed else ((0, link.i + 1), source, "says")


def _put_last(sentence: Sentence) -> Found | None:
    """Such as "This the rescue service has confirmed": what was just told is the object set first."""
    doc = sentence.doc
    verb = doc[0].head
    cue = VERBS.get(verb.lemma_.lower())
    who = doer(verb)
    if doc[0].lower_ not in _POINTING or doc[0].dep_ != "dobj" or cue is None or who is None or not speaks(who):
        return None
    run = cue_run(verb)
    source = party(who, before=run[0], after=1) if who.i < run[0] and cue.force in {"says", "thinks"} else None
    return None if source is None else (run, source, "says")


_SEVERAL = frozenset({"both", "all", "these", "those", "they"})
_STEMS = listed("come stem be derive originate have provide supply give quote take date")


def _cleft(sentence: Sentence) -> Found | None:
    """Such as "That is what the union says", "That, at least, is how the ministry puts it"."""
    doc = sentence.doc
    be = next((t for t in doc[1:6] if t.lemma_ == "be"), None)
    if doc[0].lower_ not in _POINTING or be is None or be.i + 1 >= len(doc) or doc[be.i + 1].lower_ not in _CLEFTS:
        return None
    for verb in doc[be.i + 2 : be.i + 14]:
        cue = VERBS.get(verb.lemma_.lower())
        told = verb.lemma_.lower() in _PUTS or (cue is not None and cue.force in {"says", "thinks"})
        who = doer(verb)
        if verb.tag_[:2] == "VB" and told and who is not None and speaks(who):
            run = cue_run(verb)
            source = party(who, before=run[0], after=be.i + 2)
            return None if source is None else (run, source, "says")
    return None
