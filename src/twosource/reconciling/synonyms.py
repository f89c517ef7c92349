"""In: lemmas. Out: one word for those that reporters use for one thing, so that "alarm" stands beside "siren"."""

from functools import cache

#: Lemmas that outlets put for each other, each in one group only, the first standing for all.
_GROUPS = """
    kill slay murder massacre execute slaughter assassinate; die perish death dead fatality deceased fatal fatally;
    injure wound hurt maim injury wounded injured; body corpse remains cadaver; toll tally; missing unaccounted
    vanish disappear; rescue save pull pluck haul; survive survivor alive; flee escape fled; evacuate evacuation
    evacuee relocate; displace uproot displaced; homeless roofless; shelter camp accommodate lodge; starve hunger
    famine starvation malnutrition; drown drowning; suffocate asphyxiate smother suffocation; burn blaze fire
    wildfire scorch flame inferno; trap bury stuck pin; rubble debris ruins wreckage; search hunt; ill sick sicken
    fall-ill unwell illness sickness; infect infection infected; case patient; hospital clinic ward infirmary; treat
    treatment; admit hospitalise hospitalize hospitalised hospitalized; poison poisoning contaminate contamination
    taint; doctor physician medic surgeon; nurse midwife; symptom reaction side-effect; vaccine jab shot vaccination
    vaccinate; disease virus outbreak epidemic; coma unconscious; amputate lose; arrest detain detention custody
    arrested detainee apprehend; capture seize take-prisoner captive prisoner pow; kidnap abduct hostage abduction;
    shoot shooting gunfire gunshot; gunman shooter attacker assailant; weapon gun rifle firearm pistol; bullet round
    ammunition cartridge; bomb explosive device; explode explosion blast detonate detonation; missile rocket
    projectile; shell shelling bombard artillery; strike raid airstrike bombardment; attack assault offensive;
    battle fighting combat clash fight; soldier troop serviceman servicemember; rebel insurgent guerrilla fighter
    militant; army military force; siege besiege encircle encirclement surround blockade; surrender capitulate
    lay-down; retreat withdraw withdrawal pull-out; advance push; ceasefire truce armistice; tank armour; jet
    warplane aircraft plane; drone uav; police officer policeman constable cop; steal theft rob loot robbery stolen;
    burglary break-in; hack breach hacker intrusion intruder cyberattack; ransom extort extortion; copy exfiltrate;
    charge indict prosecute indictment; sentence jail imprison prison; convict guilty conviction; trial court; fine
    penalty penalise; lawsuit suit sue; lawyer attorney solicitor counsel barrister; judge magistrate; bribe
    kickback graft corruption; smuggle traffic smuggler trafficker; fraud embezzle swindle scam; vote ballot cast;
    voter elector electorate; election poll polling; referendum plebiscite; turnout participation; candidate
    contender nominee; lawmaker deputy mp legislator parliamentarian senator; parliament assembly legislature
    congress; minister secretary; government cabinet administration; president head-of-state; mayor burgomaster;
    governor prefect; protest demonstrate demonstration rally march protester demonstrator marcher; crowd gathering;
    walkout stoppage industrial-action; striker picket; union syndicate; riot unrest disorder; tear-gas teargas;
    water-cannon cannon; resign quit step-down resignation; ban prohibit outlaw; law legislation act; reform
    overhaul; tax levy duty; budget spending; subsidy grant aid; refugee migrant asylum-seeker; border frontier;
    treaty accord pact agreement deal; sanction embargo; observer monitor; invalid void spoilt spoiled; majority
    lead margin; annul cancel overturn void-result; petition signature; oppose opposition against; support back
    endorse favour favor; approve adopt pass ratify; reject defeat turn-down refuse; worker employee staff workforce
    staffer labourer employ; job post position role; dismiss sack lay-off layoff redundancy redundant axe; hire
    recruit; wage pay salary earnings; rise increase raise climb grow jump surge growth; fall drop decline decrease
    plunge slump tumble; cut reduce slash trim lower; double twofold; cost bill expense price-tag; price cost-of;
    worth value; damage loss destruction harm; destroy wreck demolish flatten raze gut destruct; collapse cave-in
    crumble give-way topple; repair mend fix restoration; rebuild reconstruct reconstruction; compensation payout
    damages compensate indemnity; offer propose proposal; demand seek ask request claim; pledge promise commit vow;
    donate donation give contribute; fund finance; loan credit lend; debt owe liability; profit earning surplus;
    revenue sales turnover; stock equity; shareholder investor; company firm business enterprise; factory plant mill
    works; close shut closure shutter; open launch inaugurate; order contract; customer client consumer
    policyholder; buyer purchaser; sell sale; buy purchase acquire; merger takeover acquisition; bankrupt insolvent
    insolvency bankruptcy; export shipment; import bring-in; produce output production manufacture; market bourse
    exchange; bank lender; insurance insurer insure; rent lease; home house dwelling residence; flat apartment;
    building structure block; tenant resident; owner proprietor; boss chief executive ceo; spokesman spokeswoman
    spokesperson; pension retirement; pensioner retiree; earthquake quake tremor temblor aftershock; magnitude
    strength; flood deluge inundate flooding inundation; storm cyclone hurricane typhoon tempest; wind gust; rain
    rainfall downpour; snow snowfall blizzard; wave swell surge-wave; landslide mudslide avalanche; eruption erupt
    volcano; drought dry-spell; heat heatwave; temperature thermometer; alarm siren warning warn alert; ring sound
    go-off; dam barrier embankment levee dyke dike; crack fissure fracture; leak spill seep leakage; pipe pipeline;
    crash collide collision accident; derail derailment; train railway rail locomotive; carriage wagon; bus minibus;
    lorry truck; car vehicle automobile; ship vessel boat ferry; sink capsize founder; aboard onboard on-board;
    passenger traveller traveler commuter; crew crewman sailor; captain skipper master; pilot airman; airport
    airfield airstrip; flight plane-trip; runway tarmac; speed velocity; brake braking; delay postpone late; halt
    stop suspend; road street highway motorway; bridge viaduct overpass; tunnel underpass; port harbour harbor dock
    quay; coast shore coastline beach; island isle; river stream; village hamlet; town city municipality; province
    region county district; country nation; area territory land; forest woodland wood; hectare acre; crop harvest
    yield; cattle livestock cow animal herd; bird poultry chicken fowl; fish catch; farm farmer ranch; firefighter
    fireman fire-crew; rescuer rescue-worker; helicopter chopper; ambulance paramedic; electricity power outage
    blackout; fuel petrol gasoline diesel; oil crude; gas methane; coal mine pit; miner pitman; nuclear reactor;
    radiation radioactivity dose; contain bring-under-control containment; count number figure estimate; amount sum
    total; percent percentage share proportion; half fifty-percent; measure measurement reading recorder register;
    study survey research; participant volunteer subject enrol enroll; sample specimen; test examine analysis;
    scientist researcher; expert specialist; effective efficacy efficient effectiveness; risk danger hazard; child
    kid youngster minor boy girl pupil student schoolchild; teacher tutor instructor; school academy college;
    university campus; class classroom; baby infant newborn toddler; woman female; man male; family relative
    household kin; parent mother father; elderly aged old-age; people person inhabitant; match game fixture; goal
    score point; team side club; player footballer athlete; coach manager-team trainer; fan supporter spectator
    attendance; ticket seat; stadium arena ground; medal title championship; season campaign; record all-time; race
    run marathon; law-enforcement policing; document paper file; report account; leader head; plan scheme project
    programme program; begin start commence; end finish conclude; last continue go-on duration; minute min; kill-off
    cull culling; recall withdraw-product; batch lot; product item good; shop store outlet supermarket; food meal
    ration; water drinking-water; bread flour grain wheat; medicine drug medication; flour-sack bag
"""


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in _GROUPS.split(";"):
        words = group.split()
        for word in words:
            found.setdefault(word, words[0])
    return found


_FIRST = _table()


@cache
def alike(word: str) -> str:
    """The word that stands for a lemma and for all that mean nearly the same; the lemma itself where it has none."""
    return _FIRST.get(word, word)
