"""In: the plain form of a line. Out: whether web pages use such a line as furniture, whatever stands around it."""

import re

from twosource.text.date_words import WEEKDAYS

_THINGS = (
    r"(?:articles?|stor(?:y|ies)|posts?|news|content|topics?|links?|coverage|reading|reads?|digests?|videos?|items?"
    r"|headlines?|galler(?:y|ies)|features?|series|interviews?|reports?|podcasts?|pages?)"
)
_LABELS = (
    r"(?:read|see|watch|listen|view)(?: also| more| next| too| now| here| all| it| on)*|also (?:read|see|on|in"
    r"|watch)[^:|]{0,30}"
    rf"|(?:see|find|get|load|show|discover)? ?more(?: {_THINGS}| for you| to read| like this| here)?"
    r"|more (?:from|on|in|about|by|for|stories|news|of)\b[^:|]{0,40}"
    rf"|(?:you (?:may|might|could|will) )?(?:also |be )*(?:like|love|enjoy|interested in|want to read)(?: this| these)?"
    rf"|(?:related|recommended|suggested|similar|popular|trending|featured|sponsored|promoted|latest|recent|top|hot"
    rf"|other"
    rf"|must[- ]read|don'?t[- ]miss|further|paid|partner|editor'?s'?|readers'?)(?: (?:for you|now|today|this week"
    rf"|from [^:|]{{1,30}}|on [^:|]{{1,30}}|in [^:|]{{1,30}}|to|picks?|choice|partner|{_THINGS}))*"
    rf"|(?:today|tonight|yesterday|(?:this )?week(?:end)?|(?:this )?month|morning|evening|{'|'.join(WEEKDAYS)})'s"
    rf"(?: (?:top|best|most[- ]read|must[- ]reads?|biggest|hottest|big|latest|other|popular|picks?|deals?|papers?"
    rf"|headlines|{_THINGS}))+"
    r"|(?:older|newer|earlier|previous|next) (?:posts?|entr(?:y|ies)|articles?|stor(?:y|ies))"
    r"|(?:[\w-]+ ){1,2}(?:quiz|poll|puzzle)|show (?:me )?more (?:about|on|from)[^:|]{0,20}"
    r"|readers'? (?:favou?rites?|choice|picks?)|our (?:best|most)[- ]\w+ [^:|]{1,30}"
    r"|(?:mentioned|companies|people|places|stocks?|tickers?) (?:mentioned )?in this (?:story|article|report)"
    r"|what to (?:read|watch|know) next|readers also (?:liked|read|saw|watched|bought)"
    r"|(?:story|stories|articles?|pieces?) (?:by|from) (?:the same|this)[^:|]{0,20}|tomorrow in [^:|]{2,30}"
    r"|most[- ](?:read|viewed|popular|shared|commented|watched|discussed|recent|emailed)[^:|]{0,30}"
    r"|what (?:others|people) are reading|in case you missed it|icymi|up next|next(?: up| post| article| story"
    r"| events?| issue"
    r"| edition)?|(?:now|recently|just|last) (?:playing|played)|upcoming events?"
    r"|prev(?:ious)?(?: post| article| story)?|in (?:other|related) news|elsewhere on [^:|]{1,30}"
    r"|(?:from )?around the web"
    r"|from (?:our|the) (?:archives?|partners?|sponsors?|web)|don'?t miss(?: out| it| this)?|must[- ]see|breaking news"
    r"|advert(?:isement|isements|orial)?|ads?|sponsor(?:ed)?(?: by[^:|]{0,30})?|partner content|promotion"
    r"|tags?|topics?|tagged(?: with| in)?|filed (?:under|in)|posted in|categor(?:y|ies)|keywords|hashtags|shop"
    r"|store|deal of the day|promo|(?:readers?'? |online )?poll"
    r"|sign up|subscribe|newsletters?|download|quiz|poll|competition|giveaway|special offer|(?:full|special|live"
    r"|complete|our) coverage|click here|live blog"
    r"|live|play|play (?:now|today|our) ?[^:|]{0,20}|keep reading|hear(?: \w+){0,2} podcast|podcast|live chat"
    r"|watch live|listen live|photo gallery|videos?|photos|gallery|slideshow|audio|interactive|in pictures"
    r"|opens? in new (?:tab|window)"
    r"|leggi anche[^:|]{0,12}|leia (?:mais|tamb[ée]m)[^:|]{0,12}|l(?:ea|ee|eer) (?:m[aá]s|tambi[ée]n)"
    r"|(?:[aà] )?lire aussi|lesen sie (?:auch|mehr)"
    r"|mehr zum thema|читайте также|te puede interesar|artigos relacionados|notas relacionadas"
)
#: "READ ALSO: …", "Related – …": a label with what it points to.
LABELLED = re.compile(rf"[\[(]?(?:{_LABELS})\s*(?:[:|»›]|>+|\s[–—-]\s)\s*\S.*", re.DOTALL)
#: Labels that an article's own sentence may begin with too: a full stop at its end tells it from a link.
WEAK = re.compile(
    r"[\[(]?(?:next|prev\w*|watch|live|play|more|see|also|like|love|hot|top|other|latest|recent|shop|store|poll|quiz"
    r"|promotion|topics?"
    r"|featured|listen|view|videos?|photos|gallery|slideshow|audio|interactive|similar|popular|from)\b.*\.[\"”’)]*",
    re.DOTALL,
)
#: Labels that only furniture has above the headline and below the text; inside, an article may have them too.
OUTSIDE = re.compile(
    r"(?:jobs|letters?|letters to the editor|classifieds|weather|traffic|author|contact|tip|survey|circulation"
    r"|editor(?:-in-chief)?|publisher"
    r"|phone|tel|address|price"
    r"|print edition|horoscopes?|lottery|obituaries|offers?|markets)\s*[:|]\s*\S.*",
    re.DOTALL,
)
#: The same label alone, over a list of links.
HEADING = re.compile(rf"(?:{_LABELS})\s*[:»›>↓…]*")

#: Words that only furniture has, wherever they stand in a line: the law's, and a script's.
ANYWHERE = re.compile(
    r"[▲▼]|\ball rights reserved\b|for your personal,? non-commercial use|window\.\w|function ?\(|document\.\w|\.push\("
    r"|\bvar \w+ ?="
    r"|=> ?\{|\{\}|무단전재"
)

_MEDIA = (
    r"image|img|table|timeline|carousel|sidebar|interactive|photo|photograph|picture|pic|video|chart|graphic"
    r"|infographic|map|embed(?:ded)?|gallery|audio"
    r"|podcast|poll|ad|ads"
    r"|advert|advertisement|widget|tweet|slideshow|illustration|placeholder|iframe|graph|figure|media|post|player"
    r"|logo|icon|banner"
    r"|click|related|read more|read also|see also|sponsored|thumbnail|livestream|live stream|button|newsletter|form"
    r"|quiz|gif|meme|animation|screenshot|screengrab|clip|reel|youtube|facebook|instagram|tiktok|telegram|infogram"
    r"|x post|document|pdf|file|attachment|caption|drawing|cartoon|sketch|render(?:ing)?|emoji|sticker|broken"
)
#: "Image: Workers clear mud (file picture)": a picture's label with what it shows, no sentence.
PICTURE = re.compile(
    r"(?:(?:image|photo|picture|pic|gif|illustration|graphic|infographic|chart|map|thumbnail|cover (?:photo|image)"
    r"|(?:featured|main|lead|header|hero) (?:image|photo|picture))s?(?: (?:credit|source|courtesy|caption))?\s?[:|]"
    r"|photos? by\b)\s*\S.{0,140}(?<![.!?])",
    re.DOTALL,
)
#: "[IMAGE: fire.png]", "(Photo: name/agency)", "![](fire.png)": what a page's reader leaves of a picture.
PLACEHOLDER = re.compile(
    rf"[\W_]*(?:!?\[[^\]]*\]\([^)]*\)\s*\|?"
    rf"|[\[{{<(](?:{_MEDIA})s?\b[^\])}}>]{{0,200}}[\])}}>](?:\s*\|)?|\|(?:\s*\|)+)\W*"
)
