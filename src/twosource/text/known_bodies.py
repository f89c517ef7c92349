"""In: nothing. Out: the bodies that news names without saying who they are, each with its other names."""

import functools

from twosource.text.folding import fold
from twosource.text.listing import listed

#: Each line is one body, its own name first, then acronyms and descriptions; all folded.
_KNOWN = (
    "united nations, un",
    "european union, eu",
    "european commission",
    "world health organization, world health organisation, who, un health agency, un health body",
    (
        "international organization for migration, international organisation for migration, iom, un migration agency"
        ", un migration body"
    ),
    (
        "un high commissioner for refugees, unhcr, un refugee agency, united nations refugee agency"
        ", un high commission for refugees, united nations high commissioner for refugees"
    ),
    "unicef, un children's fund, un children's agency",
    "world food programme, world food program, wfp, un food agency, un world food programme, un world food program",
    (
        "un human rights office, united nations human rights office, ohchr, un rights office"
        ", office of the high commissioner for human rights, un high commissioner for human rights"
    ),
    (
        "un humanitarian office, ocha, unocha, un humanitarian agency, un humanitarian affairs office"
        ", un office for the coordination of humanitarian affairs, office for the coordination of humanitarian affairs"
        ", united nations humanitarian office, un office for humanitarian affairs, un aid coordination office"
    ),
    "unrwa, un relief and works agency, un agency for palestinian refugees, un palestinian refugee agency",
    "undp, un development programme, un development program, un development agency",
    "unesco, un cultural agency, un educational scientific and cultural organization",
    "unep, un environment programme, un environment program, un environment agency",
    "unfpa, un population fund",
    "unaids, un aids agency",
    "un office on drugs and crime, unodc",
    "un security council",
    (
        "international atomic energy agency, iaea, un nuclear watchdog, un nuclear agency, un atomic agency"
        ", un atomic watchdog"
    ),
    "food and agriculture organization, food and agriculture organisation, fao, un food and agriculture organization",
    "world meteorological organization, world meteorological organisation, wmo, un weather agency",
    "international civil aviation organization, icao, un aviation agency",
    "international maritime organization, imo, un shipping agency",
    "international labour organization, international labor organization, ilo, un labour agency, un labor agency",
    "international monetary fund, imf",
    "world bank, world bank group",
    "world trade organization, world trade organisation, wto",
    (
        "organisation for economic co operation and development, oecd, organization for economic cooperation and"
        " development, organisation for economic cooperation and development"
    ),
    (
        "organization for security and co operation in europe, osce"
        ", organisation for security and co operation in europe, organization for security and cooperation in europe"
    ),
    "north atlantic treaty organization, nato, north atlantic alliance",
    "african union, au",
    "league of arab states, arab league",
    "association of southeast asian nations, asean",
    "organization of the petroleum exporting countries, opec",
    "international committee of the red cross, icrc",
    "international federation of red cross and red crescent societies, ifrc",
    "medecins sans frontieres, msf, doctors without borders",
    "international criminal court, icc",
    "international court of justice, icj, world court",
    "international energy agency, iea",
    "interpol, international criminal police organization",
    "human rights watch, hrw",
    "amnesty international, amnesty",
    "syrian observatory for human rights, sohr",
    "european central bank, ecb",
    "european medicines agency, ema, eu medicines agency, eu drug regulator, eu medicines regulator",
    "european food safety authority, efsa",
    "european centre for disease prevention and control, ecdc, european center for disease prevention and control",
    "european mediterranean seismological centre, emsc, european mediterranean seismological center",
    "european space agency, esa",
    "european aviation safety agency, easa, european union aviation safety agency",
    "copernicus, copernicus climate change service, eu climate service, eu climate monitor",
    "frontex, eu border agency, european border agency, eu border guard agency",
    "eurostat, eu statistics office, eu statistics agency, eu statistical office",
    "uefa, european football body",
    "fifa, world football body, world soccer body",
    "international olympic committee, ioc",
    "world anti doping agency, wada",
    "us geological survey, usgs, united states geological survey",
    "federal bureau of investigation, fbi",
    "central intelligence agency, cia",
    (
        "centers for disease control and prevention, cdc, centers for disease control"
        ", us centers for disease control and prevention, us centers for disease control"
    ),
    "food and drug administration, fda, us food and drug administration, us drug regulator",
    "environmental protection agency, epa, us environmental protection agency",
    "federal aviation administration, faa, us federal aviation administration, us aviation regulator",
    "national transportation safety board, ntsb, us national transportation safety board",
    "national highway traffic safety administration, nhtsa",
    "national oceanic and atmospheric administration, noaa",
    "national weather service, nws, us national weather service",
    "national hurricane center, nhc, us national hurricane center",
    "national aeronautics and space administration, nasa, us space agency",
    "federal emergency management agency, fema",
    "drug enforcement administration, dea",
    "securities and exchange commission, sec",
    "immigration and customs enforcement, ice",
    "department of homeland security, dhs",
    "us central command, centcom",
    "defense department, pentagon, department of defense, us department of defense, us defense department",
    "federal reserve, fed, us federal reserve",
    "bureau of labor statistics, bls",
    "national health service, nhs",
    "office for national statistics, ons",
    "bank of england, boe",
    "bank of japan, boj",
    "national police agency of japan, japans national police agency",
    "japan meteorological agency, jma",
    "air accidents investigation branch, aaib",
    "israel defense forces, idf, israel defence forces, israeli military, israeli army",
)


#: Acronyms that are words too: only in capitals do they name the body.
_WORDS = listed("who ice sec imo ema ons dea ilo au iea")


@functools.cache
def _forms() -> dict[str, str]:
    return {fold(form): line.split(",")[0] for line in _KNOWN for form in line.split(",")}


@functools.lru_cache(maxsize=65_536)
def known_body(name: str) -> str | None:
    """The own name, folded, of a well-known body by any of its names ("the U.N.'s refugee agency"), or None."""
    folded = f" {fold(name)} ".replace(" united nations ", " un ").replace(" united states ", " us ").strip()
    folded = folded.removeprefix("the ")
    known = _forms().get(folded) or _forms().get(fold(name).removeprefix("the "))
    if known is None or (folded in _WORDS and not name.removeprefix("the ").removeprefix("The ").isupper()):
        return None
    return known if " " in folded or name.removeprefix("the ")[:1].isupper() else None
