"""In: a body named by its role alone, and another name. Out: whether that body may be meant by the role."""

import re
from functools import cache

from twosource.text.countries import seat_of

_ARTICLE = re.compile(r"^(?:the|a|an|local|other)\s+", re.IGNORECASE)
#: Names by a role alone, with words of the bodies and offices that may have it.
MEANT = {
    "organisers": "bloc alliance movement union federation party league front network committee campaign coalition",
    "union": "union federation confederation bloc alliance association syndicate guild league",
    "government": "government cabinet kremlin presidency minister premier president chancellor",
    "ministry": "ministry department minister secretary",
    "airline": "air airlines airways aviation jet",
    "bank": "bank banco banca banque",
    "hospital": "hospital clinic infirmary",
    "university": "university college polytechnic",
    "regulator": (
        "office authority commission agency regulator council institute administration board ombudsman bureau"
    ),
    "agency": "agency office service administration bureau authority institute",
    "charity": "charity aid relief foundation trust cross crescent children doctors médecins mission caritas oxfam",
    "monitor": "monitor observatory network watch ledger tracker scales mission",
    "laboratory": "laboratory laboratories lab labs institute",
    "brigade": "fire brigade rescue",
    "army": "army military forces command defence defense",
    "rebels": "front army militia movement brigades liberation resistance council",
    "hackers": "group collective gang crew",
    "church": "church diocese archdiocese patriarchate bishops",
    "court": "court tribunal",
    "museum": "museum gallery",
    "school": "school academy college gymnasium lyceum",
    "club": "fc united athletic rovers city club sporting",
    "company": (
        "inc ltd plc llc gmbh ag corp co corporation company holding holdings group industries works mills mines "
        "mining steel foods farm farms brewery dairy pharma bio biotech motors technologies systems software air "
        "airlines airways rail railways lines line ferries shipping transport express bus coaches electric power "
        "energy oil gas petroleum chemicals cement textiles garments fashion stores construction engineering "
        "telecom insurance bank"
    ),
}
_STEM = 4
_SAME_ROLE = {"watchdog": "regulator", "ombudsman": "regulator", "supervisor": "regulator", "military": "army",
              "insurgents": "rebels", "militants": "rebels", "separatists": "rebels", "guerrillas": "rebels",
              "lab": "laboratory", "ngo": "charity", "charities": "charity", "monitors": "monitor", "service": "agency",
              "office": "agency", "firefighters": "brigade", "attackers": "hackers", "gang": "hackers",
              "insurer": "company", "contractor": "company", "developer": "company", "retailer": "company",
              "utility": "company", "supplier": "company", "employer": "company", "producer": "company",
              "builder": "company", "owner": "company", "owners": "company", "exporter": "company",
              "brewer": "company", "steelmaker": "company", "carmaker": "company", "drugmaker": "company",
              "shipper": "company", "lender": "bank", "tribunal": "court", "judges": "court", "gallery": "museum",
              "organizers": "organisers", "unions": "union", "federation": "union", "cabinet": "government",
              "minister": "ministry", "department": "ministry", "state": "government",
              "carrier": "airline", "firm": "company", "operator": "company", "manufacturer": "company",
              "maker": "company", "clinic": "hospital"}  # fmt: skip


@cache
def may_mean(role: str, name: str) -> bool:
    """Whether `role`, a body named by its role alone ("the unions"), may be the body `name`, by the words of both."""
    bare = _ARTICLE.sub("", role).casefold()
    meant = MEANT.get(_SAME_ROLE.get(bare, bare))
    if _SAME_ROLE.get(bare, bare) == "government" and seat_of(name) is not None:
        return True
    words = set(name.casefold().split())
    *told, last = bare.split() or [""]
    if told and meant is None and role.islower():  # "the rail operator" is one with "rail" in its name
        stems = [word[:_STEM] for word in told if len(word) >= _STEM]
        return _SAME_ROLE.get(last, last) == "company" and any(stem in name.casefold() for stem in stems)
    named = name[:1].isupper() or (len(words) == 1 and words != {bare})
    return meant is not None and named and bool(words & set(meant.split()))
