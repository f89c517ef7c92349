"""In: a counted noun. Out: its singular, and whether it stands for people."""

import re

from twosource.finding.figures.agents import is_agent
from twosource.finding.figures.trades import TRADES
from twosource.text.listing import listed

_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "halves": "half", "wolves": "wolf", "thieves": "thief", "shelves": "shelf", "calves": "calf",
    "loaves": "loaf", "oxen": "ox", "crises": "crisis", "analyses": "analysis", "aircraft": "aircraft",
    "series": "series", "species": "species", "police": "police", "buses": "bus", "gases": "gas", "viruses": "virus",
    "campuses": "campus", "bonuses": "bonus", "statuses": "status", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "shoes": "shoe", "canoes": "canoe", "axes": "axe", "movies": "movie", "ties": "tie",
    "zombies": "zombie", "selfies": "selfie", "calories": "calorie", "cookies": "cookie", "rookies": "rookie",
    "bodies": "body", "news": "news", "crew": "crew", "staff": "staff", "headquarters": "headquarters",
    "barracks": "barracks", "gallows": "gallows", "works": "works", "caches": "cache", "clothes": "clothes",
    "hours": "hour", "sheep": "sheep", "lens": "lens", "lenses": "lens", "crossroads": "crossroads", "means": "means",
    "storeys": "storey", "criteria": "criterion", "data": "data", "kids": "kid", "taxis": "taxi", "skis": "ski",
    "passers-by": "passer-by", "passersby": "passerby", "dies": "die", "headaches": "headache",
    "bacteria": "bacterium", "phenomena": "phenomenon", "strata": "stratum", "fungi": "fungus", "cacti": "cactus",
    "alumni": "alumnus", "nuclei": "nucleus", "stimuli": "stimulus", "curricula": "curriculum", "larvae": "larva",
    "referenda": "referendum", "memoranda": "memorandum", "antennae": "antenna", "vertebrae": "vertebra",
    "hypotheses": "hypothesis", "theses": "thesis", "oases": "oasis", "diagnoses": "diagnosis",
    "prognoses": "prognosis", "parentheses": "parenthesis", "synopses": "synopsis", "indices": "index",
    "vertices": "vertex", "matrices": "matrix", "appendices": "appendix", "stadia": "stadium",
    "millennia": "millennium", "spectra": "spectrum", "ova": "ovum", "quizzes": "quiz", "elves": "elf",
    "scarves": "scarf", "hooves": "hoof", "dwarves": "dwarf", "sheaves": "sheaf", "lice": "louse", "dice": "die",
    "toes": "toe", "foes": "foe", "hoes": "hoe", "horseshoes": "horseshoe", "gas": "gas", "lies": "lie",
    "pies": "pie", "neckties": "necktie", "prairies": "prairie", "brownies": "brownie", "smoothies": "smoothie",
    "hoodies": "hoodie", "magpies": "magpie", "newbies": "newbie", "junkies": "junkie", "hippies": "hippie",
    "goalies": "goalie", "veggies": "veggie", "sorties": "sortie", "genies": "genie", "yuppies": "yuppie",
    "avalanches": "avalanche", "niches": "niche", "aches": "ache", "toothaches": "toothache", "creches": "creche",
    "quiches": "quiche", "moustaches": "moustache", "clichés": "cliché", "waltzes": "waltz", "blitzes": "blitz",
    "heads of state": "head of state", "swine": "swine", "salmon": "salmon", "trout": "trout", "bison": "bison",
    "offspring": "offspring", "corps": "corps", "rendezvous": "rendezvous", "chassis": "chassis",
    "innings": "innings", "jeans": "jeans", "abuses": "abuse", "excuses": "excuse", "fuses": "fuse",
    "muses": "muse", "uses": "use", "ruses": "ruse", "recluses": "recluse", "misuses": "misuse",
}  # fmt: skip
_US_NOUN = re.compile(r"[a-z]{2,}(?<![oa])uses$")


def singular(word: str) -> str:  # noqa: PLR0911 - a list of cases
    """The singular of a lower-case English noun: "families" is "family", "boxes" is "box", "bus" stays."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("men",)) and len(word) > 4:  # noqa: PLR2004 - small sizes of English prose
        return word[:-2] + "an"
    if word.endswith(("ss", "us", "is")) or not word.endswith("s") or len(word) < 3:  # noqa: PLR2004
        return word
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - small sizes of English prose
        return word[:-3] + "y"
    if word.endswith(("housewives", "midwives", "penknives")):
        return word[:-3] + "fe"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) or _US_NOUN.match(word):
        return word[:-2]
    return word[:-1]


_PEOPLE = listed(
    """person man woman child boy girl kid baby infant newborn toddler teenager teen youth adolescent minor
    adult pensioner senior elder citizen national police resident inhabitant villager islander local native
    settler householder homeowner tenant neighbour neighbor soldier troop serviceman servicewoman
    servicemember conscript recruit reservist officer marine sailor airman pilot paratrooper commando
    guerrilla guerilla rebel insurgent militant militiaman terrorist gunman gunmen fighter combatant
    mercenary warrior extremist jihadist separatist guard bodyguard policeman policewoman constable cop
    gendarme trooper ranger detective agent sniper bomber firefighter fireman paramedic medic rescuer
    lifeguard diver volunteer worker labourer laborer employee staff staffer miner driver conductor signaller
    crewman crewmember crew captain fisherman farmer peasant herder shepherd fisher trader vendor merchant
    shopkeeper cook waiter cleaner carer caretaker nurse doctor physician surgeon dentist midwife teacher
    professor lecturer pupil student schoolchild schoolboy schoolgirl schoolchildren undergraduate graduate
    academic scholar scientist researcher engineer technician architect lawyer attorney judge juror
    prosecutor barrister solicitor official bureaucrat minister senator deputy lawmaker legislator
    parliamentarian councillor councilor mayor governor delegate ambassador diplomat envoy president
    politician candidate voter elector respondent participant subject patient victim casualty survivor
    fatality dead body corpse martyr soul passenger traveller traveler commuter tourist visitor guest
    holidaymaker pilgrim worshipper worshiper believer priest nun monk imam pastor bishop rabbi cleric
    missionary migrant immigrant emigrant refugee evacuee asylum-seeker seeker expatriate deportee hostage
    captive prisoner inmate detainee convict suspect defendant accused criminal offender thief robber burglar
    smuggler trafficker dealer kidnapper killer murderer attacker assailant hijacker protester protestor
    demonstrator marcher activist campaigner striker supporter follower fan spectator onlooker bystander
    witness reveller reveler attendee concertgoer partygoer audience member subscriber user customer client
    consumer buyer shopper seller owner shareholder investor donor creditor contractor entrepreneur manager
    executive director boss chief leader commander general colonel lieutenant sergeant corporal private major
    admiral cadet veteran player athlete footballer runner swimmer cyclist rider jockey skier climber hiker
    mountaineer trekker referee journalist reporter correspondent editor photographer cameraman broadcaster
    writer author poet artist painter actor actress singer musician dancer performer entertainer model
    celebrity friend relative parent mother father son daughter brother sister sibling cousin uncle aunt
    nephew niece grandchild grandson granddaughter grandparent grandmother grandfather husband wife widow
    widower spouse partner orphan twin triplet sheikh chieftain tribesman nomad slave servant maid boarder
    occupant lodger camper expert analyst economist specialist consultant adviser advisor aide spokesman
    spokeswoman assistant secretary clerk cashier teller accountant auditor banker broker operator mechanic
    electrician plumber carpenter builder welder seamstress tailor baker butcher hairdresser barber porter
    courier postman mailman taxi-driver trucker lorry-driver chauffeur steward stewardess attendant trainee
    apprentice intern newcomer beginner learner recipient beneficiary applicant claimant plaintiff
    complainant signatory whistleblower informant spy collaborator defector deserter dissident exile heir
    mourner bachelor bride groom centenarian vaccinee health-worker healthcare peacekeeper observer inspector
    monitor investigator negotiator mediator interpreter translator tutor somebody individual human being
    folk folks name job post-holder head-teacher crewmate teammate classmate roommate housemate flatmate schoolmate
    playmate cellmate bandmate shipmate colleague coworker co-worker
    comrade compatriot countryman gangster mobster hooligan rioter looter vandal arsonist gendarmes
    carabinieri astronaut cosmonaut programmer developer designer coder freelancer jobseeker unemployed
    fugitive runaway escapee
    homeless elderly insured wounded injured missing motorist motorcyclist pedestrian cabbie biker surfer
    kayaker rower sailor yachtsman crewwoman stowaway castaway illegal deckhand lumberjack logger cowboy
    rancher grower picker harvester gardener janitor security-guard bouncer barman bartender hotelier
    landowner landlord landlady breadwinner caregiver foster-parent stepson stepdaughter schoolteacher
    kindergartner preschooler congressman congresswoman congressperson statesman premier chancellor king
    queen prince princess duke earl baron noble emperor pontiff cardinal deacon friar jesuit preacher
    evangelist parishioner devotee disciple member infiltrator saboteur partisan loyalist royalist
    nationalist communist socialist fascist feminist humanitarian humorist tenant-farmer sharecropper
    peasant-farmer townspeople townsfolk countrymen tribespeople layman salesman saleswoman businessman
    businesswoman craftsman workman foreman chairman chairwoman alderman fellow lad lass bloke guy gentleman
    lady dude chap mate pal gunner infantryman cavalryman artilleryman grenadier legionnaire policemen troops
    role breadseller hawker beggar vagrant addict drinker smoker diabetic alcoholic carrier contact
    case-worker caseworker backpacker sightseer flyer skydiver parachutist trainer referee umpire goalkeeper
    defender midfielder forward batsman bowler pitcher batter wrestler boxer gymnast golfer racer superstar
    star millionaire billionaire magnate tycoon elite
    hero heroine bandit outlaw grader freshman sophomore kindergartener sleeper occupier aggressor invader
    conqueror raider pirate brigand ambusher abductor captor jailer warder warden turnkey sheriff bailiff judge
    juror justice magistrate lawyer attorney solicitor barrister prosecutor notary arbitrator delegate deputy
    representative senator mp lawmaker legislator minister mayor governor councillor councilor commissioner
    ambassador envoy diplomat emissary consul attaché president monarch politician candidate nominee
    parliamentarian contender voter elector canvasser pollster scrutineer overseer supervisor superior
    dispatcher signalman stationmaster guardsman pointsman stoker technician scientist researcher academic
    scholar historian archaeologist engineer architect surveyor planner chemist pharmacist therapist
    psychologist psychiatrist counsellor counselor vet veterinarian radiographer orderly matron paediatrician
    pediatrician epidemiologist virologist diner patron clubber festival-goer raver picnicker bather sunbather
    paddler windsurfer snorkeller snorkeler snowboarder sledger caver potholer hunter angler poacher forager
    gatherer trapper woodcutter brickmaker weaver dyer tanner cobbler blacksmith stonemason roofer scaffolder
    decorator glazier steelworker dockworker docker stevedore longshoreman ironworker oilman roughneck quarryman
    collier ferryman boatman bargeman helmsman skipper co-pilot navigator purser aircrew aviator sapper
    bombardier artillerist minuteman militia insurrectionist revolutionary putschist mutineer renegade turncoat
    traitor agitator instigator ringleader accomplice conspirator plotter hitman executioner hangman fraudster
    swindler scammer forger counterfeiter hacker pickpocket shoplifter mugger rapist stalker abuser molester
    pimp prostitute bookmaker gambler punter stallholder listener viewer reader blogger influencer youtuber
    podcaster commentator columnist pundit presenter newsreader reviewer critic novelist playwright essayist
    composer choirboy chorister pianist violinist guitarist drummer rapper comedian clown magician juggler
    acrobat puppeteer stuntman ballerina choreographer filmmaker producer scriptwriter sculptor illustrator
    cartoonist sportsman sportswoman sprinter hurdler rower sculler oarsman archer shooter marksman marathoner
    triathlete cricketer fielder wicketkeeper winger quarterback linebacker infielder outfielder goaltender
    skater curler grandmaster opponent contestant entrant finalist semifinalist medallist medalist champion
    winner loser laureate awardee honoree honouree qualifier rookie debutant physio scout newlywed fiancé
    fiancée boyfriend girlfriend lover ex-husband ex-wife stepfather stepmother godfather godmother in-law
    kinsman kinswoman clansman ancestor descendant firstborn youngster tot tyke preteen tween schoolkid
    schoolgoer dropout truant alumnus postgraduate dean headmaster headmistress principal housekeeper nanny
    babysitter childminder gravedigger undertaker mortician pallbearer churchgoer seminarian novice acolyte
    ayatollah mullah mufti chaplain vicar rector curate archbishop patriarch abbot hermit mystic prophet saint
    apostle cultist sectarian heretic atheist penitent mother-to-be dependant dependent foundling runaway
    returnee outcast pariah untouchable commoner aristocrat nobleman landholder squatter homemaker housewife
    househusband smallholder crofter cattleman stockman drover farmhand ploughman milkmaid beekeeper winemaker
    vintner brewer distiller fishmonger greengrocer grocer butler valet chambermaid concierge receptionist usher
    doorman barista sommelier caterer confectioner watchmaker jeweller jeweler goldsmith silversmith locksmith
    gunsmith upholsterer bricklayer plasterer handyman repairman lineman linesman roadworker railwayman
    trackworker busman cabman muleteer messenger timekeeper statistician mathematician physicist biologist
    geologist seismologist volcanologist meteorologist forecaster astronomer botanist zoologist ecologist
    conservationist environmentalist vegetarian vegan pacifist draftee enlistee inductee legionary knight
    crusader hussar dragoon lancer musketeer fusilier rifleman sharpshooter spotter sentry sentinel lookout
    watchman patrolman militiawoman enforcer henchman warlord strongman loved-one moviegoer theatregoer
    shelterer hiker motorcyclist passer-by rambler walker jogger holidaymaker vacationer leaver starter
    retiree annuitant policyholder cardholder jobholder loyalist hardliner reformist nationalist
    foreigner outsider stranger islander highlander northerner southerner
    workmate housemate flatmate roommate schoolmate shipmate playmate giver caller sender instructor tutor
    assessor sponsor mentor proprietor counsellor keeper adherent backer detractor opponent adversary ally
    accuser abstainer admirer borrower lender debtor saver taxpayer ratepayer earner lodger sitter joiner leaver
    returner survivor sufferer haemophiliac asthmatic amputee invalid trustee nominee appointee interviewee
    examinee internee absentee trainee deportee enlistee franchisee
    unionist trade-unionist shop-steward picketer boycotter abstainer"""
)
_PERSON_SUFFIX = re.compile(
    r".{3,}(?:ist|ian|ologist|grapher|woman|man|person|people|folk|goer|holder|seeker|worker|fighter|keeper"
    r"|maker|driver"
    r"|owner|leader|player|teacher|dweller"
    r"|farmer|officer|member|grader|walker|rider|runner|drinker|eater|smoker|sleeper|dealer|trader|pusher"
    r"|carrier-bearer|breaker|setter|giver|taker|bearer|hunter|watcher|lover|trafficker|smuggler"
    r"|builder|trooper|child|soldier)$"
)
_NO_PERSON = listed(
    "list twist mist fist wrist grist tourist-bus checklist shortlist gist asterisk median avian"
    " pedestrian-bridge guardian-angel artisan-shop"
    " shareholder-meeting streetfighter-jet newsmaker-award peacemaker lawnmower human-error icebreaker"
    " tie-breaker record-holder"
    " pacemaker windbreaker circuitbreaker householder-form german-shepherd talisman doberman caiman"
    " ottoman roman playlist waitlist"
    " wishlist blacklist whitelist backlist amphibian reptilian valerian bookkeeper-software screwdriver placeholder"
)
_NATIONS = re.compile(
    r"(?:[a-z]{3,}(?:ans|ians|eses|ese)|americans?|germans?|iraqis?|israelis?|pakistanis?|afghans?"
    r"|saudis?|emiratis?|kuwaitis?|omanis?|qataris?|yemenis?"
    r"|bangladeshis?|nepalis?|somalis?|thais?|uzbeks?|kazakhs?|tajiks?|turks?|kurds?|arabs?|jews?|greeks?"
    r"|poles?|czechs?|slovaks?|serbs?|croats?"
    r"|bosniaks?|swedes?|danes?|finns?|spaniards?|britons?|brits?|scots|irishmen|englishmen|frenchmen"
    r"|dutchmen|filipinos?|latinos?|hispanics?"
    r"|mexicans?|cubans?|hutus?|tutsis?|muslims?|sunnis?|shiites?|shias?|christians?|hindus?|sikhs?"
    r"|buddhists?|catholics?|protestants?|rohingyas?"
    r"|yazidis?|maoris?|icelanders?|new zealanders?|aussies?|roma|azeris?|chechens?|tibetans?|uighurs?"
    r"|uyghurs?|contras?|sandinistas?|senderistas?)"
)
_NO_NATION = listed(
    "plans loans bans fans clans scans vans cans pans sedans trans beans oceans means organs slogans"
    " caravans hurricanes volcans swans pelicans cyans"
    " jeans cleans leans spans urbans orphans gans titans toucans orangutans catamarans divans turbans"
    " artisans cheese these bese obese geese"
    " guardians humans"
)


def is_person(word: str, lemma: str, *, title: bool = False) -> bool:
    """Whether a counted noun stands for people: soldiers, bodies, names, Koreans. `title` tells a capitalised word."""
    if lemma in _PEOPLE or word in _PEOPLE or lemma in TRADES:
        return True
    last = lemma.rsplit("-", 1)[-1]
    if last in _PEOPLE and last != lemma:
        return True
    if _NATIONS.fullmatch(word) and word not in _NO_NATION and (title or not word.endswith(("ans", "ese"))):
        return True
    return lemma not in _NO_PERSON and (_PERSON_SUFFIX.match(lemma) is not None or is_agent(lemma))


def is_nation(word: str) -> bool:
    """Whether a lower-case word may name people by nation or creed in the plural ("Koreans")."""
    return bool(_NATIONS.fullmatch(word)) and word not in _NO_NATION
