"""In: a line. Out: how much it sounds like a page that wants something of its reader, in points."""

import re

from twosource.reading.lines import Line

ENOUGH = 4
_VERB = re.compile(
    r"(?:please |just |don'?t forget to |why not |help us |you can |now |simply )?"
    r"(?:sign(?:ing)? up|subscribe|join|download|get|upgrade|donate|support|shop|buy|follow|like|love|listen|watch"
    r"|read|click|tap"
    r"|register|log ?-?in|try|discover|save|order|share(?! (?:of|prices?|values?|in)\b)|tweet|print|forward|send"
    r"|leave|post|report|see|view|explore|browse|win"
    r"|enter|unlock|start|become|visit|check(?: out)?|find|stay|never miss|don'?t miss|enjoy|contact|advertise"
    r"|reuse|gift|unsubscribe"
    r"|continue|swipe|scroll|skip|play|take|keep|claim|activate|enable|turn on|receive|pre-?order|book|choose"
    r"|select|add|submit|rate"
    r"|vote|comment|tell us|let us|give|help|go|make|install|tune in|be|meet|test|learn|sponsor(?:ed)?|advertise"
    r"|promoted)\b"
)
#: Orders to the reader, wherever they stand in a line.
_CALL = re.compile(
    r"\b(?:tell us|let us know|send (?:us|them|your|in)|hear from you|contact us|write to us|call (?:us|our)"
    r"|click (?:here|to|on)"
    r"|sign up|subscribe|download the app|follow us|help us|support us|back us|log in|share your|add your|reach (?:us"
    r"|\w+ \w+ at)"
    r"|pop your|pass it on|spread the word"
    r"|tweets at|keeps us|our coverage|\w+ coverage here)\b"
)
_NOUN = re.compile(
    r"\b(?:newsletters?|in-?box(?:es)?|e-?mail (?:list|alerts?|address|updates?)|e-?mails? (?:a|per|every) \w+"
    r"|mailing list|one e-?mail"
    r"|patrons?|backers|subscriptions?|subscribers?|subscribe|sign(?:ing)? up|sign ?-?in|log ?-?in|app store"
    r"|the \w+ app"
    r"|print edition|google play|our(?: free"
    r"| new)? apps?|the app"
    r"|premium|memberships?|go pro|(?:pro|premium|plus|vip|gold) members?|cookies?|privacy|imprint|rss"
    r"|notifications?|push alerts?|alerts?|advertisements?|adverts?|advertise|advertisers? (?:here|with)"
    r"|no advertisers?"
    r"|ads?\b|affiliate"
    r"|sponsored|sponsors?|promo(?:tion)?(?: code)?|coupons?|vouchers?|discounts?|%\s?off|free trial|free shipping"
    r"|comments?|paywall|password|copyright|dmca|home ?page|web ?site|hashtags?|e-?paper|e-?book"
    r"|webinars?|white ?paper|checklist|cheat sheet|donat\w+|crowdfund\w*|patreon|paypal|iban|tip jar"
    r"|merch(?:andise)?|giveaways?"
    r"|best deals?|limited time|cancel any ?time|unlimited access|free e-?books?|your phone|your feed|social media"
    r"|independent journalism"
    r"|quality journalism|free speech|thank you for reading|full story|more stories|click here|delivered (?:to"
    r"|through|straight|directly)|(?:upgrade|buy|order|book|act|join|call|shop|try it) (?:now|today)"
    r"|petition|our (?:survey|quiz|poll)|(?:the|a|as) pdf|push messages?|death notices|lottery numbers)\b"
)
#: What letters to readers are called; other things are called so too, where nobody is asked to get them.
_LETTER = re.compile(
    r"\b(?:bulletin|briefing|digest|round-?up|wrap|update|guide|magazine|edition|series|show|channel|group|list)\b"
)
_PLATFORM = re.compile(
    r"\b(?:facebook|instagram|twitter|telegram|whatsapp|tik ?tok|linkedin|youtube|reddit|pinterest|mastodon|bluesky"
    r"|snapchat|discord"
    r"|patreon|spotify|apple podcasts?|apple news|google news|soundcloud|viber|substack|x \(formerly twitter\))\b"
)
_READER = re.compile(
    r"\b(?:you|your|yours|our|ours|we|us|my|this (?:article|story|page|post|site|video|report|photo(?:graph)?"
    r"|picture|image|letter|mail|issue))\b"
)
_PRICE = re.compile(
    r"[$€£¥₹]\s?\d[\d.,]*\s?(?:/|a |per )\s?(?:day|week|month|year|mo|yr)|\b(?:a|per) month\b|\bfor just\b|\bfree\b"
)
_SPEECH = re.compile(
    r"[“\"«][^”\"»]{12,}|\b(?:said|says|told|according to|added|reported|quoted|wrote|asked|shouted|cried|sang"
    r"|chanted|begged|pleaded|they|he"
    r"|she)\b"
)
#: Orders that no article gives at the start of a sentence.
_ORDER = re.compile(
    r"(?:^|[.?!:–—] )(?:please )?(?:chip in\b|(?:reach|e-?mail|text) (?:him|her|them|me|us) (?:at|on)\b"
    r"|(?:call|ring|phone|text|whatsapp) (?:us (?:at|on) )?[\d(+][\d ().-]{4,}|(?:subscribe|donate|give|sign up|join"
    r"|register|upgrade) (?:now|today|here)\b)"
)
#: A question that sells: "Want the stories that matter in one e-mail?".
_LURE = re.compile(
    r"(?:want|wanna|looking for|fancy|curious|tired of|prefer|new here|in a hurry|short of time|need|missing|love"
    r"|loving"
    r"|enjoy(?:ing|ed)?|hungry for|ready for|can't get enough|interested in|home delivery|seen|heard|spotted"
    r"|noticed|got|know|are you|do you|have you|would you) [^?]{3,80}\?"
)
#: A question to the reader with an order behind it: "Seen something odd? Write to us.".
_ASKED = re.compile(
    r"(?:want|seen|saw|heard|spotted|noticed|got|have|has|had|do|did|does|are|were|is|was|can|could|would|know|need|live"
    r"|missing|missed|love|like|enjoy\w*|curious|interested|worried|any|what|which|something|think|can't|don't|a"
    r"|an)\b[^?.]{3,80}\? (?:please |then |just |why not )?(?:write|send|tell|ask|ring|call|e-?mail|text|let|contact"
    r"|get in touch|drop|join|sign up|follow|subscribe|help|click|visit|share|report|message|mail|phone|whatsapp|speak"
    r"|talk|come|read|try|become|support|find|browse|see|check|log|register|download|scan|fill)\b"
    r"(?=.*\b(?:us|our|we|here|me|my|you|your)\b)[^?]{2,100}"
)
_SHOUT = re.compile(r"!\W*$")
_ARROW = re.compile(r"[→»›►➤]$")
_ADDRESS = re.compile(r"\s@\w{3,}|\w@\w+\.\w")
_SHORT = 12
_LONG, _TOO_LONG = 18, 40
_MOST_NOUNS = 2
#: What opens an item of any list, an article's own too; other signs (arrows, emoji) open links and buttons.
LIST_SIGNS = "-–—•·●*0123456789"


def calls(line: Line) -> bool:
    """Whether a line begins with an order that pages give: "Join", "Enjoy", "Set"."""
    return bool(_VERB.match(line.plain))


def points(line: Line) -> int:
    """Points for what a line says and how it is built; `ENOUGH` of them, with those of its place, make it furniture."""
    verb = bool(_VERB.match(line.plain) or _LURE.match(line.plain))
    nouns = len(_NOUN.findall(line.plain)) + (verb and bool(_LETTER.search(line.plain)))
    verb = verb or ((nouns > 0 or not line.prose) and bool(_CALL.search(line.plain)))
    nouns = min(_MOST_NOUNS, nouns)
    platforms = min(_MOST_NOUNS, len(_PLATFORM.findall(line.plain)))
    link = bool(_ARROW.search(line.words) or (verb and _ADDRESS.search(line.words)))
    asks = 2 * (verb + nouns + link) + platforms
    if (_ORDER.search(line.plain) or _ASKED.fullmatch(line.plain)) and not _SPEECH.search(line.words):
        return ENOUGH
    if not asks:
        return 0
    price = bool(_PRICE.search(line.plain))
    reader = bool(_READER.search(line.plain))
    if line.prose and not verb and not reader:
        return 0
    total = asks + reader + bool(_SHOUT.search(line.words)) + price
    if asks <= 2 and verb and not reader and not price:  # noqa: PLR2004
        total -= 2  # an order to nobody: the article's own words
    total += (line.lead and line.words[0] not in LIST_SIGNS) + (line.count <= _SHORT and not line.closed)
    if _SPEECH.search(line.words):
        total -= 3
    if line.count >= _LONG and nouns < _MOST_NOUNS:
        total -= 2
    if line.count >= _TOO_LONG:
        total -= 3
    return total
