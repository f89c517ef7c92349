"""In: the text around a number. Out: the unit of measure or currency that stands there, under one canonical name."""

import re
from typing import NamedTuple

from twosource.text.listing import listed


class Unit(NamedTuple):
    """A unit found beside a number: its canonical name, the stretch it takes, and the kind of thing it measures.

    `factor` turns the printed number into units of `name` (19 cents are 0.19 USD). `ambiguous` is true for a currency
    word that several countries use ("francs", "pounds", "$").
    """

    name: str
    start: int
    end: int
    kind: str
    factor: float = 1.0
    ambiguous: bool = False


_TIME = "second minute hour day week month year decade century fortnight night weekend season quarter"
#: Names of units as written (singular, lower case) by kind; values are canonical names where they differ.
_LENGTH = {
    "km": "kilometre", "kms": "kilometre", "kilometre": "", "kilometer": "", "metre": "", "meter": "",
    "cm": "centimetre", "centimetre": "", "centimeter": "", "mm": "millimetre", "millimetre": "", "millimeter": "",
    "mile": "", "mi": "mile", "nautical mile": "", "light-year": "", "light year": "light-year", "yard": "",
    "foot": "", "feet": "foot", "ft": "foot", "inch": "", "inches": "inch", "micron": "", "μm": "micrometre",
    "µm": "micrometre", "micrometre": "", "″": "inch", "nanometre": "", "nanometer": "", "furlong": "", "fathom": "",
}  # fmt: skip
_AREA = {
    "hectare": "", "ha": "hectare", "acre": "", "square kilometre": "", "square kilometer": "",
    "sq km": "square kilometre", "km2": "square kilometre", "km²": "square kilometre", "square mile": "",
    "sq mi": "square mile", "sq miles": "square mile", "square metre": "", "square meter": "", "sq m": "square metre",
    "m2": "square metre", "m²": "square metre", "sqm": "square metre", "square foot": "",
    "square feet": "square foot", "sq ft": "square foot", "sqft": "square foot", "square yard": "", "square inch": "",
}  # fmt: skip
_MASS = {
    "kg": "kilogram", "kgs": "kilogram", "kilo": "kilogram", "kilogram": "", "kilogramme": "kilogram", "gram": "",
    "g": "gram", "gramme": "gram", "mg": "milligram", "milligram": "", "microgram": "", "tonne": "", "ton": "",
    "metric ton": "", "metric tonne": "", "lb": "pound", "lbs": "pound", "ounce": "", "oz": "ounce", "stone": "",
    "quintal": "", "carat": "", "pound": "", "short ton": "", "long ton": "", "kiloton": "", "megaton": "",
    "gigaton": "", "gigatonne": "", "kilotonne": "", "megatonne": "",
}  # fmt: skip
_VOLUME = {
    "litre": "", "liter": "", "l": "litre", "ml": "millilitre", "millilitre": "", "milliliter": "", "gallon": "",
    "barrel": "", "bbl": "barrel", "bushel": "", "pint": "", "cubic metre": "", "cubic meter": "",
    "m3": "cubic metre", "m³": "cubic metre", "cubic foot": "", "cubic feet": "cubic foot", "cubic kilometre": "",
    "cubic kilometer": "", "cubic yard": "", "acre-foot": "", "acre-feet": "acre-foot", "hectolitre": "",
}  # fmt: skip
_SPEED = {
    "km/h": "", "kmh": "km/h", "kph": "km/h", "kmph": "km/h", "mph": "", "m/s": "", "knot": "", "km/s": "", "m3/s": "",
    "m³/s": "m3/s", "mach": "", "mm/h": "", "rpm": "revolutions per minute",
}  # fmt: skip
_POWER = {
    "newton metre": "", "newton meter": "newton metre", "nm": "newton metre", "watt": "", "w": "watt", "kilowatt": "",
    "kw": "kilowatt", "megawatt": "", "mw": "megawatt", "gigawatt": "", "gw": "gigawatt", "terawatt": "",
    "kilowatt-hour": "kilowatt hour", "kilowatt hour": "", "kwh": "kilowatt hour", "megawatt-hour": "megawatt hour",
    "megawatt hour": "", "mwh": "megawatt hour", "gwh": "gigawatt hour", "twh": "terawatt hour", "gigawatt hour": "",
    "terawatt hour": "", "mah": "milliampere-hour", "milliamp hour": "milliampere-hour",
    "gigawatt-hour": "gigawatt hour", "terawatt-hour": "terawatt hour", "horsepower": "", "hp": "horsepower",
    "ps": "horsepower", "bhp": "horsepower", "joule": "", "volt": "", "kilovolt": "", "kv": "kilovolt",
    "ampere": "", "amp": "ampere",
    "calorie": "", "kilocalorie": "", "kcal": "kilocalorie", "newton": "", "pascal": "", "bar": "", "millibar": "",
    "hectopascal": "", "hpa": "hectopascal", "psi": "", "decibel": "", "db": "decibel", "hertz": "", "hz": "hertz",
    "mhz": "megahertz", "megahertz": "", "ghz": "gigahertz", "gigahertz": "", "khz": "kilohertz", "ppm": "",
    "ppb": "", "parts per million": "ppm", "sievert": "", "millisievert": "", "microsievert": "", "becquerel": "",
    "pixel": "", "megapixel": "", "lb-ft": "foot pound", "lb ft": "foot pound", "pound-feet": "foot pound",
    "pound-foot": "foot pound", "foot-pound": "foot pound", "foot pound": "", "mpg": "", "cc": "",
}  # fmt: skip
_DATA = {
    "byte": "", "kilobyte": "", "kb": "kilobyte", "megabyte": "", "mb": "megabyte", "gigabyte": "", "gb": "gigabyte",
    "terabyte": "", "tb": "terabyte", "petabyte": "", "bit": "", "mbps": "", "gbps": "", "megabit": "", "gigabit": "",
}  # fmt: skip
_SHARE = {
    "%": "%", "percent": "%", "per cent": "%", "pct": "%", "pc": "%", "percentage point": "percentage point",
    "pp": "percentage point", "percent point": "percentage point", "%-point": "percentage point",
    "basis point": "basis point", "bps": "basis point", "bp": "basis point", "percentage": "%",
}  # fmt: skip
_TEMPERATURE = {
    "°c": "°C", "c": "°C", "f": "°F", "° c": "°C", "ºc": "°C", "degrees celsius": "°C", "degree celsius": "°C",
    "degrees centigrade": "°C", "degrees c": "°C", "celsius": "°C", "°f": "°F", "° f": "°F", "ºf": "°F",
    "degrees fahrenheit": "°F", "degree fahrenheit": "°F", "fahrenheit": "°F", "degrees f": "°F", "degree": "°C",
    "degrees": "°C", "kelvin": "kelvin", "°": "°C",
}  # fmt: skip
_CLOCK = {
    **dict.fromkeys(_TIME.split(), ""), "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute",
    "sec": "second", "secs": "second", "centuries": "century", "yr": "year", "yrs": "year", "year of age": "year",
    "ms": "millisecond", "millisecond": "", "wk": "week",
}  # fmt: skip
#: Abbreviations that are units only when they touch the number or stand in lower case.
_TIGHT = listed(
    "pc c f mah v w g l ha ft mi min sec nm cc bar mil mb kb tb mw hp db kv in stone bit gb mm cm ms bp pp m ps"
)

#: Those that stand apart from the number in their own capitals.
_CASED = listed("PS W kW MW GW V kV A C Hz MHz GHz kHz Nm GB MB TB kB mAh hPa")

#: Abbreviated things that sport counts; in capitals only.
_SPORT = {"war": "win above replacement", "rbi": "run batted in", "rbis": "run batted in", "tds": "touchdown"}
_KINDS = {
    "tally": _SPORT,
    "length": _LENGTH, "area": _AREA, "mass": _MASS, "volume": _VOLUME, "speed": _SPEED, "power": _POWER,
    "data": _DATA, "share": _SHARE, "temperature": _TEMPERATURE, "time": _CLOCK,
}  # fmt: skip
_UNITS: dict[str, tuple[str, str]] = {}
for _kind, _table in _KINDS.items():
    for _word, _name in _table.items():
        _name = re.sub(r"(met|lit)er$", r"\1re", _name or _word)
        _UNITS[_word] = (_name, _kind)
        if len(_word) > 3 or _word in ("day", "ton", "gal", "lot"):  # noqa: PLR2004 - small sizes of English prose
            _UNITS.setdefault(_word + "s", (_name, _kind))

_HOUR = r"(?:\s*/\s*h(?:r|our)?|(?:\s+(?:an?|per|each)\s+|\s*-?per-?\s*)hour)\b"
_SECOND = r"(?:\s*/\s*s(?:ec)?|(?:\s+(?:an?|per|each)\s+|\s*-?per-?\s*)second)\b"
_SPEEDS = (
    (re.compile(rf"(?:kilomet(?:re|er)s?|kms?){_HOUR}", re.IGNORECASE), "km/h"),
    (re.compile(rf"miles?{_HOUR}", re.IGNORECASE), "mph"),
    (re.compile(rf"(?:met(?:re|er)s?|m){_SECOND}", re.IGNORECASE), "m/s"),
    (re.compile(rf"(?:kilomet(?:re|er)s?|kms?){_SECOND}", re.IGNORECASE), "km/s"),
    (re.compile(rf"(?:cubic\s+met(?:re|er)s?|m3|m³){_SECOND}", re.IGNORECASE), "m3/s"),
    (re.compile(r"miles?\s+per\s+gallon\b", re.IGNORECASE), "mpg"),
    (re.compile(r"(?:revolutions\s+per\s+minute|rpm)\b", re.IGNORECASE), "revolutions per minute"),
    (re.compile(r"(?:mega|giga)?bits\s+per\s+second\b", re.IGNORECASE), "mbps"),
)
_AFTER = re.compile(
    r"(?:[\s\u00a0\u202f]{0,2}|-)("
    + "|".join(re.escape(word) for word in sorted(_UNITS, key=len, reverse=True))
    + r")(?![^\W_])",
    re.IGNORECASE,
)
#: Spans that tell what kind of people or things are counted: "fifteen day pupils", "12 season tickets".
_SPELL = listed("day night season weekend")
_OF_SPELL = re.compile(
    r"\s(?:ticket|pass|pupil|student|boarder|patient|labou?rer|tripper|worker|nurse|visitor|watchm[ae]n|guard|porter|shift|train"
    r"|flight|school|centre|center|nurser(?:y|ies)|bus(?:es)?|market|class|club)(?:s|es)?\b",
    re.IGNORECASE,
)
_METRE = re.compile(r"\s?m(?![\w'’])|\s?-m(?![\w'’])")

# Currencies -----------------------------------------------------------------------------------------------------------

_SYMBOLS = {
    "US$": "USD", "$US": "USD", "$A": "AUD", "$NZ": "NZD", "$C": "CAD", "$HK": "HKD", "$S": "SGD", "Y=": "JPY",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "NT$": "TWD",
    "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₩": "KRW",
    "₪": "ILS", "฿": "THB", "₦": "NGN", "₱": "PHP", "₴": "UAH", "₫": "VND", "₡": "CRC", "₵": "GHS", "₸": "KZT",
    "₾": "GEL", "Rs.": "INR", "Rs": "INR", "Tk": "BDT", "Sh": "KES", "KSh": "KES", "Ksh": "KES", "Rp": "IDR",
    "RM": "MYR", "kr": "SEK", "L.E.": "EGP", "PS": "GBP",
}  # fmt: skip
CODES = listed(
    "USD EUR GBP JPY CNY CHF AUD CAD NZD HKD SGD SEK NOK DKK PLN CZK HUF RON BGN RUB UAH TRY ILS EGP SAR"
    " AED QAR KWD BHD OMR JOD"
    " IQD IRR LBP SYP MAD TND DZD LYD NGN GHS KES UGX TZS ETB ZAR ZMW MZN AOA XOF XAF GMD GNF SLL INR"
    " PKR BDT LKR NPR AFN IDR MYR"
    " PHP THB VND KRW TWD MMK KHR LAK MNT KZT UZS KGS TJS TMT AZN AMD GEL BYN MDL ALL MKD RSD BAM ISK"
    " ARS BRL CLP COP MXN PEN UYU"
    " PYG BOB VES CRC GTQ HNL NIO DOP CUP HTG JMD TTD FJD PGK RWF BIF CDF SDG SOS DJF ERN MWK ZWL BWP"
    " NAD LRD MUR SCR MGA XCD BBD BSD TTD BZD KYD SRD SBD BND BMD AWG XPF MVR BTN YER KMF CVE LSL SZL SLE VUV WST"
)
#: Currency words with one meaning.
_PLAIN = {
    "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "leu": "RON", "lei": "RON", "ron": "RON",
    "zloty": "PLN", "zlotys": "PLN", "złoty": "PLN", "forint": "HUF", "hryvnia": "UAH", "hryvnias": "UAH",
    "lira": "TRY", "shekel": "ILS", "sheqel": "ILS", "rupiah": "IDR", "ringgit": "MYR", "baht": "THB", "dong": "VND",
    "won": "KRW", "naira": "NGN", "cedi": "GHS", "rand": "ZAR", "birr": "ETB", "dalasi": "GMD", "taka": "BDT",
    "kyat": "MMK", "riel": "KHR", "kip": "LAK", "tugrik": "MNT", "tenge": "KZT", "lari": "GEL", "dram": "AMD",
    "manat": "AZN", "lev": "BGN", "leva": "BGN", "lek": "ALL", "denar": "MKD", "kuna": "HRK", "koruna": "CZK",
    "real": "BRL", "reais": "BRL", "guarani": "PYG", "boliviano": "BOB", "bolivar": "VES", "quetzal": "GTQ",
    "lempira": "HNL", "cordoba": "NIO", "gourde": "HTG", "kwacha": "ZMW", "metical": "MZN", "kwanza": "AOA",
    "afghani": "AFN", "pula": "BWP", "ruble": "RUB", "rouble": "RUB", "sterling": "GBP", "bitcoin": "BTC",
    "sol": "PEN", "soles": "PEN", "cfa franc": "XOF", "pound sterling": "GBP", "pounds sterling": "GBP",
    "leone": "SLE", "vatu": "VUV", "kina": "PGK", "ngultrum": "BTN", "ouguiya": "MRU", "ariary": "MGA",
    "nakfa": "ERN", "lilangeni": "SZL", "emalangeni": "SZL", "loti": "LSL", "maloti": "LSL", "balboa": "PAB",
    "somoni": "TJS", "pa'anga": "TOP", "tala": "WST", "escudo": "CVE", "hryvnya": "UAH",
    "rufiyaa": "MVR", "pataca": "MOP", "krona": "SEK", "kronor": "SEK", "ether": "ETH",
}  # fmt: skip
#: Currency words that several countries share: the default, then by country.
_SHARED = {
    "dollar": (
        "USD",
        (
            "AUD:australian CAD:canadian NZD:zealand HKD:kong SGD:singapore TWD:taiwan JMD:jamaican FJD:fijian"
            " ZWL:zimbabwean LRD:liberian NAD:namibian BBD:barbadian TTD:trinidad BSD:bahamian GYD:guyanese"
            " XCD:caribbean BZD:belizean,belize KYD:cayman SRD:surinamese,suriname SBD:solomon BND:brunei BMD:bermudian"
        ),
    ),
    "pound": (
        "GBP",
        (
            "EGP:egyptian,egypt,egyptians,cairo,alexandria,giza,luxor,aswan,suez,tanta,mansoura,ismailia"
            " LBP:lebanese,lebanon,beirut SYP:syrian,syria,damascus,aleppo"
            " SDG:sudanese,sudan,khartoum"
        ),
    ),
    "franc": (
        "CHF",
        (
            "XOF:senegal,senegalese,dakar,mali,bamako,burkina,benin,togo,niger,ivorian,ivory,abidjan,cfa"
            " XAF:cameroon,gabon,chad,yaounde GNF:guinea,guinean,conakry RWF:rwanda,rwandan,kigali"
            " CDF:congolese,kinshasa BIF:burundi,burundian DJF:djibouti KMF:comoros"
            " CHF:swiss,switzerland,zurich,geneva,bern,basel"
        ),
    ),
    "peso": (
        "MXN",
        (
            "ARS:argentina,argentine,argentinian,argentinean,buenos CLP:chile,chilean,santiago"
            " COP:colombia,colombian,bogota,bogotá,medellin PHP:philippine,philippines,filipino,manila"
            " UYU:uruguay,uruguayan,montevideo DOP:dominican CUP:cuba,cuban,havana MXN:mexico,mexican"
        ),
    ),
    "rupee": (
        "INR",
        (
            "PKR:pakistan,pakistani,islamabad,karachi,lahore LKR:lanka,lankan,colombo"
            " NPR:nepal,nepali,nepalese,kathmandu MUR:mauritius,mauritian SCR:seychelles"
            " INR:india,indian,delhi,mumbai"
        ),
    ),
    "dinar": (
        "IQD",
        (
            "IQD:iraq,iraqi,baghdad RSD:serbia,serbian,belgrade DZD:algeria,algerian,algiers"
            " TND:tunisia,tunisian,tunis JOD:jordan,jordanian,amman KWD:kuwait,kuwaiti"
            " LYD:libya,libyan,tripoli,benghazi BHD:bahrain,bahraini"
        ),
    ),
    "dirham": ("AED", "MAD:morocco,moroccan,rabat,casablanca,marrakesh,marrakech"),
    "riyal": ("SAR", "QAR:qatar,qatari,doha OMR:oman,omani YER:yemen,yemeni,sanaa IRR:iran,iranian"),
    "rial": ("IRR", "OMR:oman,omani YER:yemen,yemeni,sanaa"),
    "shilling": (
        "KES",
        "UGX:uganda,ugandan,kampala TZS:tanzania,tanzanian SOS:somalia,somali,mogadishu KES:kenya,kenyan,nairobi",
    ),
    "krone": ("NOK", "DKK:denmark,danish,copenhagen"),
    "kroner": ("NOK", "DKK:denmark,danish,copenhagen"),
    "crown": ("crown", "DKK:danish,denmark NOK:norwegian,norway CZK:czech ISK:icelandic SEK:swedish"),
    "som": ("KGS", "UZS:uzbek,uzbekistan,tashkent"),
    "ruble": ("RUB", "BYN:belarus,belarusian,minsk"),
    "rouble": ("RUB", "BYN:belarus,belarusian,minsk"),
    "leu": ("RON", "MDL:moldova,moldovan,chisinau"),
    "lei": ("RON", "MDL:moldova,moldovan,chisinau"),
    "lira": ("TRY", "LBP:lebanese,lebanon SYP:syrian,syria ITL:italian"),
    "koruna": ("CZK", ""),
    "won": ("KRW", "KPW:pyongyang"),
    "mark": (
        "BAM",
        "BAM:bosnia,bosnian,herzegovina,sarajevo,tuzla,zenica,mostar,bihac,bihać,convertible DEM:german,deutsche,west",
    ),
}
_COUNTRY_OF = {
    word: {country: row.split(":")[0] for row in rows.split() for country in row.split(":")[1].split(",")}
    for word, (_, rows) in _SHARED.items()
}
#: Words for a coin that several countries use, each with a code where a text tells of none of them; the longest first.
SHARED_COINS = tuple(sorted({*_SHARED, "cent"}, key=lambda word: (-len(word), word)))
_DEFAULT = {word: default for word, (default, _) in _SHARED.items()}
_CENTS = {"cent": 0.01, "pence": 0.01, "penny": 0.01, "p": 0.01}
_CURRENCY_WORDS = sorted({*_PLAIN, *_SHARED}, key=len, reverse=True)
_NAMED = re.compile(
    r"[\s-]{0,2}((?:[A-Z][\w.]{1,14}\s){0,2}|(?:[a-z]{4,12}an\s|us\s|new\s)?)"
    rf"((?i:{'|'.join(_CURRENCY_WORDS)})s?|(?i:cents?|pence|penny)|(?:{'|'.join(sorted(CODES))}))(?![^\W_])"
)
_PENCE = re.compile(r"\s?p(?!\w)(?!\.\s?m)")
_BEFORE = re.compile(
    r"(?:(?<![^\W_])(?P<code>" + "|".join(sorted(CODES)) + r")\s?|(?P<symbol>"
    + "|".join(re.escape(symbol) for symbol in sorted(_SYMBOLS, key=len, reverse=True)) + r")\s?)$"
)  # fmt: skip
_LETTER_SYMBOLS = frozenset(symbol for symbol in _SYMBOLS if symbol[0].isalpha() and "$" not in symbol)
_TAIL = 6


class Countries:
    """Which currency a shared word ("francs") means in one text: by its adjective elsewhere, by its countries."""

    def __init__(self, text: str) -> None:
        """Take the report's text; it is searched only when a shared word is asked for."""
        self._text = text
        self._known: dict[str, str] = {}
        self._spent: dict[str, bool] = {}
        self._seen: dict[str, bool] = {}

    def currency(self, word: str) -> str:
        """The ISO 4217 code of a currency word in this text."""
        if word not in self._known:
            self._known[word] = self._find(word)
        return self._known[word]

    def mentions(self, pattern: str) -> bool:
        """Whether the text holds a match of `pattern`, in any case."""
        if pattern not in self._seen:
            self._seen[pattern] = bool(re.search(pattern, self._text, re.IGNORECASE))
        return self._seen[pattern]

    def spends(self, word: str) -> bool:
        """Whether a currency word that is a weight too can be money in this text."""
        if word not in self._spent:
            owners = "|".join(_COUNTRY_OF.get(word, {}))
            self._spent[word] = self.mentions(
                rf"£|sterling|\b(?:brit\w*|uk|u\.k\.|england|english|scot\w*|wales|london|{owners})\b"
            )
        return self._spent[word]

    def evident(self, word: str) -> str:
        """The ISO 4217 code that the text gives a shared currency word or "cent" by what else it names; else ""."""
        if word == "cent":
            return self._of_cents()
        countries = _COUNTRY_OF.get(word, {})
        low = self._text.casefold()
        beside = [code for country, code in countries.items() if re.search(rf"\b{country} {word}", low)]
        if beside:
            return beside[0]
        if word == "dollar":
            return ""
        counts: dict[str, int] = {}
        for country, code in countries.items():
            counts[code] = counts.get(code, 0) + len(re.findall(rf"\b{country}\b", low))
        best = max(sorted(counts), key=lambda code: counts[code], default=None)
        return best if best and counts[best] else ""

    def _find(self, word: str) -> str:
        return self.evident(word) or plain_currency(word)

    def _of_cents(self) -> str:
        """The coin of which cents are the hundredth part: the one that the text names most often; "" where none."""
        counts = {code: len(re.findall(pattern, self._text, re.IGNORECASE)) for code, pattern in _IN_CENTS.items()}
        best = max(counts, key=lambda code: counts[code])
        return (self.currency("dollar") if best == "USD" else best) if counts[best] else ""


#: Coins of a hundred cents, and how texts name them.
_IN_CENTS = {"USD": r"\$|\bdollars?\b", "EUR": r"€|\beuros?\b|\bEUR\b", "ZAR": r"\brands?\b"}


def plain_currency(word: str) -> str:
    """The ISO 4217 code of a currency word in a text that tells nothing of its country."""
    return _DEFAULT.get(word, _PLAIN.get(word, "USD" if word == "cent" else ""))


def currency_before(text: str, start: int, countries: Countries) -> Unit | None:
    """The currency symbol or code that ends where a number starts: "US$", "EGP ", "€"."""
    begin = max(0, start - _TAIL)
    match = _BEFORE.search(text[begin:start])
    if match is None:
        return None
    symbol = match.group("symbol")
    at = begin + match.start()
    if symbol in _LETTER_SYMBOLS and at > 0 and text[at - 1].isalnum():
        return None
    if symbol == "PS" and (
        text[start - 1] != "S"
        or not re.match(r"\d[\d,.]*(?:m|bn|k|,\d|\.\d)|\d{1,3}(?:,\d{3})+", text[start : start + 16])
    ):
        return None  # a pound sign that a wrong encoding turned into letters, not a console
    if symbol in {"Rs", "Rs."}:
        return Unit(countries.currency("rupee"), at, start, "money")
    code = match.group("code") or _SYMBOLS[symbol or ""]
    return Unit(code, at, start, "money", ambiguous=symbol == "$")


def currency_after(text: str, end: int, countries: Countries) -> Unit | None:  # noqa: PLR0911 - a list of cases
    """The currency name or code that follows a number: " lei", " Egyptian pounds", " EUR", "€", " cents"."""
    pence = _PENCE.match(text, end)
    if pence:
        return Unit("p", end, pence.end(), "money")
    match = _NAMED.match(text, end)
    if match is None:
        symbol = re.compile(r"\s?([€£₽₴₺])").match(text, end)
        return Unit(_SYMBOLS[symbol.group(1)], end, symbol.end(), "money") if symbol else None
    owner, written = match.group(1).strip().lower(), match.group(2)
    if written in CODES:
        return None if owner else Unit(written, end, match.end(), "money")
    word = written.lower()
    if word in _CENTS or word.removesuffix("s") in _CENTS:
        code = "GBP" if word in ("pence", "penny") else countries.currency("cent")
        return Unit(code, end, match.end(), "money", factor=0.01)
    if word not in _PLAIN and word not in _SHARED:
        word = word.removesuffix("s")
    named = _by_owner(word, owner)
    if named:
        return Unit(named, end, match.end(), "money")
    if (owner and not _NATION.match(owner)) or _no_money(text, end, match, word, countries):
        return None
    code = countries.currency(word) if word in _SHARED else _PLAIN[word]
    return Unit(code, end, match.end(), "money", ambiguous=word in _SHARED)


_NATION = re.compile(r"u\.?s\.?$|\w+(?:an|ese|ish|i|ian|ine|ic)$")
_WEIGHT = re.compile(
    r"\s+of\s+(?!damages|compensation|public|tax|debt|aid)|\s+(?:feet|foot|heavier|lighter)\b|-(?:feet|foot)"
)
_MILLIONS = re.compile(r"(?:million|billion|bn)$")
#: Signs that marks are money; those beside the euro are Bosnia's.
_MARKS = (
    r"bosnia|herzegovin|sarajevo|banja luka|convertible mark|deutsche|deutschmark|german mark"
    r"|marks?\s+\((?:about\s+)?€"
)
_ENGLISH_WORDS = {
    "won": "korea",
    "mark": _MARKS,
    "marks": _MARKS,
    "real": "brazil",
    "sol": "peru",
    "som": "kyrgyz|uzbek",
    "dong": "vietnam",
    "sols": "peru",
}


def _by_owner(word: str, owner: str) -> str:
    """The currency that the adjective before it names: "Egyptian pounds", "US dollars"; else ""."""
    if "cfa" in owner:
        return "XOF"
    if word == "dollar" and owner.startswith(("us", "u.s", "american", "united")):
        return "USD"
    if word == "pound" and owner.startswith(("british", "uk")):
        return "GBP"
    words = owner.split()
    return next((code for country, code in _COUNTRY_OF.get(word, {}).items() if country in words), "")


def _no_money(text: str, end: int, match: re.Match[str], word: str, countries: Countries) -> bool:
    """Whether a word that may be a currency is none here: a weight in pounds, "14 won", "5 real"."""
    if word == "pound" and _MILLIONS.search(text[max(0, end - 12) : end]):
        return bool(_WEIGHT.match(text, match.end()))
    if word == "pound":
        return text[end : end + 1] == "-" or bool(_WEIGHT.match(text, match.end())) or not countries.spends("pound")
    signs = _ENGLISH_WORDS.get(match.group(2))
    return bool(signs) and not countries.mentions(signs or "")


def unit_after(text: str, end: int, *, metre: bool = False) -> Unit | None:  # noqa: C901, PLR0911, PLR0912
    """The unit of measure that follows a number, also behind a hyphen: " km", "-metre", "%", " kilometres an hour".

    `metre` is true where a glued "m" stands for metres.
    """
    begin = end
    while begin < len(text) and begin < end + 2 and (text[begin].isspace() or text[begin] == "-"):
        begin += 1
    for pattern, name in _SPEEDS:
        match = pattern.match(text, begin)
        if match:
            return Unit(name, end, match.end(), "speed")
    if metre:
        match = _METRE.match(text, end)
        if match:
            return Unit("metre", end, match.end(), "length")
    match = _AFTER.match(text, end)
    if match is None:
        return None
    written = match.group(1)
    word = written.lower()
    if (
        match.start(1) - end > 0
        and text[end] != "-"
        and word in _TIGHT
        and not written.islower()
        and written not in _CASED
    ):
        return None
    if (
        word in ("g", "mil", "bar", "stone", "l", "in", "bit", "bits", "second", "quarter", "kilos")
        and match.start(1) > end
    ):
        if word == "quarter" and text[end] != "-":
            return None
        if word == "second" and text[end] != "-" and not text[end - 1].isdigit():
            return None
        if word in ("bar", "stone", "bit", "bits", "mil", "in"):
            return None
    if (word in ("c", "f") and not written.isupper()) or (word in _SPELL and _OF_SPELL.match(text, match.end())):
        return None
    if (word in _SPORT and not written.rstrip("s").isupper()) or (word == "ps" and written != "PS"):
        return None
    if written == "G" or (written in ("M", "MS", "L") and match.start(1) == end):
        return None
    name, kind = _UNITS[word]
    return Unit(name, end, match.end(), kind)
