"""In: nothing. Out: the words by which a source's kind is known: titles, roles, bodies, documents, media."""

import re

from twosource.records import LinkKind
from twosource.text.listing import listed
from twosource.text.titles import ROLES

ARTICLES = frozenset({"the", "a", "an"})

TITLES = listed(
    "mr mrs ms miss dr prof professor sir lord lady dame rev reverend father sister brother imam rabbi sheikh shaikh"
    " gen general lt lieutenant col colonel maj major capt captain cmdr commander commodore brig brigadier sgt"
    " sergeant cpl corporal adm admiral sen senator rep representative gov governor president premier chancellor king"
    " queen prince princess emperor pope cardinal archbishop bishop minister secretary commissioner mayor judge"
    " justice chief chairman chairwoman chair director superintendent inspector constable detective sheriff ambassador"
    " alderman councillor councilman councilwoman congressman congresswoman mp msp comrade hon honourable honorable st"
    " mme monsieur señor señora don doña nurse teacher survivor boss prime vice deputy acting interim former then ex"
    " excellency highness majesty holiness eminence honor lordship ladyship worship"
)

_PEOPLE = listed(
    "spokesman spokeswoman spokesperson head leader minister secretary chief boss owner skipper captain commander"
    " officer doctor physician surgeon nurse midwife teacher professor researcher scientist economist analyst expert"
    " historian epidemiologist virologist geologist seismologist meteorologist climatologist engineer pilot driver"
    " fisherman farmer miner worker steward guard soldier trooper lawyer attorney solicitor barrister prosecutor judge"
    " mayor governor president premier chancellor chairman chairwoman chair director manager executive ceo founder"
    " coach player striker goalkeeper referee trainer athlete actor actress singer author writer editor reporter"
    " journalist correspondent photographer activist campaigner organiser organizer demonstrator protester volunteer"
    " survivor victim witness neighbour neighbor resident villager shopkeeper trader broker banker investor student"
    " pupil mother father brother sister son daughter husband wife widow widower uncle aunt cousin grandmother"
    " grandfather man woman boy girl official diplomat envoy ambassador negotiator mediator lawmaker legislator deputy"
    " senator congressman congresswoman candidate nominee incumbent challenger king queen prince princess pope bishop"
    " archbishop cardinal priest pastor imam rabbi monk nun chaplain clerk coroner pathologist ranger firefighter"
    " paramedic rescuer diver climber guide stevedore employee machinist stationmaster conductor baker weaver surveyor"
    " inspector investigator detective policeman policewoman sheriff superintendent treasurer undersecretary pm mp"
    " general colonel admiral brigadier commodore lieutenant sergeant major alkali commissioner"
)
PERSON_ROLES = TITLES | (ROLES - listed("member partner local speaker holder")) | _PEOPLE

SPOKESPERSONS = listed("spokesman spokeswoman spokesperson spokespeople")

FEMALE = listed(
    "mrs ms miss madam mme señora doña lady dame sister mother queen princess actress spokeswoman chairwoman"
    " congresswoman policewoman councilwoman widow wife daughter aunt grandmother girl woman nun her she businesswoman"
    " saleswoman grandma mum mom midwife herself"
)
MALE = listed(
    "mr sir lord father brother king prince actor spokesman chairman congressman policeman councilman widower husband"
    " son uncle grandfather boy man fisherman monk he businessman salesman himself señor don imam pope"
)

#: Words that stand for bodies by themselves.
BODIES = listed(
    "ministry department agency office bureau board commission committee council authority service services institute"
    " institution university college school hospital clinic laboratory centre center court tribunal parliament senate"
    " congress assembly house government administration cabinet treasury police gendarmerie army navy guard force"
    " forces command brigade regiment military directorate inspectorate secretariat federation union confederation"
    " association league alliance coalition party front movement bloc group company corporation corp inc ltd plc llc"
    " gmbh bank fund foundation trust society organisation organization charity network campaign team club crew"
    " airline airlines railway operator utility regulator watchdog ombudsman un eu nato who"
)

#: Words of bodies: a run of proper nouns that holds one names no person.
STRUCTURES = BODIES | listed(
    "port airport exchange stock survey observatory fire city county state states province municipality district"
    " region embassy consulate mission nations cross crescent watch international national federal regional provincial"
    " municipal ambulance emergency health defence defense interior transport finance justice labour labor education"
    " agriculture energy environment meteorological weather coast wire news press times post herald tribune daily"
    " gazette journal courier mirror star radio tv television prefecture sub-prefecture gendarmerie constabulary"
    " magistracy secretariat inspectorate"
)

#: Nouns of documents, registers and instruments: they end a chain, or stand for the body that owns them.
DOCUMENTS = listed(
    "inquiry inquiries investigation probe report reports statement statements release communique communiqué document"
    " documents record records register registers registry data figures figure statistics statistic numbers census"
    " survey poll study studies paper papers filing filings indictment complaint affidavit manifest log logger logs"
    " logbook database website site notice bulletin letter memo note list lists tally count estimate estimates"
    " pictures imagery sample samples measurements protocol protocols summary yearbook almanac dossier circular readout"
    " forecast projections accounts results ledger minutes transcript certificate certificates footage video images"
    " image photographs satellite satellites radar sensor sensors instrument instruments seismograph readings reading"
    " model models analysis audit review order ruling verdict decree briefing briefings email emails leaflet page post"
    " posts tweet tweets article story stories dashboard dashboards notebook notebooks diary diaries roster rosters"
    " judgment judgement scoreboard timetable map maps calendar brochure invoice invoices chart charts"
)

#: Registers and instruments: they end a chain of their own behind whoever owns them.
INSTRUMENTS = listed(
    "log logs logger loggers logbook logbooks recorder recorders manifest manifests register registers registry ledger"
    " ledgers database databases petition petitions filing filings lawsuit complaint affidavit affidavits receipt"
    " receipts payslip payslips invoice invoices footage image images video videos photograph photographs photo photos"
    " radar satellite satellites sensor sensors gauge gauges camera cameras recording recordings spreadsheet"
    " spreadsheets certificate certificates contract contracts memo memos email emails minutes transcript transcripts"
    " seismograph seismographs inventory website system systems book books diary diaries roll rolls tracker"
    " dashboard dashboards notebook notebooks roster rosters scoreboard tachograph tachographs speedometer odometer"
    " meter meters thermometer thermometers barometer altimeter seismometer seismometers sonar buoy buoys dosimeter"
    " detector detectors scanner turnstile turnstiles"
)

#: What is not so is called this, as a predicate; patterns for a regular expression without case.
UNTRUE = (
    r"(?:false|untrue|wrong|mistaken|baseless|unfounded|groundless|incorrect|inaccurate|misleading|fake|absurd|nonsense"
    r"|rubbish|invented|made up|fabricated|fictitious"
    r"|an?\s+(?:\w+\s+)?(?:lie|invention|fabrication|hoax|myth|fiction|falsehood|fairy[\s-]?tale|slander|libel))"
)

#: Common nouns by which a report takes up a business it has named.
BUSINESSES = listed(
    "company firm manufacturer maker operator carrier airline retailer producer drugmaker carmaker automaker lender"
    " bank chain utility developer contractor supplier brand corporation business shipper shipowner brewer grower"
    " insurer grocer miner publisher broadcaster builder distributor importer exporter wholesaler refiner startup"
    " conglomerate telecom"
)

#: Words of public bodies, unions and media: a name that holds one is no business.
PUBLIC = listed(
    "ministry government police commission agency department office administration union unions federation court"
    " council parliament senate party association institute university college school hospital army navy guard news"
    " press society league club service bureau authority committee congress board front network fund mission nations"
    " un eu state states city county republic foundation front movement times post herald mail wire world"
)

#: Common nouns for bodies that are no part of a government.
PRIVATE_BODIES = listed("group organisation organization charity network association foundation")

#: People and things that stand for nobody in particular.
UNNAMED = listed(
    "official officials source sources witness witnesses eyewitness eyewitnesses analyst analysts expert experts"
    " specialist specialists observer observers critic critics resident residents local locals neighbour neighbours"
    " neighbor neighbors villager villagers survivor survivors relative relatives family families parent parents"
    " friend friends colleague colleagues employee employees worker workers staff doctor doctors medic medics nurse"
    " nurses rescuer rescuers firefighter firefighters scientist scientists researcher researchers economist"
    " economists trader traders investor investors diplomat diplomats lawmaker lawmakers activist activists campaigner"
    " campaigners protester protesters demonstrator demonstrators organiser organisers organizer organizers insider"
    " insiders aide aides person people man woman men women some others many several reports rumours rumors supporter"
    " supporters opponent opponents passenger passengers refugee refugees fisherman fishermen farmer farmers driver"
    " drivers user users poster commentator commentators pundit pundits historian historians lawyer lawyers"
    " prosecutors militant militants rebel rebels fighters soldiers officer officers clerk spokesperson spokesman"
    " spokeswoman engineer engineers hand guard channels porter porters insider insiders nurse aide account accounts"
)

#: Hearers that are no link: crowds, reporters, and halls.
GENERIC = listed(
    "reporters journalists media press lawmakers parliament congress senate court judges analysts investors crowd"
    " supporters viewers fans delegates students workers strikers staff employees members people residents families"
    " police authorities officials investigators prosecutors conference audience council assembly commission committee"
    " us me him her them you everyone anybody somebody nobody house un"
)

_AGENCY = re.compile(
    r"\b(?:news ?agency|press agency|news ?wire|newswire|wire|reuters|afp|associated press|ap|xinhua|yonhap"
    r"|tass|interfax|ria novosti|kcna|ansa|efe|dpa|bloomberg|pti|upi|anadolu|kyodo|jiji|antara|bernama"
    r"|agence|agencia|agenzia|agentur"
    r"|belta|ukrinform|lusa|mena|saba|irna|tanjug|agerpres|apa|keystone|agencies)\b",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:newspapers?|daily|weekly|herald|tribune|gazette|courier|times|post|journal|chronicle|observer|mirror"
    r"|telegraph|guardian|independent|examiner|bulletin|dispatch|sentinel|globe|standard|review|magazine"
    r"|radio|television|tv|broadcaster|channel|channels|bbc|cnn|nbc|cbs|abc|npr|pbs|msnbc|al jazeera|media"
    r"|paper|papers|tabloid|website|blog|news"
    r"|le monde|el pais|zeitung|anzeiger|politico|axios|voice|press)\b",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:tweets?|twitter users?|facebook post|telegram channels?|instagram post|social media posts?|forum)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:ministry|department|council|office|institute|university|commission|police|bureau|authority)\b", re.IGNORECASE
)


def kind_of_words(words: str) -> LinkKind | None:
    """The kind that the words of a source show by themselves: agency, outlet or post; else None."""
    if _POST.search(words):
        return "post"
    if _BODY.search(words):
        return None
    if _AGENCY.search(words):
        return "agency"
    if _OUTLET.search(words):
        return "outlet"
    return None


#: What allows, or what is known: it is nobody's word.
NOBODY = listed("law laws knowledge custom tradition legend lore practice experience")

#: Words that name a body only by its sort; with "the" they mean the body that spoke last.
GENERIC_BODIES = listed(
    "service agency institution body organisation organization group office authority centre center institute"
    " department association"
)
