"""In: the subject of a verb or the owner of a count. Out: whether it is someone or something that can tell a number."""

import re

from spacy.tokens import Token

from twosource.finding.chain_phrases import antecedent
from twosource.finding.chain_words import DOCUMENTS, PERSON_ROLES, STRUCTURES, UNNAMED
from twosource.text.listing import listed

_MORE_BODIES = listed(
    "guild chamber cooperative co-operative syndicate church diocese archdiocese parish synod monastery faculty academy"
    " museum zoo library consortium taskforce militia junta caucus chancellery embassy consulate protection tracker"
    " collective clinic practice pharmacy auctioneer bookmaker pollster exchange developer supplier operator carrier"
    " brokerage observatory conservatory garrison squadron battalion brigade village neighbourhood neighborhood"
    " panel bench prefecture sub-prefecture gendarmerie constabulary magistracy secretariat"
)
_SPEAKERS = (
    STRUCTURES
    | PERSON_ROLES
    | UNNAMED
    | DOCUMENTS
    | _MORE_BODIES
    | frozenset(
        {
            "rival",
            "prosecution",
            "insurance",
            "works",
            "plant",
            "factory",
            "mill",
            "shipyard",
            "yard",
            "refinery",
            "foundry",
            "dairy",
            "defence",
            "defense",
            "side",
            "family",
            "charity",
            "lobby",
            "maker",
            "firm",
            "media",
            "press",
            "outlet",
            "newspaper",
            "website",
            "channel",
            "regime",
            "boss",
            "management",
            "leadership",
            "campaign",
            "insurer",
            "regulator",
            "retailer",
            "manufacturer",
            "landlord",
            "archivist",
            "opposition",
        }
    )
)
#: Nouns of those who do or hold something: "harbour master", "shipowner", "columnist".
_AGENT = re.compile(
    r"(?!checklist|playlist|shortlist|twist|wrist|heist|waist|omen|specimen|regimen)(?:\w{3,}ists?|\w*(?:m[ae]n|persons?|eers?|icians?|masters?"
    r"|(?:own|keep|mak|hold|work|driv|digg|deal|farm|grow|lead|manag|trad|build|watch|writ|breed|sell|bak|broadcast"
    r"|forecast|poll?st|report|research|teach|lectur|campaign|organi[sz]|sail|min|weav|paint|plumb|butch|ranch)ers?"
    r"|(?:audit|auth|credit|liquidat|administrat|negotiat|mediat|arbitrat|assess|survey|investigat|inspect|coordinat"
    r"|prosecut|doct|act|direct|edit|govern|curat|contract|vend|educat|collect)ors?))"
    r"|matrons?|wardens?|registrars?|stewards?|undertakers?|caretakers?|tenants?|commuters?|strikers?|dockers?"
)


def speaks(who: Token) -> bool:
    """Whether a subject is a name, a pronoun, a person, a body or a document."""
    if who.tag_ == "WDT":
        above = antecedent(who)
        return above is not None and above.tag_ != "WDT" and speaks(above)
    if who.pos_ in {"PROPN", "PRON"}:
        return who.ent_type_ not in {"PRODUCT", "EVENT", "LOC"}
    named = any(t.dep_ == "appos" and t.pos_ == "PROPN" and t.ent_type_ == "PERSON" for t in who.rights)
    return named or bool({who.lower_, who.lemma_.lower()} & _SPEAKERS) or _AGENT.fullmatch(who.lower_) is not None
