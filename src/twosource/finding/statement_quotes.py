"""In: a report's quotations and the attributions found by grammar. Out: attributions that hold the quotations."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from twosource.finding.chain_words import PERSON_ROLES
from twosource.finding.cues import QUOTING, VERBS
from twosource.finding.parse import Parsed, Sentence
from twosource.finding.statement_cited import cited_behind
from twosource.finding.statement_frames import (
    Frame,
    Party,
    cue_run,
    done_to,
    object_of,
    party,
    passed_on,
    subject,
    trimmed,
)
from twosource.finding.statement_sources import hearer_of
from twosource.finding.statement_wordings import LOOKS_BACK, WORDINGS, cleft, let_known, owner, quoted_frame, worded
from twosource.records import Quote

_MARKS = frozenset([",", '"', "”", "“", "'", "’", "‘", "''", "``", "–", "—", "-", "…", "�", "»", "«", "*", ")", "("])
_LABEL_BREAKS = frozenset([".", "?", "!", ";", "”", '"', ":", "-", "–", "—"])
_TAG_WORDS = 14
_HEAD_WORDS = 25
_GAP_WORDS = 45
_PERSONAL = frozenset({"he", "she", "they", "it"})


def with_quotes(parsed: Parsed, quotes: Sequence[Quote], frames: Sequence[Frame]) -> list[Frame]:
    """The frames, those of quotations widened to hold them, and new ones for quotations that no frame held."""
    found = list(frames)
    at = {(frame.sentence, frame.verb): index for index, frame in enumerate(found)}
    last: tuple[int, Quote] | None = None
    for quote in sorted(quotes, key=lambda quote: quote.span):
        tag = _attributed(parsed, quote, found, last)
        if tag is None:
            last = None
            continue
        index = tag if isinstance(tag, int) else at.get((tag.sentence, tag.verb), -1)
        if index < 0 and not isinstance(tag, int):
            found.append(tag)
            index = at[tag.sentence, tag.verb] = len(found) - 1
        found[index] = _widened(found[index], quote, tag if isinstance(tag, Frame) else None)
        last = index, quote
    return found


def _widened(frame: Frame, quote: Quote, tag: Frame | None) -> Frame:
    begin, end = quote.span.start, quote.span.end
    left, right = frame.content
    gap = max(begin - right, left - end)
    if gap > 400 and not frame.quoted:  # noqa: PLR2004 - what grammar held there was another thing
        left, right = begin, end
    source = frame.source if frame.source is not None or tag is None else tag.source
    return frame._replace(
        content=(min(left, begin), max(right, end)), quoted=True, source=source, parts=(*frame.parts, (begin, end))
    )


def _attributed(
    parsed: Parsed, quote: Quote, frames: list[Frame], last: tuple[int, Quote] | None
) -> Frame | int | None:
    """The frame (or its number) whose words the quotation is, by the tag behind it, the words round or before it."""
    ends = _number(parsed, quote.span.end - 1)
    begins = _number(parsed, quote.span.start)
    if ends is None or begins is None:
        return None
    text = quote.span.words.rstrip()
    if text[-1:] in ",?!–—-…." or text[-1:].isalnum():
        tag = _tag_after(parsed, quote, ends, closed=text[-1:] in ",?!–—-")
        if tag is not None:
            return tag
    gapped = _gapped(parsed, quote, begins, last)
    if gapped is not None:
        return gapped
    before = parsed.report.text[: quote.span.start].rstrip(" \n“\"'‘")
    labelled = _tag_before(parsed, quote, begins) if before.endswith(":") else None
    found = labelled or _holder(quote, frames)
    if found is None:
        found = _tag_before(parsed, quote, begins)
    if found is not None:
        return found
    return _free(parsed, quote, begins, frames, last)


def _gapped(parsed: Parsed, quote: Quote, number: int, last: tuple[int, Quote] | None) -> Frame | None:
    """Such as "Ann Lee called it “a theft”; Bo Falk, “an honest mistake”": a name alone before a second quotation."""
    if last is None or not 0 < quote.span.start - last[1].span.end < _GAP_LETTERS:
        return None
    between = parsed.report.text[last[1].span.end : quote.span.start]
    found = _GAPPED.fullmatch(between)
    sentence = parsed.sentences[number]
    if found is None or last[1].span.start < sentence.start:
        return None
    first, end = (
        _token_at(sentence, last[1].span.end + found.start(1)),
        _token_at(sentence, last[1].span.end + found.end(1)),
    )
    run = trimmed(sentence.doc, first, end)
    if run[0] >= run[1] or any(t.tag_[:2] == "VB" for t in sentence.doc[run[0] : run[1]]):
        return None
    return quoted_frame(number, run[0], (run[0], run[0]), Party(*run, _head(sentence.doc, *run)))


#: A name between two quotations: "”; Bo Falk, “", "”, and Bo Falk “".
_GAPPED = re.compile(
    r"[”\"’']?[,;]? ?(?:;|and|but|while),? ((?:[A-Z][\w.’'-]*|the|of|de|van|von) ?(?:[A-Z\w.’' -]{0,60}?)),? [“\"‘]"
)
_GAP_LETTERS = 90


def _number(parsed: Parsed, offset: int) -> int | None:
    low, high = 0, len(parsed.sentences)
    while low < high:
        middle = (low + high) // 2
        if parsed.sentences[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low if low < len(parsed.sentences) else None


def _after(sentence: Sentence, offset: int) -> int:
    """The first token of the sentence at or behind an offset of the report, marks left out."""
    doc = sentence.doc
    first = _token_at(sentence, offset)
    while first < len(doc) and doc[first].text in _MARKS:
        first += 1
    return first


def _token_at(sentence: Sentence, offset: int) -> int:
    """The number of the first token at or behind an offset of the report."""
    low, high = 0, len(sentence.doc)
    while low < high:
        middle = (low + high) // 2
        if sentence.start + sentence.doc[middle].idx < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _tag_after(parsed: Parsed, quote: Quote, number: int, *, closed: bool) -> Frame | None:
    sentence = parsed.sentences[number]
    first = _after(sentence, quote.span.end)
    if first >= len(sentence.doc) or all(not token.is_alpha for token in sentence.doc[first:]):
        if number + 1 >= len(parsed.sentences):
            return None
        following = parsed.sentences[number + 1]
        if following.paragraph != sentence.paragraph and not _credit(following):
            return None
        opens = following.text[:1].islower() or _credit(following) or LOOKS_BACK.match(following.text)
        if not opens and quote.span.words.rstrip()[-1:] not in ",?!":
            return None
        sentence, number, first = following, number + 1, _after(following, following.start)
        if first >= len(sentence.doc):
            return None
    return _tag(sentence, number, first, closed=closed)


def _credit(sentence: Sentence) -> bool:
    """Whether a line only names who spoke: "– Maria Lopez, nurse"."""
    return sentence.text[:1] in "–—-―" and len(sentence.doc) <= _TAG_WORDS


def _tag(sentence: Sentence, number: int, first: int, *, closed: bool) -> Frame | None:
    doc = sentence.doc
    if doc[first].lower_ in {"according", "in"}:
        return None
    if _credit(sentence) and first <= 1:
        run = trimmed(doc, first, len(doc))
        named = run[0] < run[1] and doc[run[0]].text[:1].isupper()
        return quoted_frame(number, run[0], (0, 1), Party(*run, _head(doc, *run))) if named else None
    if doc[first].lower_ == "as" and first + 1 < len(doc) and doc[first + 1].pos_ in {"PRON", "PROPN"}:
        first += 1
    if LOOKS_BACK.match(sentence.text[doc[first].idx :]) or doc[first].lemma_ == "be":
        behind = cleft(doc, number, first)
        if behind is not None:
            return behind
    verb = _tag_verb(doc, first, closed=closed)
    if verb is None:
        return None
    who: Party | None
    said = next((t for t in verb.subtree if t.tag_ == "VBG" and t.lemma_.lower() in VERBS), None)
    above = done_to(verb) if verb.lemma_ in QUOTING else None
    below = object_of(verb) if verb.lemma_ in QUOTING and above is None else None
    if said is not None and above is not None:
        who, verb = party(above, before=cue_run(verb)[0]), said
    elif said is not None and below is not None:  # "the agency quoted her as saying"
        who, verb = party(below, after=verb.i + 1), said
    else:
        who, said = _speaker(doc, verb, first), None
    if who is None:
        return None
    frame = quoted_frame(number, verb.i, cue_run(verb), who, None if said is None else passed_on(said))
    return frame._replace(hearer=hearer_of(verb), cited=tuple(cited_behind(doc, verb.i + 1)))


def _head(doc: Doc, first: int, last: int) -> int:
    return next((t.i for t in doc[first:last] if not first <= t.head.i < last or t.head == t), first)


def _tag_verb(doc: Doc, first: int, *, closed: bool) -> Token | None:
    """The verb of a tag that starts at `first`: "said Ann Lee", "the doctor said", "she had told the agencies"."""
    for token in doc[first : first + _TAG_WORDS]:
        if token.text in {"“", '"', "``", ";"}:
            return None
        if token.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and token.dep_ not in {"relcl", "acl", "aux", "auxpass"}:
            known = VERBS.get(token.lemma_.lower())
            spoken = known is not None and known.force in {"says", "thinks", "pledges"}
            if spoken or (closed and (token.i == first or token.tag_ == "VBD")) or known is not None:
                return token
            return None
        if token.i == first and token.pos_ not in {"PRON", "PROPN", "NOUN", "DET", "ADJ", "NUM", "ADV"}:
            return None
    return None


def _speaker(doc: Doc, verb: Token, first: int) -> Party | None:
    """Who stands by the verb of a tag: by grammar if it is on the right side, else the words before or behind it."""
    who = next((token for token in verb.children if token.dep_ in {"nsubj", "nsubjpass"} and token.i >= first), None)
    if who is not None:
        return party(
            who, before=cue_run(verb)[0] if who.i < verb.i else None, after=verb.i + 1 if who.i > verb.i else first
        )
    if verb.i > first:
        run = trimmed(doc, first, cue_run(verb)[0])
        return Party(*run, _head(doc, *run)) if run[0] < run[1] else None
    last = verb.i + 1
    while (
        last < len(doc) and doc[last].text not in {",", ".", ";", ":", "“", '"'} and doc[last].tag_ not in {"IN", "RB"}
    ):
        last += 1
    run = trimmed(doc, verb.i + 1, last)
    if run[0] >= run[1]:
        above = subject(verb)
        return None if above is None else party(above)
    return Party(*run, _head(doc, *run))


def _holder(quote: Quote, frames: list[Frame]) -> int | None:
    """The innermost frame whose content holds the quotation."""
    middle = (quote.span.start + quote.span.end) // 2
    best: tuple[int, int] | None = None
    for index, frame in enumerate(frames):
        left, right = frame.content
        holds = (left <= quote.span.start + 1 and middle < right) or (left <= middle and quote.span.end - 1 <= right)
        if holds and frame.source is not None and (best is None or right - left < best[0]):
            best = right - left, index
    return None if best is None else best[1]


def _tag_before(parsed: Parsed, quote: Quote, number: int) -> Frame | None:
    sentence = parsed.sentences[number]
    last = _token_at(sentence, quote.span.start)
    found = _verb_before(sentence.doc, last)
    if found is None and number > 0 and not any(t.is_alpha for t in sentence.doc[:last]):
        before = parsed.sentences[number - 1]
        if before.text.rstrip().endswith(":"):
            sentence, number = before, number - 1
            found = _verb_before(before.doc, len(before.doc))
            found = found or next((t for t in before.doc if t.dep_ == "ROOT" and t.pos_ == "VERB"), None)
            if found is None:
                run = trimmed(before.doc, 0, len(before.doc))
                if run[0] < run[1] <= _TAG_WORDS:
                    return quoted_frame(number, run[1], (run[1], run[1] + 1), Party(*run, _head(before.doc, *run)))
    if found is None:
        return worded(sentence, number, last) or _labelled(sentence, number, last)
    found = let_known(found)
    who = subject(found)
    source = None if who is None else party(who, before=cue_run(found)[0] if who.i < found.i else None)
    if source is None:
        return None
    return quoted_frame(number, found.i, cue_run(found), source)._replace(hearer=hearer_of(found))


def _labelled(sentence: Sentence, number: int, last: int) -> Frame | None:
    """Such as "Union boss Ann Lee: “…”": a name and a colon stand before the mark."""
    doc = sentence.doc
    index = last - 1
    while index > 0 and doc[index].text in _MARKS:
        index -= 1
    if index <= 0 or doc[index].text != ":":
        return None
    first = index
    while first > 0 and not _parts(doc, first - 1) and index - first < _TAG_WORDS:
        first -= 1
    run = trimmed(doc, first, index)
    noun = next((t for t in doc[first:index] if t.dep_ == "ROOT" and t.lemma_.lower() in WORDINGS), None)
    whose = None if noun is None else owner(noun)
    if noun is not None and whose is not None:
        return quoted_frame(number, noun.i, (noun.i, noun.i + 1), whose)
    if run[0] >= run[1] or doc[run[1] - 1].pos_ not in {"PROPN", "NOUN"}:
        return _announced(doc, number, first, index)
    if any(t.tag_ in _FINITE for t in doc[run[0] : run[1]]):
        nobody = quoted_frame(number, index, (index, index + 1), None)
        return _announced(doc, number, first, index) or nobody
    if doc[run[0]].lower_ == "from":  # "From the report: “…”"
        run = run[0] + 1, run[1]
    comma = next((t.i for t in doc[run[0] : run[1]] if t.text == ","), run[1])
    if comma < run[1] and all(t.pos_ == "PROPN" for t in doc[run[0] : comma]):
        run = run[0], comma  # "Ann Lee, hoarse, on the roof of a van: “…”"
    return quoted_frame(number, index, (index, index + 1), Party(*run, _head(doc, *run)))


def _announced(doc: Doc, number: int, first: int, colon: int) -> Frame | None:
    """Such as "The mayor has a new message: “…”": who does what stands before the colon, or whose word it is."""
    for token in doc[first:colon]:
        if token.lemma_.lower() in WORDINGS and token.dep_ in {"ROOT", "nsubj"}:
            whose = owner(token)
            if whose is not None:
                return quoted_frame(number, token.i, (token.i, token.i + 1), whose)
        asked = token.head.tag_ == "VB" and any(t.dep_ == "aux" and t.tag_ in _FINITE for t in token.head.lefts)
        finite = token.head.tag_ in _FINITE | {"VBG", "VBN"} or asked
        who = token.dep_ == "nsubj" and finite and token.head.i < colon
        if who and token.pos_ in {"PROPN", "PRON", "NOUN"} and token.i < token.head.i:
            found = party(token, before=cue_run(token.head)[0])
            return None if found is None else quoted_frame(number, token.head.i, cue_run(token.head), found)
    return None


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _parts(doc: Doc, index: int) -> bool:
    """Whether a mark ends what stands before a label; a hyphen inside a name does not."""
    token = doc[index]
    return token.text in _LABEL_BREAKS and not (token.text == "-" and index > 0 and doc[index - 1].whitespace_ == "")


def _verb_before(doc: Doc, last: int) -> Token | None:
    """The nearest verb of saying left of the opening mark, with no other clause between."""
    for token in reversed(doc[max(0, last - _HEAD_WORDS) : last]):
        if token.text in {"”", ";"}:
            return None
        if token.tag_[:2] == "VB":
            known = VERBS.get(token.lemma_.lower())
            if token.lemma_ == "make" and any(t.lower_ in {"clear", "plain"} for t in doc[token.i : last]):
                return token
            if known is not None and (known.force != "acts" or _on(token, doc[last - 2 : last])):
                return token
            if known is None and token.dep_ in {"ROOT", "ccomp"} and doc[last - 1].text not in {":", ","} and last > 1:
                return None
    return None


def _on(verb: Token, before: Span) -> bool:
    """Whether a preposition of the verb stands right before a mark: "apologises for “"."""
    return any(t.dep_ == "prep" and t.head == verb for t in before)


def _free(
    parsed: Parsed, quote: Quote, begins: int, frames: list[Frame], last: tuple[int, Quote] | None
) -> Frame | int | None:
    """A quotation without a tag: it goes on with the one before it, or belongs to the last one spoken of."""
    text = parsed.report.text
    sentence = parsed.sentences[begins]
    outside = (
        sentence.doc[: _token_at(sentence, quote.span.start)],
        sentence.doc[_token_at(sentence, quote.span.end) :],
    )
    own = any(t.is_alpha and t.tag_[:2] == "VB" for tokens in outside for t in tokens)
    if last is not None and not own:
        between = text[last[1].span.end : quote.span.start]
        apart = _number(parsed, last[1].span.end - 1)
        same = apart is not None and parsed.sentences[apart].paragraph == sentence.paragraph
        bare = not between.strip(" \n\"“”'")
        if len(between.split()) <= _GAP_WORDS and "\n" not in between.strip() and (same or bare):
            return last[0]
    if own:
        near = [index for index, frame in enumerate(frames) if frame.sentence == begins and frame.source is not None]
        return near[0] if near else None
    return _spoken_of(parsed, begins, frames) or _told_after(parsed, quote, begins)


def _told_after(parsed: Parsed, quote: Quote, number: int) -> Frame | None:
    """The person whom the sentence behind a quotation that opens a paragraph is about."""
    if quote.span.start - parsed.paragraphs[parsed.sentences[number].paragraph][0] > 1:
        return None
    ends = _number(parsed, quote.span.end - 1)
    if ends is None or ends + 1 >= len(parsed.sentences):
        return None
    following = parsed.sentences[ends + 1]
    if following.paragraph != parsed.sentences[number].paragraph or following.text[:1] in '“"':
        return None
    for token in following.doc:
        if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "ROOT":
            person = _may_be_person(token) or (token.pos_ != "PRON" and token.lower_ in PERSON_ROLES)
            who = party(token, before=token.head.i if token.head.i > token.i else None)
            return quoted_frame(ends + 1, -1 - number, (0, 0), who) if person and who is not None else None
    return None


def _may_be_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and not token.ent_type_)


def _spoken_of(parsed: Parsed, number: int, frames: list[Frame]) -> Frame | None:
    """The subject of the sentence before, where it is a person or a source: he is given the word."""
    for before in (number - 1, number - 2):
        if before < 0 or parsed.sentences[before].paragraph < parsed.sentences[number].paragraph - (
            before == number - 1
        ):
            return None
        sentence = parsed.sentences[before]
        said = [f for f in frames if f.sentence == before and f.source is not None and f.force in {"says", "thinks"}]
        if said:
            source = said[-1].source
            return quoted_frame(before, -1 - number, (0, 0), source)
        for token in sentence.doc:
            if token.dep_ == "pobj" and _may_be_person(token) and sentence.doc[0].lower_ in {"for", "to"}:
                who = party(token) if token.head.i == 0 else None
                if who is not None:  # "For Ann Lee, the matter is simple."
                    return quoted_frame(before, -1 - number, (0, 0), who)
            if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ == "ROOT":
                who = party(token, before=token.head.i if token.head.i > token.i else None)
                named = token.pos_ == "PROPN" or token.lower_ in _PERSONAL or token.lower_ in PERSON_ROLES
                if who is not None and (named or token.ent_type_ == "PERSON"):
                    return quoted_frame(before, -1 - number, (0, 0), who)
    return None
