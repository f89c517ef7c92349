"""In: nothing. Out: words that stand before or for a person's name, and the nouns that name bodies and places."""

from twosource.text.listing import listed

#: Honorifics and forms of address, folded.
HONORIFICS = listed(
    "mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness sheikh sheikha imam ayatollah mullah"
    " maulana rabbi rev reverend father fr brother sister sr mother pastor bishop archbishop cardinal pope deacon canon"
    " prince princess king queen emperor empress sultan emir duke duchess count countess hon honourable honorable"
    " señor señora senor senora don doña dona herr frau monsieur madame maître maitre comrade uncle aunt auntie pa ma"
    " haji hajji alhaji alhaja tan sri datuk dato tun ustad pandit swami guru chief elder alkali mallam"
)
#: Ranks, folded; several may stand together ("Lt. Col.", "Brigadier General").
RANKS = listed(
    "lt lieutenant col colonel gen general maj major capt captain cmdr cdr commander brig brigadier sgt sergeant cpl"
    " corporal pvt private adm admiral vice rear commodore marshal field air staff master chief petty officer warrant"
    " ensign cadet constable inspector superintendent insp supt det detective lance bombardier gunner commandant"
    " comandante coronel capitán generalissimo group wing squadron flight first second deputy"
)
#: Nouns for persons by office or work, folded: before a name they are its title, after "the" they stand for it.
ROLES = listed(
    "president premier chancellor minister secretary undersecretary governor mayor mayoress prefect sheriff"
    " senator congressman congresswoman representative lawmaker legislator deputy mp mep councillor councilor"
    " councilman councilwoman alderman commissioner ambassador envoy consul diplomat attaché attache speaker"
    " chairman chairwoman chair chairperson chief head boss leader director manager superintendent administrator"
    " coordinator co-ordinator executive ceo cfo coo founder co-founder owner proprietor landlord shareholder"
    " partner entrepreneur tycoon magnate mogul banker economist analyst strategist trader broker accountant"
    " auditor consultant adviser advisor aide spokesman spokeswoman spokesperson spokespeople judge magistrate"
    " prosecutor attorney lawyer solicitor barrister advocate notary registrar clerk coroner investigator"
    " inspector detective officer policeman policewoman constable guard warden sergeant commander colonel general"
    " admiral commodore major captain lieutenant brigadier marshal commandant soldier fighter veteran pilot"
    " skipper sailor seaman mate engineer technician mechanic electrician plumber carpenter builder bricklayer"
    " architect surveyor designer scientist researcher seismologist volcanologist geologist meteorologist"
    " forecaster climatologist hydrologist biologist chemist physicist mathematician statistician historian"
    " archaeologist anthropologist sociologist psychologist psychiatrist epidemiologist virologist toxicologist"
    " pathologist surgeon physician doctor medic paramedic nurse midwife pharmacist dentist vet veterinarian"
    " professor lecturer teacher headteacher headmaster headmistress principal rector dean student pupil librarian"
    " curator archivist author writer novelist poet playwright journalist reporter correspondent editor columnist"
    " photographer cameraman filmmaker presenter blogger activist campaigner organiser organizer protester"
    " demonstrator striker unionist steward delegate member volunteer monk nun priest imam bishop archbishop"
    " welder roofer stonemason bartender barmaid hunter watchman concierge fitter usher hairdresser barber florist"
    " butler housemaid nanny stoker helmsman deckhand signalman stallholder tenant lodger pedestrian camper programmer"
    " pastor vicar abbot rabbi farmer grower fisherman shepherd herder rancher winemaker beekeeper butcher baker"
    " cook chef waiter waitress barman shopkeeper grocer trader vendor seller salesman merchant dealer foreman"
    " machinist stationmaster conductor driver trucker courier postman cyclist rider climber hiker guide tourist"
    " traveller traveler passenger commuter motorist resident villager neighbour neighbor inhabitant local"
    " townsman survivor witness eyewitness bystander victim patient suspect defendant plaintiff claimant widow"
    " widower mother father husband wife son daughter brother sister uncle aunt grandmother grandfather cousin"
    " nephew niece player striker goalkeeper midfielder defender coach trainer referee umpire athlete runner"
    " sprinter swimmer boxer golfer jockey champion singer musician composer pianist dancer actor actress comedian"
    " painter sculptor artist firefighter fireman rescuer diver lifeguard ranger forester gardener worker labourer"
    " laborer docker dockhand stevedore miner weaver tailor seamstress cleaner caretaker janitor porter secretary"
    " treasurer bookkeeper cashier ombudsman rapporteur negotiator mediator arbitrator dictator strongman monarch"
    " king queen prince princess emperor sultan emir pope lord candidate frontrunner incumbent successor"
    " predecessor counterpart expert specialist scholar academic fellow intern trainee apprentice assistant"
    " dispatcher registrar undertaker gravedigger imam muezzin chieftain elder headman warlord insurgent rebel"
    " militant jihadist gunman hostage hijacker smuggler trafficker whistleblower informant"
)
#: Words for who may be a person or a body: "the ship's owner, Ana Pop", "the owner, Pop Lines".
EITHER = listed("owner partner founder shareholder member dealer vendor seller builder")
#: Nouns whose person speaks for a body.
SPEAKERS = listed("spokesman spokeswoman spokesperson spokespeople spox press-secretary mouthpiece")
#: Nouns whose person heads a body, so that a body's word is theirs.
HEADS = listed(
    "president premier chancellor minister secretary governor mayor commissioner chairman chairwoman chair chairperson"
    " chief head boss leader director manager ceo executive founder owner rector dean commander commandant principal"
    " headteacher superintendent administrator prefect editor registrar"
)
#: Nouns that name bodies when capitalised; the last word of a body's name, or its first before "of" or "for".
BODY_WORDS = listed(
    "ministry agency council union bank group party institute university college school academy hospital clinic army"
    " navy airforce court tribunal commission office federation confederation association committee board department"
    " corp corporation inc ltd limited plc llc gmbh ag sa co company companies holding holdings police constabulary"
    " gendarmerie guard force forces bureau authority authorities society foundation fund network centre center"
    " service services directorate directorates administration assembly parliament senate congress house government"
    " cabinet organisation organization league alliance coalition movement front brigade regiment battalion division"
    " command corps fleet squadron airlines airways air railways rail railway motors industries textiles systems"
    " technologies laboratories labs pharma pharmaceuticals bio biotech energy oil gas petroleum electric power steel"
    " mining insurance partners capital securities exchange observatory survey laboratory lab museum library theatre"
    " orchestra club fc united athletic rovers city times post herald tribune news press wire journal gazette mail"
    " guardian telegraph mirror chronicle courier observer review radio television tv broadcasting media agency trust"
    " charity church diocese synod mosque cross crescent treasury chamber secretariat inspectorate prosecutor"
    " prosecution prefecture municipality council registry mission embassy consulate initiative campaign forum"
    " workers nurses teachers medici intelligence watch international monitor bloc confederacy cooperative co-operative"
    " syndicate guild collective consortium works factory shipyard airport brewery mill farms foods stores"
    " rescue aid relief"
    " metals minerals materials resources plastics polymers ceramics cosmetics electronics semiconductors robotics"
    " optics instruments products solutions ventures properties hotels resorts dairies vineyards distillers breweries"
    " telecom telecoms telecommunications aerospace aviation therapeutics diagnostics genetics genomics trading"
    " enterprises associates analytics freight haulage ferries cruises buses coaches tractors engines turbines"
    " batteries renewables utilities fisheries plantations quarries cement petrochemicals fertilisers fertilizers"
    " seguros transportes construcciones minerals bakeries fashions garments apparel footwear realty"
)
#: Common nouns for bodies that speak and act, in lower case: "the coast guard", "the company".
BODIES = listed(
    "ministry agency council union bank group party institute institution university college school academy"
    " hospital clinic army navy military court tribunal commission office federation confederation association"
    " committee board department corporation company firm police constabulary gendarmerie guard coastguard bureau"
    " authority foundation fund network centre center service directorate administration assembly parliament"
    " senate congress government cabinet organisation organization league alliance coalition movement brigade"
    " operator maker drugmaker carmaker automaker manufacturer airline carrier retailer regulator watchdog charity"
    " ngo newspaper paper daily weekly broadcaster station observatory survey laboratory museum club junta regime"
    " militia municipality prefecture prosecution secretariat inspectorate treasury chamber church mission embassy"
    " consulate presidency kremlin supplier owner utility railway line shipyard exchange lender insurer developer"
    " builder contractor producer publisher brand chain startup start-up consortium cooperative co-operative"
    " syndicate campaign forum outlet site website blog channel portal magazine force forces intelligence command"
    " leadership opposition body pollster thinktank think-tank outfit squad corps unit division branch bloc"
    " monitor opposition mayoralty"
)
#: Nouns that name places when capitalised.
PLACE_WORDS = listed(
    "island islands isle river lake sea bay gulf strait straits channel ocean mount mountain mountains hill hills peak"
    " volcano valley canyon desert forest park province region district county state territory republic city town"
    " village peninsula coast cape port harbour harbor beach bridge street road avenue square lane boulevard highway"
    " motorway dam reservoir glacier canal airport station archipelago atoll reef steppe plateau delta border front"
)
#: Words before a place: in, at, from …
PLACE_BEFORE = listed("in at near from off around outside inside toward towards across throughout")
#: Words that only companies have in their names.
CORPORATE = listed(
    "corp corporation inc ltd limited plc llc gmbh ag company holding holdings airlines airways motors industries"
    " textiles systems technologies labs laboratories pharma pharmaceuticals bio biotech energy petroleum steel"
    " mining insurance foods stores lines shipping logistics solutions software foundry chemicals brewery partners"
    " rail railways metals minerals plastics polymers ceramics cosmetics electronics semiconductors robotics optics"
    " ventures properties hotels resorts dairies vineyards distillers breweries telecom telecoms telecommunications"
    " aerospace therapeutics diagnostics genomics trading enterprises freight haulage ferries cruises coaches tractors"
    " engines turbines batteries renewables utilities cement petrochemicals fertilisers fertilizers transportes"
    " garments apparel footwear realty resources"
)
