"""In: a noun. Out: whether its ending makes it one who does something: "depositor", "bondholder", "leaseholder"."""

import re

from twosource.text.listing import listed

#: An open class: whoever does a thing is named so. Things, beasts and measures that end so are far fewer, and known.
_ENDING = re.compile(r"[a-z]{3,}(?:er|or|eer|ee|ster)")
_THINGS = listed(
    """absorber accelerator actuator adapter adaptor adhesor aerator after airliner alder alligator alternator
    altogether amber amplifier anchor anger another answer anterior antler apogee appetiser appetizer arbor ardor
    armor aster asunder badger baler banger banister banner bannister banshee barometer barrier barter battler
    beaker beater beaver behavior bender berber bestseller binder bitter bladder blazer bleacher blender blinder
    blister blockbuster blocker blooper blower blubber blunder bluster boiler bolder bolster bomber booster bootee
    border bother boulder brazier breaker breather broiler brother buffer bulldozer bummer bumper bungee bunker
    burner buster butter buzzer cadaver calculator caliber caliper canapee cancer candor canister capacitor
    carburetor carburettor career carrier caster cater cavalier censor center centimeter chador chamber chandelier
    changeover chapter character charger charter chatter cheer chiller chimpanzee chopper chowder cinder cipher
    clamor cleanser clever clipper clobber cloister closer cluster clutter coaster coffee coffer colder collator
    color committee compactor compressor computer condenser conditioner condor connector container converter
    conveyor cooker cooler copper corner corridor counter cover cracker crater creeper critter crossover cruiser
    crusher cucumber culver cursor cutter cyber cylinder dagger damper danger december decor defibrillator deflector
    defroster degree dehumidifier deliver denominator destroyer detector detonator diameter diaper digger dimmer
    dinner dipper disaster dishwasher disorder dispenser divider divisor dossier dozer drawer dredger dresser drier
    drifter dryer dumper dumpster duster easter either ejector elder elevator ember emitter encounter engender enter
    entree equator eraser error escalator excavator exchanger exterior extinguisher extractor factor fastener favor
    feather feeder fender fever fewer fiber fighter filibuster filigree filler filter finger flavor flicker flipper
    floater floodwater floor flounder flower flutter flyover folder footer former freezer freighter freshwater
    fricassee fritter frontier fryer fuller funder further gander garter gender generator geyser ginger glacier
    glider glimmer glitter glover goatee gopher grater greater grinder groundwater guarantee gunpowder gutter halter
    hamburger hammer hamper hamster handover hanger hangover hanker harbor harvester hauler header headliner heater
    hedger heifer helicopter higher hinder holdover holster honor homer hopper horror hover however humidifier
    hummer hunger hyper incinerator incisor incubator indicator indoor inferior inhibitor injector inner insulator
    integer inter interceptor interior inverter invoker jamboree jammer jasper jetliner jitter jubilee jumper junior
    keyholder kicker kilometer kipper knocker labor labrador lacquer ladder lander larger laser later lather latter
    launcher lawnmower layer layover leather ledger leftover lesser letter letterer levee lever lighter liner liter
    litter liver loader lobster locator locker locomotor loudspeaker louver lower lumber luster lychee madder major
    makeover manatee manger manner manor marker marquee maser master matinee matter meager meander meeter melee
    merger meteor meter millimeter minelayer minesweeper mirror miter mixer modifier moniker monster moreover motor
    mower muffler multiplier murder muster negligee neither never newsletter newspaper november number numerator
    nutcracker october offer oiler older opener order other otter outdoor outer oversee oyster paper parameter
    parlor pedigree peeler pepper percolator perimeter pewter pincer pitcher planter plaster platter plover plower
    plunder plunger pointer poker polymer ponder popover popper poster posterior powder power prayer precursor
    predecessor pressor primer printer prior processor projector propeller propellor proper prosper protector pucker
    pullover puncher puree purifier pushover quarter quaver quiver radiator rafter rainwater rapier rather razor
    reactor receiver recliner recorder reflector refrigerator register reindeer remainder reminder reorder repartee
    repeater resistor respirator retainer retriever rever revolver rigor river roadster roaster rocker roller
    rollover rooster roster rotor router rubber rudder ruler rumor saltwater sampler sander saucer saunter scanner
    scatter scepter schooner scooter scraper screwdriver seater seawater sector semester senior sensor september
    server settee sever sharpener shatter shaver shelter shiver shocker shoulder shower shredder shutter silver
    simmer simulator sinker sizer skewer skimmer skyscraper slaughter sleepover slender slider slipper sliver
    slumber smaller smelter snapper sneaker sneer softener soiree solder spacer spanner spatter speaker speedometer
    speedster spender sphincter spider spillover spinner splendor splinter spoiler sprayer spreader spree sprinkler
    squalor stabiliser stabilizer stapler stator steamer steer sticker stiffener stinger stopover stopper strainer
    streamer stretcher stroller stupor subcommittee successor succor suffer summer super supercomputer superior
    superpower supertanker supper suspender suttee swagger sweater sweetener synthesizer takeover tamper tanker
    taper teaser teepee teleprompter temper tender tensor terminator terrier terror theater thermometer thickener
    thinner three thresher thriller thunder ticker tiger tiller timber timer tinder tipper toaster toffee together
    topper toupee tower tracer tracker tractor trailer transfer transformer transistor transmitter transporter
    trapdoor trawler tremor trigger trimester tuber tumbler tumor turnover twister twitter typewriter udder under
    upper utter vapor vector vender veneer ventilator verger vesper viewfinder vigor voucher wafer wager wallpaper
    wander washer wastewater water weather whenever whether whimper whirler whisker whisper winter wiper wonder
    wrapper yonder zipper"""
)
_BEASTS = listed(
    "badger beaver cheetah condor deer gander hamster heifer oyster otter panther plover rooster setter spider steer"
    " tiger viper adder boxer terrier pointer retriever grasshopper woodpecker warbler anteater pacer"
)


def is_agent(lemma: str) -> bool:
    """Whether a noun in the singular, in small letters, is by its ending one who does or undergoes something."""
    return _ENDING.fullmatch(lemma) is not None and lemma not in _THINGS and lemma not in _BEASTS
