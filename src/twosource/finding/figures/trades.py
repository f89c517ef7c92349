"""In: nothing. Out: names of trades and walks of life, in the singular."""

from twosource.text.listing import listed

#: What people are called by what they do, beside those of `nouns`.
TRADES = listed(
    """haulier hauler sorter packer loader unloader stacker lifter shifter fitter turner driller blaster tunneller
    pumpman winchman banksman hewer pitman coalminer drayman carter lorryman bargee shipbuilder shipwright
    shipowner boatswain bosun lighterman dredgerman lighthousekeeper coastguard coastguardsman lifeboatman
    wharfinger cowhand stablehand stagehand farmhand dairyman dairymaid milkman cheesemaker pastrycook chef
    dishwasher waitress busboy barmaid innkeeper publican machinist toolmaker foundryman smith tinsmith
    coppersmith engraver typesetter bookbinder compositor papermaker joiner cabinetmaker glassblower glassmaker
    potter ceramist spinner knitter lacemaker furrier saddler shoemaker milliner hatter hosier draper
    haberdasher dressmaker valeter cabdriver bellboy bellhop doorkeeper sweeper dustman binman ragpicker
    groundsman sexton verger beadle cantor organist au-pair typist stenographer bookkeeper registrar archivist
    librarian curator docent customs-officer burgess bobby marshal sleuth profiler negotiator draftee
    territorial irregular auxiliary grunt tankman artilleryman signaller quartermaster adjutant brigadier ensign
    midshipman submariner seaman catechist deaconess sacristan altar-boy flagellant dervish anaesthetist
    anesthetist radiologist stretcher-bearer pathologist coroner phlebotomist optician vaccinator tracer picket
    scab strikebreaker blackleg petitioner heckler brawler stone-thrower mourner griever stayer sixth-former
    fresher millennial gamer birdwatcher rambler scavenger scrounger hitchhiker jaywalker cabler linesman
    meter-reader bill-poster leafleter leafletter steward marshal bookseller newsagent florist ironmonger
    stationer tobacconist pawnbroker moneylender auctioneer realtor valuer adjuster underwriter actuary treasurer
    bursar paymaster almoner ombudsman commissioner comptroller controller trustee governor senator alderman
    whip backbencher frontbencher incumbent office-seeker delegate elector canvasser teller tallyman
    vote-counter enumerator census-taker interviewer pollster sampler weighbridge-man weighman gatekeeper
    crossing-keeper shunter brakeman platelayer tram-driver bus-driver crane-driver truck-driver ferry-worker
    rickshaw-puller rickshaw-driver muleteer cameleer mahout drover wrangler shearer sheep-shearer reaper
    thresher-man grape-picker fruit-picker tea-picker cane-cutter cutter-man woodsman charcoal-burner sawyer
    beater gamekeeper ghillie warden verderer falconer ferreter trawlerman whaler sealer oysterman clammer
    shrimper lobsterman crabber diver pearl-diver salter saltworker netter boatbuilder sailmaker rigger caulker
    stoker oiler greaser trimmer donkeyman purser storekeeper storeman warehouseman forklift-driver checker
    tally-clerk expediter dispatcher scheduler planner buyer merchandiser retailer wholesaler stockist
    reseller subcontractor subtenant leaseholder freeholder cottager allotment-holder bookmaker croupier
    masseur masseuse manicurist beautician stylist tattooist dietician dietitian physiotherapist osteopath
    chiropractor homeopath herbalist healer shaman druid witch-doctor soothsayer astrologer fortune-teller
    teacher-trainee headteacher lecturer don proctor invigilator examiner marker moderator first-timer
    old-timer part-timer full-timer latecomer early-riser stay-at-home breadwinner pensioner housebuilder
    settler homesteader pioneer squatter townsman townswoman countrywoman tribeswoman kinswoman clanswoman
    horsewoman frontiersman steeplejack abseiler bell-ringer reenactor re-enactor extra stand-in understudy
    prompter dresser make-up-artist camera-operator soundman gaffer showman ringmaster trapeze-artist
    lion-tamer fire-eater busker troubadour minstrel piper bugler trumpeter trombonist cellist flautist
    percussionist bandsman bandmaster conductor accompanist soloist tenor soprano baritone contralto
    mezzo-soprano dramatist librettist lyricist satirist diarist biographer essayist chronicler annalist
    antiquarian bibliophile philatelist numismatist hobbyist enthusiast amateur professional semi-professional"""
)
