"""In: nothing. Out: the phrases that fill a line of page furniture, as one pattern over the plain form of a line."""

import re

_NUMBER = r"(?:no|one|two|three|\d[\d,.]*[km]?)"

_ALONE = (
    # counters and pages
    (
        r"(?:views?|shares?|likes?|reads?|comments?|subscribers?|followers?|visitors?|clicks?|downloads?|rating"
        r"|rated|circulation)"
        r":? ?\d[\d.,/k]*\b.{0,40}"
        r"|like \d+ dislike \d+|page \d+ of \d+|ads? \d+ of \d+|(?:\d+ )+next.{0,4}|issn .{0,20}"
        r"|(?:photo gallery|photos?|gallery|galleries|videos?|jobs|images?|podcasts?) ?\(\d+\)|(?:see"
        r"|view) all(?: \d+)? .{0,30}"
        r"|top \d+(?: (?:this week|today|now|stories|news|articles|videos))?|<!--.{0,200}-->"
    ),
    # settings and offers
    (
        r"(?:dark|night|light|reading|reader) mode\b.{0,10}|members only|(?:free )?articles? \d of \d"
        r"|signed in as .{2,20}"
        r"|(?:change|select|choose) (?:your )?(?:region|country|city|edition|language|location)"
        r"|search (?:the|our) (?:archives?|site|paper|news)|translate(?: this page| into .{2,20})?|sections?: .{3,80}"
        r"|edition: ?[\w ]{2,20}|only \d+ (?:days?|weeks?|hours?|places|tickets) (?:to|left|until)\b.{0,40}"
        r"|(?:weather|forecast)(?: (?:tomorrow|today|tonight))?: .{3,60}|vote: .{3,80}\?"
        r"|(?:job|deal|offer|book|recipe|photo|picture|quote|word|walk|poem|tip) of the (?:day|week|month|year)"
        r"\b.{0,80}"
    ),
    # running reports
    (
        r"(?:please )?(?:auto[- ]?)?(?:refresh|reload|update)(?:es|ing)?\b(?:[:,]? (?:for|to|this|the|page|on|off"
        r"|automatically|every|is|here|now)\b.{0,40}|:.{0,20})?"
        r"|(?:this|the) (?:page|blog|feed|ticker|liveblog) (?:refreshes|updates|reloads|is (?:refreshed|updated))"
        r"\b.{0,60}"
        r"|(?:today|tomorrow|yesterday|this week)'s (?:paper|edition|issue|front page|e-?paper)\b.{0,30}"
    ),
    # what page builders leave between paragraphs
    (
        r"[\[(](?:ads?|adverts?|advertisement|sponsored|promo(?:ted|tion)?|partner content|anzeige"
        r"|publicidad)[\])]\s?\S.{0,160}"
        r"|(?:capital (?:is )?at risk|past performance)\b.{0,120}|.{0,80}\bcapital (?:is )?at risk\b.{0,40}"
        r"|filters?:.{0,60}|key events \(\d+\).{0,30}|pinned"
        r"|this [\w-]{3,20} is (?:also )?available (?:in|as|on)\b.{0,60}"
        r"|(?:graphic|image|map|chart|table|video|photo|picture)s? (?:is |are )?not (?:shown|available|included"
        r"|displayed|supported)"
        r"\b.{0,40}|no part of (?:this|our) .{0,120}"
        r"|(?:this )?(?:ad|advert(?:isement)?) (?:closes|ends|will \w+|starts) in \d.{0,20}"
        r"|this (?:video|content|media|post|clip|stream) can(?:not|'t) be (?:shown|played|loaded|displayed).{0,60}"
        r"|why (?:you can )?(?:trust|rely on) (?:us|me|our\b.{0,30})|(?:about|how) (?:our|we) (?:coverage"
        r"|reporting|rate|test|report"
        r"|work|check facts|cover).{0,40}|you(?:'re| are) (?:getting|receiving|reading|seeing) this\b.{0,120}"
        r"|(?:ads?|adverts?|links|recommendations) (?:by|from) .{0,40}|was this .{0,30}(?:useful|helpful"
        r"|interesting)\?.{0,40}"
        r"|is this .{0,20}(?:useful|helpful|out of date)\?.{0,80}|before you go\b.{0,120}"
        r"|about sharing|(?:open|close) share panel|link copied.{0,20}|copied|list (?:of )?\d+ (?:of \d+|items)"
        r"|end of (?:list|carousel)"
        r"|(?:after|past) newsletter promotion|privacy notice:.{0,400}|(?:video )?ad feedback|see all topics"
        r"|give this article"
        r"|(?:purchase|acquire|buy) licensing rights.{0,40}|\(end\)|article view option"
        r"|(?:share or )?comment on this article.{0,200}"
        r"|\+? ?\d+ view gallery|.{0,40}\bopens (?:in )?new tab|get (?:more|e-?mail) (?:from|news|alerts?).{0,80}"
        r"|media caption,?|was this (?:article |page |story )?helpful.{0,30}|hide ads?|why am i seeing this.{0,20}"
        r"|to play this video .{0,80}|image caption|photo caption|see more on .{0,30}|expand|collapse|unmute"
        r"|volume \d+%?|\d\d?:\d\d / \d\d?:\d\d"
    ),
    # what a site says of itself and of its mail
    (
        r"you (?:are|have|received|can|were) (?:receiving |reading |read )?.{0,30}\b(?:e-?mail|edition|newsletter"
        r"|free articles?)\b.{0,80}"
        r"|(?:our|this) (?:newsroom|journalism|reporting|paper|site|website|article|story|page)\b.{0,60}\b(?:funded"
        r"|supported|free to read"
        r"|members|readers|donations|subscribers)\b.{0,60}"
        r"|comments (?:are|may be|will be) .{0,40}|(?:please )?keep (?:your )?comments .{0,60}"
        r"|view (?:this )?.{0,10}in (?:your )?browser.{0,20}"
        r"|[\w ]{1,40} is not responsible for .{0,100}|(?:reproduction|republication|copying)\b.{0,60}(?:forbidden"
        r"|prohibited|permitted).{0,40}"
        r"|please disable .{0,40}|tap (?:for|to) .{0,30}|text \w+ to \d+ .{0,80}|offer ends .{0,60}|vote now.{0,60}"
        r"|live chat .{0,60}"
        r"|take (?:our|the) (?:survey|quiz|poll).{0,40}|contact: ?\S+@\S+.{0,40}|search (?:this|our) .{0,30}"
    ),
    # comments
    r"(?:leave|post|write|add|submit|make) (?:a|your|the first|an?other) (?:reply|comments?|response)\b.{0,60}",
    (
        rf"{_NUMBER} (?:comments?|repl(?:y|ies)|responses?|shares?|likes?|views?|reads|reactions?|votes?|retweets?"
        rf"|thoughts? on)"
        r"(?:[^.]{0,40})?"
    ),
    r"comments? ?\(?(?:\d[\d,.]*)?\)?(?: (?:are |is |have been )?(?:closed|off|disabled|turned off))?[.:]?",
    r"comments? \(\d[\d,]*\).{0,60}",
    r"(?:log|sign)(?:ed)?[- ]?(?:in|on|up)(?: (?:to|or|for|with|here)\b.{0,80})?",
    r"your e-?mail(?: address)? will (?:not|never) be .{0,80}",
    (
        r"loading\b.{0,30}|\d[\d,.]* (?:people|readers|others) (?:like|liked|love|recommend|shared?"
        r"|are reading)\b.{0,40}|reprint rights"
    ),
    r"save my name.{0,100}",
    r"required fields .{0,40}",
    r"notify me .{0,80}",
    r"this site uses akismet.{0,100}",
    r"(?:join|start) the (?:conversation|discussion|debate)\b.{0,60}",
    (
        r"(?:what do you think(?=\?|:|,|$| of| about)|do you agree|have your say|tell us what you think"
        r"|what'?s your (?:view|opinion))\b.{0,80}"
    ),
    r"(?:view|show|load|read|see|hide|jump to)(?: all| more| the| \d+)* comments?.{0,20}",
    r"report (?:this |a |an )?(?:post|comment|ad|error|typo|abuse|mistake|problem|article|correction).{0,30}",
    r"cancel reply|reply|be the first to (?:comment|reply|like|share|know).{0,40}|please log ?in.{0,60}",
    r"(?:\w+ )?(?:name|email|website)\s*\*",
    # sharing and following
    (
        r"(?:share|tweet|print|e-?mail|send|save|bookmark|forward|repost|pin|copy)(?: (?:this|the|it|full|whole"
        r"|via|on|by|to"
        r"|with|e-?mail|newsletter"
        r"|link|article"
        r"|story|post|page|icon|button|url|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|friends?|a"
        r"|your|for"
        r"|later|love|news))*[.!:…]*"
    ),
    (
        r"(?:please )?share (?:this|on|via|with|your)\b.{0,80}|click to (?:share|print|e-?mail|enlarge|view|copy|expand"
        r"|play).{0,60}"
    ),
    r"(?:you can )?(?:follow|like|find|join|add|connect with) (?:us\b(?!,)|me\b(?!,)|our|@\S+).{0,300}",
    (
        r"follow [^.]{0,60} (?:on|at) (?:facebook|twitter|x\b|instagram|telegram|linkedin|tiktok|youtube|threads"
        r"|bluesky|mastodon"
        r"|whatsapp|google|social media)\b.{0,200}"
    ),
    r"follow (?:the )?[\w .'’-]{1,40}[.!]?|@\w{2,30}",
    (
        r"gift (?:this )?article|gift this|text size.{0,20}|font size.{0,20}|reuse this content|republish this.{0,60}"
        r"|order reprints?"
        r"|reprints?(?: & permissions| and permissions)?|print(?: this)? article|save (?:for later|article|story)"
        r"|add to .{0,30}"
    ),
    # adverts and reading on
    r"(?:article|story|content|text|post|read|reading|report)s? continues? (?:below|after|beneath|here)\b.{0,60}",
    (
        r"[–—\s]*(?:advert(?:isement|ising)?|ads?|sponsored|sponsor(?:ed)? (?:content|post|links?|message)"
        r"|promoted(?: content)?)\b(?:[^.]{0,60}(?:below|after|reading|content))?[–—\s.]*"
    ),
    (
        r"continue (?:reading|to .{0,40}|with .{0,20}).{0,40}|scroll (?:down|to|for).{0,40}|swipe .{0,30}"
        r"|keep reading.{0,20}|skip .{0,40}"
    ),
    r"(?:read|view|see|visit|continue to|go to) (?:the )?(?:full|original|entire|complete|rest of the|source)\b.{0,60}",
    (
        r"(?:\[?read|learn|find out|discover) more\b.{0,30}|read (?:it|on|more|now|here|this)(?: here| now| at .{0,30}"
        r"| on .{0,30})?[.!…\]]*"
    ),
    (
        r"(?:click|tap|press) (?:here|below|on|the|to|through)\b.{0,120}|header ads? widget|exit mobile version"
        r"|desktop version"
        r"|back to (?:top|home.{0,10}|the top)|return to .{0,20}page|go to top|toggle .{0,20}|open(?: the)? (?:menu"
        r"|navigation)"
        r"|close(?: the)?(?: menu| this .{0,20}| ad)?|main (?:menu|navigation)|menu|breadcrumbs?|you are here.{0,40}"
        r"|jump to .{0,40}"
    ),
    (
        r"home ?page|log ?out|my account|search(?: for)?:?|search .{0,20}site|select (?:language|edition|page).{0,20}"
        r"|all sections?|quick links|site ?map|tip jar|no results"
    ),
    # time, sound and pictures
    (
        rf"(?:(?:estimated |average )?reading time|time to read)\b.{{0,30}}|{_NUMBER}[- ]?min(?:ute)?s?\.? (?:read"
        rf"|listen|watch)\b.{{0,60}}"
    ),
    (
        r"listen(?: to (?:this|the) (?:article|story|report|audio|podcast|episode).{0,40}|\s?\(?[\d:]+.{0,20})?"
        r"|audio version.{0,30}"
    ),
    (
        r"(?:play|pause|mute|watch|view)(?: the)? (?:video|audio|slideshow|gallery|image|photos?|now|later"
        r"|in full screen).{0,40}|play|loading\W*"
    ),
    (
        r"(?:this )?(?:video|content|media|tweet|post|audio|embed|page|image|live ?stream|file)s?(?: player)? (?:is "
        r"|are |was |has )?(?:not |un|no longer )"
        r"?(?:available|unavailable|supported|blocked|deleted|removed|loading|playing).{0,60}"
    ),
    (
        r"(?:your browser|please enable|javascript|an error (?:has )?occurred|sorry, (?:this|your)).{0,100}"
        r"|something went wrong.{0,60}"
    ),
    (
        r"image source,? .{0,80}|\(?(?:file|stock|archive|library|representational|representative) (?:photo|image"
        r"|picture"
        r"|pic)s?(?: only)?[.:]?\)?"
        r"|getty(?: images)?|[\w -]+[/|] ?getty(?: images)?|enlarge(?: (?:this )?image)?|view (?:gallery|image).{0,20}"
        r"|\d+ ?/ ?\d+|image \d+ of \d+"
        r"|\d+ (?:photos|images|pictures)|hide caption|toggle caption|related image"
    ),
    r"\S+\.(?:jpe?g|png|webp|gif|svg|mp4|avif|bmp)",
    (
        r"\[[^\]]{0,80}\b(?:not (?:available|loaded|supported)|could not|unavailable|failed|placeholder|embed|widget"
        r"|expired)\b[^\]]{0,80}\]"
    ),
    # money and membership
    (
        r"(?!.*\b(?:he|she|they|said|says|asked|told|wrote)\b)(?:subscribe|sign up|register|donate|upgrade|unsubscribe"
        r"|go premium)(?:[ !.,:;].{0,140})?"
    ),
    r"(?:already|not (?:yet )?|are you )(?:a |an )?(?:subscriber|member|registered|have an account)\b.{0,80}",
    (
        r"(?:this )?(?:article|story|content|post|page)? ?(?:is )?(?:for|only for|reserved for"
        r"|exclusive to) (?:subscribers|members|premium).{0,60}"
    ),
    (
        r"you have .{0,20}(?:free )?articles? .{0,40}|become a .{0,60}(?:subscriber|member|patron|supporter)\b.{0,60}"
        r"|(?:buy|get) (?:me|us) a coffee.{0,40}"
    ),
    r"help us (?:to )?(?:keep|grow|improve|cover|tell|fund|stay|continue|reach|make|report)\b.{0,100}",
    (
        r"(?:please )?(?:consider )?(?:support(?:ing)?|fund|back) (?:us|our|independent|quality|local|free|honest"
        r"|good) ?(?:independent |quality )?"
        r"(?:journalism|newsroom|work|reporting|media|journalists|paper|site|team|news|mission)?\b.{0,100}"
    ),
    # law and the house
    (
        r"(?:we|this (?:site|website|page)|our (?:site|website)|[\w .]{1,30}) uses? cookies.{0,300}|(?:accept|reject"
        r"|manage|allow) .{0,20}cookies.{0,40}"
    ),
    r"by (?:clicking|continuing|signing up|subscribing|using|submitting|registering|entering) .{0,300}",
    (
        r"(?:terms|conditions)(?: (?:of (?:use|service|sale)|(?:and|&) \w+).{0,40})?|privacy(?: (?:policy|notice"
        r"|statement|settings|preferences).{0,40})?|cookie .{0,20}"
        r"|do not sell .{0,60}|this (?:site|form) is protected by .{0,120}|your privacy .{0,20}|imprint|impressum"
        r"|disclaimer|accessibility.{0,20}"
    ),
    (
        r"(?:©|ⓒ|\(c\) ?(?:19|20)\d\d|copyright\b(?! (?:law|case|claim|infring|lawsuit|suit|holder|dispute|act|rules"
        r"|office|owner|protection)))"
        r"(?:.{0,90}|.{0,250}\b(?:rights|reserved|permission|published|broadcast|terms|privacy|contact|ltd|inc"
        r"|llc)\b.{0,200})"
    ),
    (
        r"(?:this|our) (?:article|post|page|story|site|website|copy)? ?(?:may )?(?:contains?|includes?|earns?"
        r"|is for your personal).{0,30}"
        r"(?:affiliate|commission|non-commercial).{0,200}|(?:when|if) you (?:buy|purchase|click).{0,100}(?:commission"
        r"|affiliate).{0,80}"
    ),
    (
        r"our standards: .{0,80}|(?:the )?(?:views|opinions) expressed .{0,200}|all opinions are .{0,40}|(?:this is "
        r"|nothing .{0,60})not .{0,20}(?:investment|financial|legal|medical) advice.{0,80}"
    ),
    (
        r"(?:do you )?(?:have|got) (?:a|any|you) .{0,20}(?:story|tip|news|photos?|video|information"
        r"|question)s?\b[^.?]{0,60}\? ?.{0,160}"
    ),
    (
        r"(?:contact|e-?mail|write to|reach|text|call|whatsapp) (?:us|the (?:newsroom|author|reporters?|editors?"
        r"|newsdesk|writer)|our)\b.{0,120}"
    ),
    (
        r"(?:email|e-?mail|contact|write to|reach) [\w .'-]{2,50} (?:at|on) \S+@\S+.{0,120}|\S+@[\w-]+\.[\w.]+"
        r"|(?:https?://|www\.)\S+"
    ),
    (
        r"(?:download|get|install|try) (?:our|the|your)?\b.{0,50}\bapps?\b.{0,60}|available (?:on"
        r"|in) (?:the )?(?:app store|google play).{0,40}|(?:app store|google play).{0,20}"
    ),
    (
        r"powered by .{0,40}|generated by .{0,30}|designed by .{0,40}|hosted by .{0,40}|theme by .{0,40}"
        r"|part of the .{0,30}network|paid for by .{0,60}"
    ),
    (
        r"advertise (?:with|on|here|in).{0,60}|place an ad.{0,20}|work (?:for|with) us|meet the team|about (?:us"
        r"|this site)"
    ),
    r"also on [\w.-]+\.[a-z]{2,4}\b.{0,200}|we(?:'d| would) (?:like|love) to hear .{0,200}",
    (
        r"more (?:great|good|top|must-reads?) .{0,40}|read or share .{0,80}|more ap .{0,80}|stay (?:up to date|informed"
        r"|connected|tuned|on top).{0,100}|never miss .{0,80}|thank you for (?:reading|subscribing|signing).{0,80}"
        r"|thanks for (?:reading|subscribing).{0,60}|(?:liked?|enjoy(?:ed|ing)?|loved?) (?:this"
        r"|what you).{0,30}\?.{0,80}"
        r"|tell us what you think.{0,20}"
    ),
    # counters and orders of channels, and how to pay or reach the house
    (
        r"\d[\d.,]*[km]? (?:people |users? |viewers? )?(?:(?:are )?(?:watching|viewing|online|listening|reacted)\b"
        r"|active readers|viewers?|listeners|in (?:the )?chat).{0,20}"
        r"|(?:drop|leave|smash|hit|give|click|press) (?:us |me )?(?:a|that|the|this) (?:like|bell|thumbs?[- ]up"
        r"|subscribe|follow|comment|star|heart)\b.{0,60}"
        r"|ads? \d?\d:\d\d.{0,20}|(?:promoted|presented|brought to you) by .{0,60}|sent from my .{0,30}"
        r"|how (?:did|does) this (?:article|story|post) make you feel.{0,40}|(?:open|close|show|hide|expand) (?:the )?"
        r"(?:site |main )?(?:navigation|menu|sidebar|search)(?: menu)?|a\+ a-.{0,20}|mirror sites?\b.{0,80}"
        r"|(?:bitcoin|btc|eth|ethereum|monero|xmr|usdt|iban|paypal)(?: address| wallet)?\s?:?\s\S*\d\S*.{0,60}"
        r"|(?:newsroom|news ?desk|toll[- ]free|landline|switchboard|fax|tel)\s?:?\s[\d +()/-]{4,}"
        r".{0,60}"
        r"|registered (?:office|in|charity|company|number|address)\b.{0,120}\d.{0,60}"
        r"|(?:a )?member of the [\w ]{0,40}(?:press council|press association|network|standards organi[sz]ation).{0,40}"
        r"|(?:reprints?|reposts?|republishing|reproduction|re-?use|quoting|copying)\b[^.]{0,60}\b(?:permitted|allowed"
        r"|permission|hyperlink|link|prohibited|forbidden|attribution)\b.{0,80}"
        r"|(?:also |now )?available (?:on|for|in) (?:ios|android|the app).{0,40}"
        r"|view (?:original content|source version).{0,160}|original source\s?:.{0,160}"
    ),
    (
        r"compartir.{0,40}|condividi.{0,40}|teilen.{0,30}|partager.{0,40}|compartilhe.{0,60}|tempo de leitura.{0,30}"
        r"|publicidade|publicidad|werbung|anzeige"
        r"|реклама|inscreva-se.{0,60}"
    ),
)
#: A whole line: "leave a reply", "story continues below", "3 min read", "© valley post".
ALONE = re.compile("|".join(f"(?:{pattern})" for pattern in _ALONE), re.DOTALL)
