"""In: one parsed sentence. Out: the attributions its verbs make, by grammar."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.finding.chain_words import DOCUMENTS
from twosource.finding.cues import (
    CLAUSE_ONLY,
    FINITE_ONLY,
    HEARER,
    QUOTING,
    RAISED,
    RAISING,
    VERBS,
    WITH_PREPOSITION,
    Cue,
)
from twosource.finding.parse import Sentence
from twosource.finding.statement_cited import (
    cited_before,
    cited_behind,
    cited_beside,
    cited_opening,
    cited_within,
    passing,
)
from twosource.finding.statement_frames import (
    Frame,
    Party,
    Stretch,
    chars,
    counts_out,
    cue_run,
    done_to,
    negated,
    openers,
    party,
    passed_on,
    subject,
    trimmed,
)
from twosource.finding.statement_sources import hearer_of, source_of
from twosource.finding.statement_tags import MISREAD, PLAIN, tagged
from twosource.records import Force, Stance

_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp"})
_WITH_OBJECT = frozenset(["as", "of", "for", "against", "with", "into", "about", "to", "from", "over"])
_WH = frozenset({"WP", "WDT"})
_NEAR = 3
_ASIDE_REACH = 14
_RATES = frozenset({"describe", "rate", "judge", "assess", "class", "classify", "characterise", "characterize"})
_SCORN = frozenset({"supposedly", "purportedly", "allegedly"})
_NOUNS_TOO = MISREAD | PLAIN
_OWED = frozenset({"fine", "fin", "offer", "promise", "award", "grant", "pledge", "guarantee"})
_MONEY = frozenset(
    {"$", "€", "£", "¥", "fine", "fines", "damages", "compensation", "percent", "%", "days", "months", "years"}
)
#: Forms of "hope" for which the model gives the lemma "hop".
_HOPES = frozenset({"hoping", "hoped", "hopes"})
_FEARED = frozenset(
    {"dead", "drowned", "killed", "missing", "trapped", "buried", "lost", "injured", "infected", "hurt", "stranded"}
)
_AWAY = frozenset({"off", "out", "in", "back", "over"})
_DEALT = frozenset({"dismiss", "reject", "dispute"})
_FINDINGS = frozenset({"show", "find", "give", "put"})
#: "responded by saying", "began by saying", "after saying".
_TELLING_BY = frozenset({"by", "after", "before", "while"})
_TURNS = frozenset({"point", "respond", "reply"})
_BELOW = frozenset({"acl", "relcl", "pcomp"})
_ADVERBS = frozenset({"RB", "RBR", "JJR"})
_ASKED = frozenset({"demand", "claim", "request", "offer", "bid", "proposal", "plea", "call", "plan", "appeal"})
_BIDS = frozenset({"ask", "want", "demand", "offer", "seek", "propose", "count", "put"})
_ATTITUDES = frozenset({"acts", "pledges"})


def verb_frames(sentence: Sentence, number: int, closed: bytearray) -> Iterator[Frame]:
    """The attributions by verbs of a sentence; `closed` marks the code points of the sentence that are quotation."""
    for token in sentence.doc:
        if token.text[:1].isupper() and not sentence.heading and _in_name(token):
            continue
        if closed[token.idx] or (token.tag_[:2] != "VB" and token.lower_ not in _NOUNS_TOO):
            continue
        if token.tag_[:2] != "VB" and tagged(token) is None:
            continue
        cue = VERBS.get(token.lemma_.lower()) or (Cue("says") if token.lower_ in _NOUNS_TOO else None)
        if token.lemma_ == "hop" and token.lower_ not in _HOPES:
            continue
        if (
            cue is not None
            and cue.force in _ATTITUDES
            and token.tag_ in {"VBG", "VBN"}
            and token.dep_ in {"pcomp", "acl", "amod"}
        ):
            continue
        if cue is not None and not _hypothetical(token) and not _mere(token, cue):
            frame = _frame(sentence, number, token, cue)
            if frame is not None:
                yield frame


def _in_name(token: Token) -> bool:
    """Whether a word that may be a verb of saying is the last of a name: "the Drudge Report"."""
    return token.i > 0 and token.text[:1].isupper() and token.nbor(-1).text[:1].isupper()


def _mere(verb: Token, cue: Cue) -> bool:
    """Whether a passive participle only tells of a thing who made or checked it: "fields certified by the county"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or cue.force != "says":
        return False
    told = (verb.head, *verb.head.subtree)
    return not any(t.tag_ == "CD" or t.pos_ == "NUM" for t in told) and verb.lemma_.lower() not in _SPOKEN


_SPOKEN = frozenset({"say", "report", "claim", "allege", "announce", "describe", "call", "cite", "quote", "express"})
_REAL = frozenset({"did", "does", "do", "will", "can"})


def _hypothetical(verb: Token) -> bool:
    """Whether a verb tells no speech that took place: a bare infinitive in a clause, an act's purpose."""
    infinitive = verb.tag_ == "VB" and any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.lefts)
    if infinitive:
        return verb.dep_ in {"advcl", "acl"}
    owned = any(t.dep_ == "nsubj" for t in verb.lefts)
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and not owned:
        told = verb.head.lower_ in _TELLING_BY and any(t.dep_ == "ccomp" for t in verb.rights)
        return not told and verb.head.lower_ not in {"as", "in", "for"}
    modal = any(t.lower_ in _REAL for t in verb.lefts)
    return verb.tag_ == "VB" and verb.dep_ in {"ccomp", "conj"} and not modal


def _frame(sentence: Sentence, number: int, verb: Token, cue: Cue) -> Frame | None:
    if verb.lower_ == "feared" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ in _FEARED:
        return None  # "40 feared dead": nobody in particular fears
    away = any(t.dep_ == "prt" and t.lower_ in _AWAY for t in verb.rights)
    if (away or verb.lemma_.lower() in _DEALT) and counts_out(verb):
        return None  # "called out 3,000 workers", "has written off 40 million", "dismissed 40 workers"
    tag = tagged(verb)
    held = (*tag.content, None) if tag is not None else _content(verb, cue)
    if held is None:
        return None
    first, last, opener = held
    run = cue_run(verb)
    if opener is not None and opener.i == run[1]:
        run = run[0], opener.i + 1
    if first < run[1] <= last and first >= run[0]:
        first = run[1]
    if first >= last:
        return None
    source = tag.source if tag is not None else source_of(verb, run)
    if source is not None and verb.lemma_ in QUOTING and any(t.dep_ == "nummod" for t in verb.doc[source.head].lefts):
        return None  # "three people died, the agency reported, citing officials": the dead cite nobody
    return Frame(
        sentence=number,
        verb=verb.i,
        cue=run,
        source=source,
        content=chars(sentence, first, last),
        force=_force(verb, cue, opener, (first, last), tag=tag is not None),
        stance=_stance(verb, cue),
        cited=(
            *(list(cited_opening(verb.doc, source)) or cited_before(verb)),
            *cited_within(verb.doc, source),
            *cited_behind(verb.doc, verb.i + 1 if source is None else min(source.first, verb.i + 1)),
            *cited_beside(verb.doc, verb.i + 1),
        ),
        hearer=hearer_of(verb),
        via=_via(verb) or (None if source is None else passing(verb.doc[source.head])),
    )


def _force(verb: Token, cue: Cue, opener: Token | None, content: Stretch, *, tag: bool) -> Force:
    """What a verb does to this content: who points to a thing, or shows one without a number, is no source of it."""
    lemma = verb.lemma_.lower()
    if tag and cue.force == "acts":
        return "says"  # "There were fewer than 250, objects the union"
    turned = opener is not None and lemma in _TURNS
    found = lemma in _FINDINGS and not any(t.dep_ in _CLAUSES for t in verb.children)
    told = (t for t in verb.doc[content[0] : content[1]] if ":" not in t.text)
    bare = found and not any(t.tag_ == "CD" or t.like_num or t.text[-1].isdigit() for t in told)
    return "acts" if turned or bare else cue.force


def _stance(verb: Token, cue: Cue) -> Stance:
    if cue.stance == "denied" and any(t.dep_ == "dobj" and t.lemma_.lower() in _ASKED for t in verb.rights):
        return "asserted"  # "rejects the union's claim for 400 euros": what is asked for is not untrue
    turned_down = done_to(verb) if cue.stance == "denied" else None
    if turned_down is not None and turned_down.lemma_.lower() in _ASKED:
        return "asserted"  # "the offer of 4.5 percent had been rejected"
    if cue.stance == "denied" and any(t.text == ":" for t in verb.doc[verb.i + 1 : verb.i + 3]):
        return "asserted"  # "The firm rejects that: six were in the workshop"
    if cue.stance == "asserted" and any(t.lower_ in _SCORN for t in verb.children):
        return "doubted"
    if negated(verb):
        return {"denied": "asserted", "doubted": "doubted", "asserted": "asserted"}[cue.stance]  # type: ignore[return-value]
    return cue.stance


def _via(verb: Token) -> Party | None:
    who = passed_on(verb)
    return None if who is None else party(who)


def _content(verb: Token, cue: Cue) -> tuple[int, int, Token | None] | None:
    """First and past-last token of what is said, and the preposition that opens it, if one does."""
    lemma = verb.lemma_.lower()
    clauses = [token for token in verb.children if token.dep_ in _CLAUSES and not _turned_tag(token)]
    clauses = [t for t in clauses if t.i < verb.i or all(u.text != ";" for u in verb.doc[verb.i : t.left_edge.i])]
    if lemma in FINITE_ONLY:
        clauses = [token for token in clauses if token.dep_ == "ccomp" and not _unfinished(token)]
    left = next((t for t in clauses if t.i < verb.i and t.dep_ == "ccomp" and not _parted(t, verb)), None)
    if any(t.lower_ == "what" and t.dep_ == "dobj" for t in verb.lefts):
        left = None  # "twice what engineers had expected"
    right = [token for token in clauses if token.i > verb.i]
    if left is not None:
        return *_around(left, verb), None
    if verb.dep_ != "xcomp" and (lemma in RAISING or _is_passive(verb)):
        return _passive(verb, right, cue)
    around = _inserted(verb)
    if around is not None and not any(token.dep_ == "ccomp" for token in right):
        return *around, None
    if right:
        return *_right(verb, right), None
    parted = _past_aside(verb)
    if parted is not None:
        return *parted, None
    return _loose(verb, lemma) if lemma in CLAUSE_ONLY else _pledged(verb, cue)


def _turned_tag(clause: Token) -> bool:
    """Whether what the model took for a clause of a verb is a tag behind it: "The guard ended the search, X said"."""
    tag = tagged(clause) if clause.dep_ == "ccomp" and clause.i > clause.head.i else None
    return tag is not None and tag.content[0] <= clause.head.i < tag.content[1] and tag.source.first > clause.head.i


def _loose(verb: Token, lemma: str) -> tuple[int, int, Token | None] | None:
    """What a verb tells that is mostly a deed: "spoke of loss", "a poll showed him ahead", "sees it as a threat"."""
    by = next((t for t in openers(verb) if t.lower_ in WITH_PREPOSITION.get(lemma, ())), None)
    if lemma == "see":
        return None if by is None else _object(verb)
    if by is not None:
        below = next((t for t in by.children if t.dep_ in {"pobj", "pcomp"}), None)
        return None if below is None else (*trimmed_keep(by, below.left_edge.i, below.right_edge.i + 1), by)
    who = subject(verb) if lemma in _FINDINGS and verb.dep_ not in _BELOW else None
    if who is None or not {who.lower_, who.lemma_.lower()} & DOCUMENTS:
        return None
    held = next((token for token in verb.rights if token.dep_ in _OBJECTS), None)
    if held is None:
        return None
    last = max([held.right_edge.i, *(t.right_edge.i for t in verb.rights if t.dep_ in {"prep", "advcl"})]) + 1
    return *trimmed_keep(verb, held.left_edge.i, last), None


def _past_aside(verb: Token) -> Stretch | None:
    """The clause behind an aside: "says, without offering evidence, that 90 percent were set"."""
    doc = verb.doc
    first_time = doc[verb.i + 1 : verb.i + 5].text.lower() == "for the first time"
    aside = verb.i + 1 < len(doc) and (doc[verb.i + 1].text == "," or doc[verb.i + 1].tag_ in _ADVERBS)
    if not aside and not first_time:
        return None
    for token in doc[verb.i + 2 : verb.i + _ASIDE_REACH]:
        before = token.nbor(-1)
        ends = before.text == "," or before.tag_ in _ADVERBS or (first_time and before.lower_ == "time")
        if token.lower_ == "that" and token.dep_ == "mark" and ends:
            first, last = trimmed(doc, token.i + 1, max(token.i + 1, token.head.right_edge.i + 1))
            return (first, last) if first < last else None
        if token.text in {";", ":"} or token.tag_ in {"VBD", "VBZ", "VBP"}:
            return None
    return None


def _unfinished(clause: Token) -> bool:
    return any(t.lower_ == "to" and t.dep_ == "aux" for t in clause.lefts)


def _pledged(verb: Token, cue: Cue) -> tuple[int, int, Token | None] | None:
    """The object of a verb; for demands, offers and fines with all that is told of the amount."""
    found = _object(verb)
    if found is None and cue.force == "pledges" and not _is_passive(verb):
        money = next((t for t in verb.rights if t.dep_ == "npadvmod" and t.ent_type_ in {"MONEY", "PERCENT"}), None)
        return None if money is None else (money.left_edge.i, money.right_edge.i + 1, None)
    if found is None or cue.force != "pledges":
        return found
    if verb.lemma_.lower() == "order" and not any(
        t.text in _MONEY or t.lower_ in _MONEY for t in verb.doc[found[0] : found[1]]
    ):
        return None if any(t.tag_ == "CD" for t in verb.doc[found[0] : found[1]]) else found  # goods are ordered too
    wider = [t.right_edge.i + 1 for t in verb.rights if t.dep_ in {"dobj", "dative", "npadvmod", "prep", "oprd"}]
    return found[0], max([found[1], *wider]), found[2]


def _parted(clause: Token, verb: Token) -> bool:
    """Whether a semicolon stands between a clause and the verb: two statements side by side."""
    between = verb.doc[clause.i + 1 : verb.i]
    own = VERBS.get(clause.lemma_.lower())
    told = own is not None and own.force != "acts" and any(t.dep_ == "nsubj" for t in clause.lefts)
    if told and verb.lemma_.lower() in _BIDS and any(t.dep_ in {"dobj", "prep"} for t in verb.rights):
        return True  # "Prosecutors want 18 years, his lawyer asked for six"
    return any(token.text in {";", ":"} for token in between) and any(
        token.dep_ in {"dobj", "ccomp", "xcomp", "prep"} for token in verb.rights
    )


def _right(verb: Token, clauses: list[Token]) -> Stretch:
    last = max(token.right_edge.i for token in clauses) + 1
    if verb.dep_ == "relcl" and clauses[0].dep_ == "ccomp" and any(t.tag_ in _WH for t in clauses[0].subtree):
        return verb.head.left_edge.i, last  # "the 74 people whom the police say they hold"
    first = min(token.left_edge.i for token in clauses)
    if verb.lemma_ not in HEARER:
        held = [token for token in verb.rights if token.dep_ in _OBJECTS and token.i < first]
        first = min([first, *(token.left_edge.i for token in held)])
    return trimmed_keep(verb, first, _before_another(verb, last))


def _before_another(verb: Token, last: int) -> int:
    """Where the words of a speaker end before ", and" with another speaker and his verb: the model hung them below."""
    for token in verb.doc[verb.i + 1 : last]:
        cue = VERBS.get(token.lemma_.lower()) if token.dep_ == "conj" and token.tag_ == verb.tag_ else None
        if cue is None or cue.force != "says" or not any(t.dep_ == "ccomp" for t in token.rights):
            continue
        who = next((t for t in token.lefts if t.dep_ == "nsubj" and t.tag_ != "PRP"), None)
        left = who.left_edge.i if who is not None else 0
        joined = left > 2 and verb.doc[left - 1].dep_ == "cc" and verb.doc[left - 2].text == ","  # noqa: PLR2004
        if joined:
            return left - 2
    return last


def trimmed_keep(verb: Token, first: int, last: int) -> Stretch:
    """Without closing marks and without the parts of the sentence that stand left of the verb."""
    first = max(first, verb.i + 1)
    while first < last and verb.doc[first].text in {",", ":", ";"}:
        first += 1
    while last > first and verb.doc[last - 1].text in {",", ".", ";", ":"}:
        last -= 1
    return first, last


def _around(clause: Token, verb: Token) -> Stretch:
    """A clause left of its verb of saying, or one that goes on behind it."""
    first, last = clause.left_edge.i, clause.right_edge.i + 1
    head = verb.left_edge.i
    if last > verb.i:
        return first, last
    sentence_first = min(first, head)
    # what the reader may hang on the verb in front of the clause ("In Brădet, 58% said no, he said") is content too
    for token in verb.lefts:
        if (
            token.i < first
            and token.dep_ in {"prep", "advmod", "npadvmod", "advcl", "nsubj", "dobj"}
            and token != subject(verb)
        ):
            sentence_first = min(sentence_first, token.left_edge.i)
    return trimmed(verb.doc, sentence_first, last)


def _inserted(verb: Token) -> Stretch | None:
    """The sentence round a verb of saying that is set into it: "The crater, he said, is six metres wide"."""
    head = verb.head
    if head == verb:
        return None
    as_clause = verb.dep_ == "advcl" and any(t.lower_ == "as" and t.i < verb.i for t in verb.lefts)
    if verb.dep_ != "parataxis" and not as_clause:
        return None
    own = {token.i for token in verb.subtree}
    left = next((t.i for t in reversed(verb.doc[: min(own)]) if t.text == ";"), -1) if as_clause else -1
    rest = [token.i for token in head.subtree if token.i not in own and token.i > left]
    if not rest:
        return None
    first, last = min(rest), max(rest) + 1
    if min(own) < first:
        first = max(own) + 1
    behind = verb.doc[max(own) + 1 : max(own) + 2]
    if len(behind) and behind[0].text == ";" and first < min(own):  # "Dam safe, says operator; council wants sirens"
        last = min(own)
    tail = [index for index in rest if index > max(own)]
    if not [index for index in tail if verb.doc[index].is_alpha or verb.doc[index].like_num]:
        last = min(*own, last)
    return trimmed(verb.doc, first, last) if first < last else None


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(token.dep_ in {"auxpass", "nsubjpass"} for token in verb.children)


def _passive(verb: Token, right: list[Token], cue: Cue) -> tuple[int, int, Token | None] | None:
    """The subject is content too: "Five are believed to have died", "the law is backed by"."""
    who = done_to(verb) or next((token for token in verb.lefts if token.dep_ == "nsubj"), None)
    as_saying = any(t.dep_ == "prep" and any(b.dep_ == "pcomp" for b in t.children) for t in verb.rights)
    if verb.lemma_ in QUOTING or as_saying:
        return None
    told = verb.lemma_ in HEARER and right and right[0].dep_ == "ccomp"
    if right and (told or who is None):
        return *_right(verb, right), None
    if who is None:
        return None
    if right:
        return who.left_edge.i, max(token.right_edge.i for token in right) + 1, None
    if cue.force == "thinks" or verb.lemma_ in CLAUSE_ONLY or subject(verb) is None:
        return None
    return *trimmed(verb.doc, who.left_edge.i, min(who.right_edge.i + 1, verb.i)), None


def _object(verb: Token) -> tuple[int, int, Token | None] | None:
    """What stands as object of the verb, or behind a preposition of it, or is its antecedent in a relative clause."""
    held = next((token for token in verb.rights if token.dep_ in _OBJECTS), None)
    asked = next((token for token in verb.lefts if token.dep_ == "dobj"), None)
    hearer = held is not None and held.tag_ in {"PRP", "NNP"} and held.dep_ in {"dobj", "dative"}
    if verb.dep_ == "relcl" and hearer and verb.lemma_.lower() in _OWED and asked is None:
        held = None  # "the $2 million the court fined her"
    relative = verb.dep_ == "relcl" and (asked is None or asked.tag_ in _WH)
    if relative and asked is not None and held is not None and held.dep_ in {"oprd", "acomp"}:
        held = None  # "the 8 percent that the director called final"
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN" and subject(verb) is not None
    if held is None and (relative or reduced):
        first, last = trimmed(verb.doc, verb.head.left_edge.i, min(verb.left_edge.i, verb.head.right_edge.i + 1))
        return (first, last, None) if first < last else None
    if held is None:
        return None if verb.dep_ == "acl" and verb.tag_ == "VBN" else _opened(verb)
    if held.dep_ == "dobj" and held.lower_ in {"it", "himself", "herself", "themselves"} and not _attitude(verb):
        return None
    if verb.lemma_ == "raise" and held.lower_ not in RAISED:
        return None
    last = max([held.right_edge.i, *(t.right_edge.i for t in verb.rights if t.dep_ == "oprd")]) + 1
    for token in openers(verb):
        if token.i >= last - 1 and token.lower_ in _WITH_OBJECT:
            last = max(last, token.right_edge.i + 1)
    if verb.lemma_.lower() in _RATES:
        numbered = [t for t in verb.rights if t.dep_ == "prep" and any(b.tag_ == "CD" for b in t.subtree)]
        last = max([last, *(t.right_edge.i + 1 for t in numbered if not _dated(t))])
    return *trimmed_keep(verb, held.left_edge.i, last), None


def _attitude(verb: Token) -> bool:
    """Whether a verb can be said of "it" alone: "denounced it", "called it unfair"."""
    cue = VERBS.get(verb.lemma_.lower())
    return cue is not None and (cue.force in _ATTITUDES or any(t.dep_ in {"oprd", "acomp"} for t in verb.rights))


def _dated(preposition: Token) -> bool:
    return any(t.ent_type_ in {"DATE", "TIME"} for t in preposition.children)


def _opened(verb: Token) -> tuple[int, int, Token | None] | None:
    """What stands behind a preposition of the verb: "called for calm"."""
    for token in openers(verb):
        below = next((t for t in token.children if t.dep_ in {"pobj", "pcomp"}), None)
        if below is not None and token.i <= verb.i + _NEAR:
            return *trimmed_keep(token, below.left_edge.i, below.right_edge.i + 1), token
    return None
