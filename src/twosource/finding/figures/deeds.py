"""In: nothing. Out: the words and phrases that tell what became of people counted, as tables and patterns."""

import re

from twosource.text.listing import listed

#: Nouns that say by themselves what happened to those counted.
NOUNS = {
    word: measure
    for measure, words in {
        "killed": (
            "death fatality dead body corpse martyr slain remains killing murder homicide slaying suicide"
            " drowning execution lynching coffin"
        ),
        "injured": "injury wound injured wounded",
        "casualties": "casualty",
        "missing": "missing",
        "captured": "captive hostage",
        "arrested": "arrest detention detainee",
        "evacuated": "evacuee evacuation",
        "displaced": "refugee displaced",
        "infected": "infection case illness sickness ache poisoning",
        "hospitalised": "hospitalisation hospitalization inpatient",
        "attended": "marcher demonstrator attendee participant protester protestor spectator worshipper mourner",
        "laid off": "layoff redundancy",
        "deployed": "reinforcement",
        "homeless": "homeless",
        "survived": "survivor",
    }.items()
    for word in words.split()
}
#: What happens to one person each: so many deaths are so many people.
TO_ONE_EACH = listed(
    "life death casualty injury wounded arrest detention redundancy layoff lay-off homicide murder slaying suicide"
    " drowning fatality hospitalisation"
)
#: Those that another word of the clause may overrule.
WEAK_NOUNS = listed(
    "marcher demonstrator attendee participant protester protestor spectator worshipper mourner case"
    " refugee hostage captive reinforcement"
    " detainee coffin martyr volunteer subject survivor"
)
FORMS = {
    "killed": "killed slain murdered assassinated executed massacred slaughtered beheaded lynched drowned dead"
    " died perished deceased electrocuted"
    " suffocated asphyxiated decapitated gunned starved",
    "injured": "injured wounded hurt maimed bruised concussed scalded blinded",
    "missing": "missing unaccounted vanished disappeared",
    "captured": "captured kidnapped abducted seized",
    "rescued": "rescued saved plucked winched freed",
    "evacuated": "evacuated",
    "displaced": "displaced uprooted",
    "arrested": "arrested detained apprehended jailed",
    "infected": "infected sickened",
    "hospitalised": "hospitalised hospitalized admitted",
    "deployed": "deployed mobilised mobilized stationed dispatched",
    "attended": "marched rallied demonstrated protested gathered attended participated march rally demonstrate protest",
    "laid off": "axed sacked furloughed dismissed",
    "trapped": "trapped buried entombed encircled surrounded besieged",
    "homeless": "homeless",
    "aboard": "aboard",
    "charged": "charged indicted",
    "convicted": "convicted",
    "sentenced": "sentenced",
    "released": "released discharged acquitted",
    "recovered": "recovered",
    "survived": "survived",
    "shot": "shot",
    "stabbed": "stabbed",
}
FORM = {form: measure for measure, forms in FORMS.items() for form in forms.split()}

BE = (
    r"(?:(?:who|which|that|whom|others?|more|people|persons|have|has|had|were|was|are|is|be|been|being"
    r"|also|reported|reportedly|confirmed|feared|believed"
    r"|presumed|beaten|robbed|ambushed|strangled|attacked|chased|carjacked|accidentally|mistakenly|now|still"
    r"|already|later|either|all|critically|seriously|severely|slightly|badly|fatally"
    r"|said|known|to|have|then|could|would|may|might|will|got"
    r"|get|as|listed|declared|lightly|gravely|initially|immediately|instantly|there|left|found|thought|of"
    r"|them|both|subsequently|since|estimated|yet"
    r"|apparently|allegedly|at|least|or|and|dead|killed|wounded|injured)\s+)*?"
)
#: Whole phrases that follow a count, most telling first.
PHRASES = (
    (
        "shot",
        (
            r"(?:hit|struck|grazed|clipped) (?:by|with|in) (?:\w+ ){0,3}(?:gunfire|bullets?|shots?|gunshots?|rounds?"
            r"|crossfire|shrapnel|pellets)"
            r"|(?:with|suffering from|had|has) (?:[\w-]+ ){0,3}(?:gunshot|bullet|stab|gun) wounds?"
            r"|(?:suffer|sustain|receiv)(?:ed|ing|s)? (?:[\w-]+ ){0,3}(?:gunshot|bullet|stab) wounds?"
        ),
    ),
    ("survived", r"lived(?=\W*[,.;])|(?:made it|came through|got out|came out) alive"),
    (
        "returned",
        (
            r"(?:returned|gone back|gone home|went (?:back )?home|come home|came home|been allowed (?:back|home))"
            r"(?! to (?:hospital|court|work|prison|school|power|the (?:hospital|stage|pitch|field|streets)))"
        ),
    ),
    (
        "discharged",
        (
            r"(?:left|leave|leaving|let out of|released from|discharged from|sent home from)"
            r" (?:the |a )?(?:hospitals?|clinics?)|discharged|let out"
        ),
    ),
    ("casualties", r"(?:dead|killed) (?:or|and) (?:wounded|injured)|killed and/or injured"),
    (
        "hospitalised",
        (
            r"(?:need|requir|receiv)\w* (?:\w+ )?(?:hospital|in-?patient|intensive)[ -](?:care|treatment|stays?"
            r"|admission)"
            r"|g[eo]t hospital treatment|to (?:\w+ ){0,2}(?:hospitals?|clinics?)|on (?:ventilators?|life support"
            r"|respirators?)|treated (?:\w+ ){0,2}(?:in|at)"
            r" (?:\w+ ){0,4}(?:hospitals?|clinics?|medical|burns? units?|wards?)|in hospitals?|(?:remain\w*"
            r"|still) in the"
            r" care of (?:\w+ ){0,2}(?:hospitals?|clinics?|doctors)|admitted to (?:\w+ ){0,3}(?:hospitals?"
            r"|clinics?|wards?)"
        ),
    ),
    (
        "injured",
        (
            r"(?:in )?(?:an? )?(?:critical|serious|grave|stable) condition|(?:fighting|clinging|battling) (?:for"
            r"|to) (?:(?:their|his|her) )?li(?:fe|ves)|ha[ds] (?:\w+ ){0,2}(?:shrapnel)"
            r" wounds?|critically (?:ill|hurt)"
            r"|recovering (?:after|from|in) (?:[\w-]+ ){0,3}(?:shot|shootings?|stabb\w+|attack\w*|crash\w*|injur\w+"
            r"|wounds|gunshot)"
            r"|los(?:t|e|ing)"
            r" (?:an? |their )?(?:eyes?|legs?|arms?|limbs?|sight)"
            r"|(?:suffer|sustain|receiv|incurr)(?:ed|ing|s)? (?:[\w-]+ ){0,3}(?:injur\w+|wounds?|burns|fractures|cuts?"
            r"|bruises|lacerations|graze|grazes)"
            r"|(?:need|requir|receiv)\w* (?!intensive|hospital)(?:\w+ )?(?:medical )?(?:care|attention|treatment)"
            r"|treated (?:\w+"
            r" ){0,3}for (?:\w+ ){0,3}(?:injur\w+|burns|wounds|smoke|cuts|bruises|shock|fractures|inhalation"
            r"|hypothermia"
            r"|heat ?stroke|exhaustion|frostbite|concussion|bites?|stings?|sprains?)|with (?:[\w-]+"
            r" ){0,3}(?:injuries|wounds?|burns)"
            r"|(?:(?:taken|rushed|flown|driven|transported|airlifted|brought|arriv\w+|show\w* up|turn\w* up"
            r"|walked in\w*|came|went) (?:[\w’'.-]+ ){1,6}"
            r"|(?:located|discovered|lying|sitting|inside|outside) (?:[\w-]+ ){0,4})"
            r"(?:with|suffering from) (?:[\w-]+ ){0,3}(?:wounds?|injuries|burns)|suffering from (?:[\w-]+ ){0,3}wounds?"
        ),
    ),
    (
        "killed",
        (
            r"(?:shot|burn(?:ed|t)|crushed|trampled|hacked|stabbed|beaten|starved|stoned|frozen|froze|bled|choked)"
            r" (?:and killed|dead|to death)|shot dead|fatally (?:shot|stabbed|wounded|injured|struck|hit|burned)"
            r"|los(?:t|e|ing) (?:their|his|her) li(?:fe|ves)"
            r"|(?:presumed|feared|pronounced|declared|believed|found|confirmed|known|lay|lying) (?:to (?:be|have"
            r" been) |to have )?(?:dead|died|killed)|lives"
            r"|fatally(?=\W*(?:[,.;]|$))|went into the ground|(?:laid|put) to rest|buried (?:on|yesterday|side by"
            r" side|in (?:\w+ )?(?:graves?|cemeter))"
            r"|(?:did|do|does|has|have|had) ?(?:not|n[’']t) (?:\w+ )?survived?|never (?:woke|came home)"
            r"|(?:fatal|deadly)(?=\W*(?:[.,;)]|$)|\s+and\b)|gave"
            r" (?:their|his|her)"
            r" li(?:fe|ves)|f[ea]ll(?:en)? as [“\"]?martyrs[”\"]?|martyred"
            r"|(?:put|done) to death"
            r"|(?:f[ea]ll(?:en)?|drop(?:ped)?) dead|f[ea]ll(?:en)? in (?:(?:the )?battle|action|combat|the fighting)"
            r"|(?:have|has|had) fallen(?=\W*(?:[,.;:]|$)| (?:so far|since|in|at|near|on|there|around)\b)"
            r"|burn(?:ed|t) alive|in (?:the"
            r" )?(?:morgue"
            r"|mortuary)|succumbed|(?:met|meet) (?:their )?deaths?|in body bags|fell to (?:their|his|her) deaths?"
        ),
    ),
    (
        "missing",
        (
            r"unaccounted for|(?:can|could) ?not (?:yet )?be (?:found|located"
            r"|traced|reached)|not (?:yet )?been heard (?:from|of)|yet to be (?:found|located|accounted|traced)"
            r"|untraced|lost at sea"
            r"|(?:failed|yet) to return|(?:did|had|have) not return(?:ed)?|not accounted for|(?:have |has )?not"
            r" (?:yet )?been (?:found|accounted|located|seen)|never (?:been"
            r" )?(?:found|seen again|accounted)|(?:reported |went |gone |go )missing"
            r"|(?:being|be) (?:sought|(?:looked|searched) for)"
            r"|still being (?:sought|looked|searched)"
        ),
    ),
    (
        "trapped",
        (
            r"(?:caught|stuck|still|left|remain\w*|held)? ?(?:in|inside) (?:the|a) (?:pocket|ring|encirclement"
            r"|cauldron|kettle)"
            r"|cut off|hemmed in|feared (?:trapped|buried)|(?:still |may be |be |remain(?:ed|s)? |lie |buried "
            r"|stuck )*(?:trapped"
            r"|buried|beneath|under)(?:"
            r" under| beneath| in)?(?: the)? (?:the )?(?:rubble|debris|ruins|mud|snow|wreckage|water|mine"
            r"|building)"
            r"|(?:still )?(?:lie|lay|lying) (?:beneath|under)|(?:remain|were|are|still) trapped|trapped"
        ),
    ),
    (
        "rescued",
        (
            r"carried (?:\w+ ){0,2}(?:to safety|out\b|down|from (?:the|a) (?:building|wreck\w*|rubble|fire))"
            r"|lifted (?:off|out"
            r"|to safety)|(?:led|guided|helped|taken|dragged|hauled) (?:to safety|out\b)|(?:brought|raised"
            r"|hoisted) (?:up )?to the"
            r" surface|cut (?:free|from|out)|pulled (?:\w+ ){0,3}(?:from|out|alive)|(?:brought|taken) (?:ashore"
            r"|to safety)|(?:brought|pulled"
            r"|hauled|taken|dragged|dug) out|(?:brought|hauled) (?:\w+ )?(?:alive|out)|found alive|airlifted(?!"
            r" to (?:\w+ ){0,3}(?:hospital|clinic))"
            r"|led to safety|(?:picked|fished) (?:up|out)|alive|plucked"
        ),
    ),
    (
        "hospitalised",
        (
            r"(?:taken|rushed|sent|transferred|brought|admitted|flown|airlifted|transported) (?:\w+ ){0,3}to"
            r" (?:[\w’'.-]+ ){0,4}(?:hospitals?|clinics?|medical|trauma|emergency rooms?|infirmary)|in"
            r" (?!my |our |this |that )(?:\w+ ){0,3}(?:hospital|intensive care|icu)|being"
            r" treated|treated for (?!an? (?:year|month|week|day)|\d)\w+"
            r"|(?:need|require)\w* intensive care|remain(?:s|ed)? in (?:hospital|intensive care)|treated (?:\w+"
            r" ){0,2}(?:in|at) (?:\w+ ){0,4}(?:hospitals?|clinics?|medical)|hospitali[sz]ed"
        ),
    ),
    (
        "homeless",
        (
            r"(?:slept|sleep|sleeping|(?:spent|spend|spending) \w+ (?:\w+ )?(?:nights?|days?|week)"
            r"|camp(?:ed|ing)?) (?:\w+ )?(?:in the open"
            r"|outdoors|outside"
            r"|rough|on the streets?|in (?:their )?cars)|no roof over|(?:made |left |rendered )?homeless|without"
            r" (?:a )?(?:homes?|shelter)|los(?:t|e|ing) (?:their"
            r" )?homes?"
        ),
    ),
    (
        "evacuated",
        (
            r"(?:had|have|were|ordered|told|forced|urged|asked|moved|made|obliged)(?: had| to)? (?:to )?(?:leave"
            r"|evacuate|be moved)|(?:moved|relocated|transferred|taken) to (?!hospitals?|the hospital|a hospital"
            r"|custody|prison|jail|police)|evacuat(?:ed|e|ing)|(?:ushered|escorted|shepherded) (?:out|off|away)"
            r"|leave (?:their )?homes?|moved out"
        ),
    ),
    (
        "displaced",
        (
            r"on the move|r[ua]n for (?:it|their lives)|registered (?:in|at) (?:\w+ ){0,4}"
            r"(?:halls?|schools?|shelters?|camps?|tents?|gym\w*|stadiums?|church|mosques?|cent(?:er|re)s?)"
            r"|registered as (?:internally )?(?:displaced|refugees)|left"
            r" (?:their homes|the"
            r" (?:city|town|area|region|village|country|enclave|district|camp))|taken refuge|took flight|crossed"
            r" (?:into|the"
            r" border)|(?:driven|forced|flee|fled|fleeing|chased)(?: to flee)? (?:from |out of )?(?:their )?(?:homes?"
            r"|houses|villages)|fled|forced (?:to flee|out|from)|displaced|still (?:sleeping|sheltering)"
            r" (?:here|there|when|on|under)|(?:were |are )?(?:still )?(?:sleeping"
            r"|sheltering|living) in"
            r" (?:\w+ ){0,3}(?:schools?|gym\w*|tents?|shelters?|camps?)|driven from|flee\b|fleeing\b"
        ),
    ),
    (
        "arrested",
        (
            r"(?:picked up|grabbed|seized|snatched|kidnapped|taken|abducted|nabbed|rounded up|detained|hauled"
            r" away) by (?:the )?(?:\w+"
            r" ){0,2}(?:police|cops|officers|gendarmes|agents|security forces|authorities)|held(?= (?:in|at|by (?:the"
            r" )?(?:police|authorities|state|security|army)|for questioning|on|over|overnight|without|under"
            r" (?:guard|arrest|the)|pending)\b|\W*$|[.,;])|(?:sitting|sits?|sat|languish\w*|kept|lock(?:ed)?(?:"
            r" up)?|remanded"
            r"|remain\w*) (?:still )?(?:in|up) (?:\w+ ){0,4}(?:cells?|custody|jails?|prisons?|detention"
            r"|precincts?|police"
            r" stations?|lock-?ups?)|in (?:(?:police|pre-?trial|preventive) )?(?:custody|detention|handcuffs)"
            r"|bundled into|(?:taken|brought|hauled|pulled) in for (?:\w+ )?questioning"
            r"|(?:taken|placed|held|remanded) (?:in|into|under) (?:custody|arrest)|(?:conducted|dragged|taken|led"
            r"|brought) (?:\w+ ){0,2}(?:to (?:police|the police)|into vans|to (?:\w+ )?stations?)|taken away"
            r"|rounded up|under arrest|behind bars"
        ),
    ),
    (
        "infected",
        (
            r"(?:ill|sick|unwell)\b(?!-)|with (?:\w+ )?(?:cholera|measles|typhoid|dengue|malaria|influenza"
            r"|covid(?:-19)?"
            r"|ebola|mpox|mumps|hepatitis|polio|diphtheria|meningitis|tuberculosis"
            r"|the (?:virus|disease|infection|flu|fever))"
            r"|c[ao]me down with|diagnosed with|test(?:ed|ing)? positive|f[ea]ll(?:en)?"
            r" ill|(?:became|become|were|are|been|made|got) (?:\w+"
            r" )?(?:ill|sick)|contract(?:ed|ing)|caught (?:the )?(?:virus|disease|infection)"
            r"|(?:caught|catch|ha(?:d|s|ve)|got|picked up|fallen ill with|gone down with|went down with)"
            r" (?:the )?(?:\w+ )?(?:cholera|measles|typhoid|typhus|dengue|malaria|flu|influenza|covid(?:-19)?"
            r"|ebola|mpox|mumps|hepatitis|polio|diphtheria|meningitis|tuberculosis"
            r"|plague|norovirus|salmonella|listeria|e\. coli"
            r"|scarlet fever|yellow fever|whooping cough|dysentery|rabies|anthrax|zika|scabies)|infected"
        ),
    ),
    (
        "attended",
        (
            r"watch(?:ed|ing) (?:the|a|his|her|its) (?:\w+ ){0,2}(?:play|match|game|film|show|concert|parade"
            r"|performance|race|opera|musical|fireworks|fight|derby|final)"
            r"|(?:took|taking|take) (?:part|to the streets)|turn(?:ed|ing)? (?:out|up)|on the streets?|in the"
            r" streets?|marched|came down the|(?:packed|filled|thronged|crowded|flocked|gathered|assembled|massed"
            r"|converged)"
        ),
    ),
    (
        "laid off",
        (
            r"laid off|given the sack|out of work|their jobs|(?:made )?redundant|let go|fac(?:e|es|ed"
            r"|ing) (?:the )?(?:redundanc"
            r"(?:y|ies)|dismissal|sack|axe|lay-?offs?)|los(?:t|e|ing) (?:their )?jobs|jobs?"
            r" (?:\w+ )?(?:cut|lost|cuts|losses|at"
            r" risk|go|to go)|(?:given|handed) (?:their )?notice"
        ),
    ),
    (
        "captured",
        (
            r"(?:re)?captured|(?:been|were|was|are) caught(?=\W*(?:[.,;]|$|(?:so|since|again|alive|and) ))"
            r"|(?:hostage|captive|prisoner)s?\b|(?:taken|took) (?:prisoner|captive|hostage)s?|held (?:captive"
            r"|hostage|prisoner)|in (?:\w+ )?captivity"
            r"|(?:as )?(?:prisoners of war|pows)|surrender(?:ed|ing)|laid down (?:their )?(?:arms|weapons)|gave"
            r" themselves up"
        ),
    ),
    (
        "deployed",
        (
            r"called up|(?:are|were|have been|is|was)? ?(?:working|fighting|battling|deployed|sent|quartered"
            r"|posted) (?:on"
            r"|at|to|the|in|against|along)"
        ),
    ),
    (
        "aboard",
        (
            r"(?:was |were |are |is |had been )?(?:on ?board|aboard)|had boarded|boarded|who (?:had )?(?:climbed"
            r"|boarded)"
        ),
    ),
)
RIGHT = tuple((measure, re.compile(rf"\W{{0,2}}{BE}(?:{pattern})\b")) for measure, pattern in PHRASES)
LOOSE = tuple(
    (measure, re.compile(rf"\b(?:{pattern})\b"))
    for measure, pattern in PHRASES
    if measure not in ("attended", "deployed")
)
FORM_RIGHT = re.compile(rf"\W{{0,2}}({BE})({'|'.join(sorted(FORM, key=len, reverse=True))})\b(?=(.{{0,48}}))")


def _stems(row: str) -> list[str]:
    """Patterns of verbs in any form from a row of stems; "_" is a space, a stem with "(" is a pattern already."""
    return [
        stem.replace("_", r"\s+") if "(" in stem else rf"{stem}(?:e|ed|es|ing|s|n?ned|n?ning|ped|ping)?"
        for stem in row.split()
    ]


POLICE = "police|officers?|agents?|gendarmes|security_forces|detectives|cops|authorities"
CAPTORS = (
    "gunmen|rebels|militants|kidnappers|hijackers|guerrillas|pirates|bandits|insurgents|captors"
    "|militiamen|fighters|jihadists"
)
GRABBED = (
    "picked_up|took_in|taken_in|took_away|held|hauled_(?:in|off|away)|grabbed|seized|rounded_up|swept_up|caught"
    "|took_into_custody|led_away|dragged_away"
)
#: Active verbs whose object is counted, standing directly before the number.
ACTIVE = {
    "arrested": rf"(?:{POLICE})_(?:had_|have_|has_)?(?:{GRABBED}) arrest detain apprehend jail round(?:ed|ing)_up nabb",
    "killed": "wip(?:ed|es|ing)_out snuff(?:ed|ing)_out"
    " (?:we|they|i|famil(?:y|ies)|relatives|mourners|villagers|residents|people|comrades"
    "|mothers?|fathers?|parents?|nurse|she|he)"
    "_(?:(?:have|had|has)_)?buried"
    " kill slay murder assassinat execut massacr slaughter behead drown gun(?:ned|ning)?_down claim(?:ing"
    "|ed|s)?(?:_the_lives_of)?"
    " (?:took|taken|taking|takes)_the_lives_of died_(?:along|together)_with died_alongside"
    r" fatally_(?:shot|shooting|stabbed|stabbing) (?:fatal|deadly)_(?:[\w-]+_){0,2}(?:shooting|stabbing)s?_of",
    "shot": "(?:shot|shoots?|shooting|stabs?|stabbed|stabbing)"
    "(?:_and_(?:wounded|injured|wounding|injuring))?(?!_at_(?!least))",
    "injured": "injur wound hurt maim",
    "captured": (
        rf"(?:{CAPTORS})_(?:(?:are|were|had|have|still)_)*(?:hold|holding|held|took|taken) captur kidnap"
        rf" abduct seiz(?:ed|ing)"
    ),
    "rescued": (
        "(?:brought|bring|bringing)_(?:ashore|to_safety|aboard) rescu sav pluck winch pull(?:ed|ing)"
        " free(?:d|ing) pick(?:ed|ing)_up"
    ),
    "evacuated": "evacuat",
    "displaced": "displac uproot (?:taken|took|taking)_in shelter(?:ed|ing|s)",
    "infected": "infect sicken",
    "hospitalised": "hospitalis hospitaliz",
    "deployed": "deploy mobilis mobiliz dispatch station",
    "attended": "drew draw(?:n|ing|s) attract (?:brought|bringing)_together attended(?:_by)",
    "laid off": "notice_(?:(?:has|had|was)_)*(?:gone|going|went|given|sent|served|handed)_(?:to|on)"
    " let(?:ting)?_go dismiss (?:laid|lay|laying)_off sack ax(?:e|ed|ing) fir(?:ed|ing)",
    "trapped": "trap bur(?:y|ied|ying) encircl surround besieg",
    "released": "releas",
    "charged": "charg indict",
    "convicted": "convict",
}
FILL = (
    r"(?:\s+(?:the|all|a|an|up|another|further|additional|more|than|his|her|their|its|as|many|more|total"
    r"|of|some|about|around|at|least|including|"
    r"nearly|almost|between|both|also|down|off|over))*\s*$"
)
LEFT = tuple((measure, re.compile(r"\b(?:" + "|".join(_stems(row)) + ")" + FILL)) for measure, row in ACTIVE.items())
#: Verbs of the parse: what becomes of their object or passive subject.
OBJECT = {
    verb: measure
    for measure, verbs in {
        "killed": (
            "kill slay murder assassinate execute massacre slaughter behead drown claim electrocute lynch bury poison"
        ),
        "injured": "injure wound hurt maim burn trample bruise blind beat",
        "captured": "capture kidnap abduct seize",
        "rescued": "rescue save pluck winch pull airlift",
        "evacuated": "evacuate",
        "displaced": "displace uproot",
        "arrested": "arrest detain apprehend jail nab imprison",
        "infected": "infect sicken",
        "hospitalised": "hospitalise hospitalize admit",
        "deployed": "deploy mobilise mobilize dispatch station",
        "attended": "draw attract",
        "laid off": "sack axe fire furlough dismiss",
        "trapped": "trap entomb encircle surround besiege",
    }.items()
    for verb in verbs.split()
}
SUBJECT = {
    verb: measure
    for measure, verbs in {
        "killed": "die perish drown succumb suffocate",
        "missing": "vanish disappear",
        "attended": (
            "march rally protest demonstrate gather attend participate assemble throng pack congregate flock parade"
            " chant picket"
        ),
        "displaced": "flee",
        "evacuated": "evacuate",
        "deployed": "deploy fight battle",
        "infected": "sicken contract",
        "aboard": "board",
    }.items()
    for verb in verbs.split()
}
STRONG_OBJECT = listed("claim bury burn beat pull fire draw attract admit save trample blind poison seize")


DEEDS = {
    "killed": (
        r"(?:murders?|assassinations?|killings?|massacres?|slayings?|deaths?|executions?|slaughter|bod(?:y"
        r"|ies)|corpses?|funerals?"
        r"|remains|drownings?)\s+of"
    ),
    "shot": r"(?:shooting|stabbing)s?\s+of",
    "injured": r"(?:wounding|injuring|maiming)\s+of|injuries\s+to",
    "captured": r"(?:kidnapping|abduction|seizure|capture)s?\s+of",
    "rescued": r"rescue\s+of",
    "evacuated": r"evacuation\s+of",
    "arrested": r"(?:arrest|detention)s?\s+of",
    "displaced": r"displacement\s+of",
    "deployed": r"deployment\s+of",
    "hospitalised": r"hospitali[sz]ation\s+of",
    "missing": r"disappearance\s+of",
}
NOUN_OF = tuple((measure, re.compile(rf"\b(?:{nouns}){FILL}")) for measure, nouns in DEEDS.items())
