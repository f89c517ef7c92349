"""In: nothing. Out: nouns by which a source is told for nobody, a crowd, a body known by its role, or a paper."""

from twosource.text.bodies import DOCUMENTS, STAFF
from twosource.text.listing import listed
from twosource.text.titles import BODIES, BODY_WORDS, CORPORATE, HEADS, RANKS, ROLES, SPEAKERS

#: Whoever these name stays in the dark: no origin, in the singular or the plural.
GENERIC = frozenset(
    str.split(
        "source sources insider insiders official officials analyst analysts observer observers expert "
        "experts media outlet outlets press report reports reporting rumour rumours rumor rumors channel "
        "channels post posts user users poster posters commenter blogger bloggers estimate estimates figure "
        "figures data news website websites somebody someone many others critics some unknown networks "
        "diplomat diplomats aide aides newspapers newspaper sites site pages tweets"
    )
)
#: Bodies that nobody names while there are several of them.
SEVERAL = frozenset(
    str.split(
        "groups agencies hospitals clinics organisations organizations charities firms companies airlines banks "
        "churches schools clubs parties ngos institutes laboratories labs universities embassies councils ministries "
        "governments associations networks shops factories mosques households brokers insurers carriers retailers"
    )
)
#: Words that do not say whose a paper or a figure is.
WHICHEVER = frozenset(
    str.split(
        "official public new latest recent early preliminary provisional partial internal independent local media "
        "news press every own some unconfirmed initial first various several separate earlier previous other many "
        "multiple conflicting widespread unverified available confidential secret leaked published unpublished"
    )
)
#: In the plural they are a crowd; one of them, on the spot, is a person of its own.
CROWDS = frozenset(
    str.split(
        "witness eyewitness survivor resident local villager neighbour neighbor relative family worker "
        "employee passenger passerby passer-by bystander people person parent mother father friend colleague "
        "doctor medic nurse donor insider activist campaigner supporter member student teacher fan customer "
        "shopper driver farmer fisherman islander refugee migrant economist trader investor lawyer victim man "
        "woman protester demonstrator staff crew rescuer motorist onlooker guest attendee participant soldier "
        "fighter user blogger official diplomat"
    )
)
#: Known by what they do: there is one such body at the place, and it is named by its role.
BY_ROLE = frozenset(
    str.split(
        "police organisers organizers prosecutors prosecution authorities unions union rebels military army "
        "gendarmes gendarmerie firefighters coastguard regulators regulator insurgents separatists operators "
        "airline company management government lawmakers scouts firefighters rescuers"
    )
)
#: Words that name nobody, should they ever be read as a name.
NO_NAMES = frozenset(
    str.split(
        "person then whose which who that it they he she we i this there when what here now page pages figure list"
    )
)
#: Words for a number, which stand for people that nobody names.
NUMBERS = frozenset(
    str.split(
        "one ones two three four five six seven eight nine ten dozen dozens score scores hundred hundreds thousand "
        "thousands million millions several many most half both none number numbers"
    )
)
#: Those who speak in the plural for the body that employs them.
EMPLOYED = frozenset(
    str.split(
        "lawyers attorneys solicitors engineers economists analysts scientists researchers seismologists inspectors "
        "investigators statisticians forecasters meteorologists epidemiologists auditors observers monitors"
    )
)
#: Nouns of what can be said to have told something: bodies, houses, places, people and papers.
SPEAKING = (
    BODIES
    | BODY_WORDS
    | ROLES
    | HEADS
    | SPEAKERS
    | RANKS
    | CORPORATE
    | DOCUMENTS
    | STAFF
    | BY_ROLE
    | listed(
        "city town village county country state nation province island port airport station plant factory mill "
        "mine farm shop store hotel restaurant theatre gallery camp shelter morgue hall house palace crown parish "
        "monastery zoo stadium depot yard refinery dam feds lab family families people man woman boy girl "
        "neighbour neighbor friend couple crew team side opposition insurgency rebellion majority minority public "
        "prosecution defence defense jury bench estate dynasty tribe clan commune kibbutz cooperative collective "
        "workforce delegation expedition mission recorder logger sensor radar satellite camera instrument gauge "
        "meter clock system machine software app algorithm protection control customs rescue security safety "
        "health revenue statistics intelligence box black-box manifest roster payroll invoice receipt contract "
        "certificate diary letter email transcript recording photograph photographs video clip speech budget law "
        "sign board screen witness deceased victim thinktank pollster polls wire bulletin service services"
    )
)
PRESS = frozenset(str.split("media press outlets newspapers papers websites sites channels networks broadcasters"))
PAPERS = frozenset(
    str.split(
        "system log logs register registers record records recorder recorders data database report plan document"
        " documents file files list lists statistics ledger archive survey footage images readings measurements"
        " books accounts filing filings minutes briefings balance roster rota timetable schedule tachograph odometer"
        " inventory invoices receipts payroll protocol protocols transcript transcripts photographs recordings"
        " seismograph seismographs manifest manifests certificate certificates map maps census"
    )
)
#: Who counted what they tell is no outlet.
REPORTERS = frozenset(str.split("reporter correspondent journalist photographer cameraman"))
