"""In: one parsed sentence. Out: `Words`, its tokens as plain lists, with noun phrases and governing verbs."""

import bisect
from typing import NamedTuple

from twosource.finding.parse import Sentence
from twosource.text.listing import listed

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PREMODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "FW", "RBR"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_CALENDAR = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september"
    " october november december jan feb mar apr jun jul aug sept sep oct nov dec yesterday today tomorrow tonight last"
)
_INNER_PLURALS = listed(
    "sports arms news operations sales goods savings human women men measles mumps rabies shingles rickets herpes"
    " diabetes weapons drugs customs communications logistics rights athletics gymnastics economics mathematics"
    " politics electronics pensions elections emergencies works systems futures securities explosives narcotics"
)
_STATE = listed(
    "dead killed injured wounded hurt missing trapped alive hospitalised hospitalized arrested detained"
    " rescued evacuated displaced"
    " homeless infected ill sick aboard captured deployed destroyed drowned feared unaccounted stranded"
    " cancelled canceled moved held stranded quarantined sickened charged jailed fined freed saved sacked axed taken"
)
#: Verbs that the tagger takes for nouns behind the number of those sought: "the search for seven continues".
_GOES_ON = listed("continues resumes goes begins enters ends expands intensifies widens remains drags starts stops")
#: Verbs of headlines that the tagger takes for nouns behind a plural number: "Thousands march".
_HEADLINE_VERBS = listed(
    "march rally protest flee pile gather attend join strike walk work crowd demonstrate queue vote lose"
    " fear die need seek sue return leave quit show say remain want"
)
#: Verbs of headlines whose subject is far to the left: "Man accused of killing two pleads not guilty".
_HEADLINE_SINGULARS = listed("pleads gets appears admits denies dies goes seeks wants says testifies confesses")
_HEADLINE_NOUNS = listed("faces heads stands remains returns walks claims charges sentenced")
_DEED_BEFORE = listed("killing shooting stabbing wounding injuring hurting murdering slaying robbing kidnapping of")
_ALONE = listed("dead living wounded injured missing")
_OWNERS = listed("our the its their his her of all these those more other")
_SPELLS = listed("year month week night day season quarter decade century summer winter spring autumn fall time")
_SKIP = listed("more other further additional such new last newly so about different separate consecutive straight")


class Phrase(NamedTuple):
    """A counted noun phrase: the number of its head token, where it begins, and the token after its end."""

    head: int
    start: int
    end: int


class Words:
    """The tokens of one sentence as lists that are cheap to look at; offsets count inside the sentence."""

    def __init__(self, sentence: Sentence) -> None:
        """Copy what the rules need from the parse."""
        doc = sentence.doc
        self.sentence = sentence
        tokens = list(doc)
        self.word = [token.text for token in tokens]
        self.low = [word.lower() for word in self.word]
        self.tag = [token.tag_ for token in tokens]
        self.dep = [token.dep_ for token in tokens]
        self.idx = [token.idx for token in tokens]
        steps: list[int] = doc.to_array("HEAD").astype("int64").tolist()  # heads count from their own token
        self.head = [i + step for i, step in enumerate(steps)]
        self.text = sentence.text.replace("\n", " ")  # as the parser had it
        self.doc = doc
        self.size = len(self.low)

    def at(self, offset: int) -> int:
        """The number of the token that holds the character at `offset`, or the last one that begins before it."""
        return max(0, bisect.bisect_right(self.idx, offset) - 1)

    def after(self, offset: int) -> int:
        """The number of the first token that begins at or after `offset`; `size` where there is none."""
        return bisect.bisect_left(self.idx, offset)

    def end(self, i: int) -> int:
        """Where token `i` ends; the last token where there is no such one."""
        i = max(0, min(i, self.size - 1))
        return self.idx[i] + len(self.word[i])

    def get(self, i: int) -> str:
        """The lower-case word number `i`, or "" outside the sentence."""
        return self.low[i] if 0 <= i < self.size else ""

    def lemma(self, i: int) -> str:
        """The lower-case lemma of token `i`."""
        return self.doc[i].lemma_.lower()

    def phrase(self, i: int) -> Phrase | None:
        """The noun phrase that begins with token `i`, behind a number: adjectives and nouns up to the last noun."""
        start, head, j = i, -1, i
        while j < self.size and j < i + 14:
            step = self._step(j, head)
            if step == "noun":
                head = j
            elif step == "stop":
                break
            j += 1
        if head < 0:
            return None
        return Phrase(head, start, head + 1)

    def _step(self, j: int, head: int) -> str:  # noqa: C901, PLR0911, PLR0912 - a list of cases
        low, tag = self.low[j], self.tag[j]
        if low in ("last", "next", "this") and j + 1 < self.size and self.low[j + 1] in _SPELLS:
            return "stop"  # "2.1 last year"
        if low in ("and", "or") and head >= 0 and self.tag[head] == "NNP" and self._tag(j + 1) == "NNP":
            return "on" if self._tag(j + 2) == "NNS" else "stop"  # "Kia and Seat cars"
        if tag in NOUNS and not any(map(str.isalnum, low)):
            return "stop"
        if tag in NOUNS:
            if low in _CALENDAR and (head >= 0 or self.word[j][:1].isupper()):
                return "stop"
            if head < 0 and low in _ALONE and self._tag(j + 1) not in NOUNS:
                return "stop"
            if head < 0 and low in _HEADLINE_VERBS and self._tag(j + 1) not in NOUNS:
                return "stop"
            if head < 0 and self._is_headline_verb(j):
                return "stop"
            if head < 0 and low in _GOES_ON and self.low[max(0, j - 2)] == "for":
                return "stop"
            if head < 0 and low in _STATE and self._tag(j + 1) not in NOUNS:
                return "stop"
            if head >= 0 and (self.tag[head] in ("NNS", "NNPS") or self.low[head] == "people"):
                owned = self.low[j - 1] in ("'s", "’", "'", "’s")
                return "noun" if owned or self.low[head] in _INNER_PLURALS else "stop"
            if head >= 0 and tag in ("NNP", "NNPS") and self.tag[head] == "NN" and not self.word[head][:1].isupper():
                return "stop"
            return "noun"
        if tag == "POS" or low in ("'s", "’s"):
            return "on" if head >= 0 else "stop"
        if head >= 0 and self._tag(j - 1) == "HYPH" and tag in PREMODIFIERS:
            return "on" if self._noun_ahead(j) else "stop"
        if head >= 0 and self.low[j - 1] in ("'s", "’s") and (tag in PREMODIFIERS or low in _SKIP):
            return "on" if self._noun_ahead(j) else "stop"  # "Kestrel's former employees"
        if head >= 0:
            return "on" if tag == "HYPH" or (tag == "CD" and self.low[j - 1] in ("'s", "’s", "’", "'")) else "stop"
        if low in _ALONE and head < 0 and self._tag(j + 1) not in ("NNS", "NNPS", "JJ") and self.low[j - 1] in _OWNERS:
            return "stop"
        if self._tag(j - 1) == "HYPH" and tag in ("RP", "IN", "RB", "CD"):
            return "on" if self._noun_ahead(j) else "stop"  # "burnt-out vehicles"
        if tag in PREMODIFIERS or low in _SKIP or tag in ("RB", "PDT"):
            return "on" if self._noun_ahead(j) else "stop"
        if tag == "``" or low in "“\"‘'":
            return "on" if self._noun_ahead(j) else "stop"
        if low == "," and self._tag(j - 1).startswith("JJ") and self._tag(j + 1).startswith("JJ"):
            return "on" if self._noun_ahead(j) else "stop"
        if low in ("and", "or") and self._tag(j - 1) in PREMODIFIERS:
            return "on" if self._tag(j + 1) in PREMODIFIERS | {"CD"} and self._noun_ahead(j) else "stop"
        if tag == "CD" and j > 0 and (self.low[j - 1] == "and" or self._tag(j - 1) in PREMODIFIERS):
            return "on" if self._noun_ahead(j) else "stop"
        return "stop"

    def _is_headline_verb(self, j: int) -> bool:
        """Whether a plural behind "killing two", as the tagger has it, is the verb of a headline: "pleads", "faces"."""
        if j < 2 or not self.word[j].islower() or self.low[j - 2] not in _DEED_BEFORE:  # noqa: PLR2004
            return False
        return self.low[j] in _HEADLINE_SINGULARS or (self.low[j] in _HEADLINE_NOUNS and self.size > j + 1)

    def _noun_ahead(self, j: int) -> bool:
        for k in range(j + 1, min(self.size, j + 7)):
            tag = self.tag[k]
            if tag in NOUNS:
                return not (self.low[k] in _CALENDAR and self.word[k][:1].isupper())
            if (
                tag not in PREMODIFIERS
                and tag not in ("CD", "CC", ",", "RB", "``", "''", "POS")
                and self.low[k] not in _SKIP
                and not (self._tag(k - 1) == "HYPH" and tag in ("RP", "IN"))
            ):
                return False
            if self.low[k] == "," and tag == "," and self._tag(k + 1) not in PREMODIFIERS:
                return False
        return False

    def _tag(self, i: int) -> str:
        return self.tag[i] if 0 <= i < self.size else ""

    def governor(self, i: int) -> tuple[int, str] | None:
        """(verb, relation) of the predicate that governs token `i`: "subject", "passive", "object" or "oblique"."""
        role, now = "", i
        for _ in range(12):
            dep, up = self.dep[now], self.head[now]
            if dep in ("nsubjpass", "csubjpass"):
                role = role or "passive"
            elif dep in ("nsubj", "csubj"):
                role = role or "subject"
            elif dep in ("dobj", "attr", "oprd", "dative"):
                role = role or "object"
            elif dep in ("pobj", "npadvmod", "pcomp"):
                role = role or "oblique"
            if up == now:
                return (now, role or "object") if self.tag[now] in VERBS and now != i else None
            now = up
            if self.tag[now] in VERBS and self.dep[now] not in ("aux", "auxpass", "amod"):
                return now, role or "object"
        return None

    def passive(self, verb: int) -> bool:
        """Whether a verb is a past participle with a passive auxiliary, or a bare participle behind its noun."""
        if self.tag[verb] != "VBN":
            return False
        before = self.low[max(0, verb - 5) : verb]
        return bool({"be", "been", "being", "is", "was", "are", "were", "get", "got"} & set(before)) or not (
            {"have", "has", "had", "'ve", "’ve", "having"} & set(before)
        )

    def children(self, i: int) -> list[int]:
        """The tokens that hang on token `i`."""
        return [j for j in range(self.size) if self.head[j] == i and j != i]
