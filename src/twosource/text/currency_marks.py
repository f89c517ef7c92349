"""In: a text and where a number starts. Out: the currency whose letters stand beside it: "K150,000", "R2.5m"."""

import re

from twosource.text.units import Countries, Unit

#: Letters before an amount: the code and the pattern that the text must hold, tried in order. "" needs no sign.
_MARKS: dict[str, tuple[tuple[str, str], ...]] = {
    "K": (
        ("ZMW", r"\bzambia\w*|\blusaka\b|\bkitwe\b|\bndola\b"),
        ("MWK", r"\bmalawi\w*|\blilongwe\b|\bblantyre\b"),
        ("PGK", r"\bpapua\w*|\bport moresby\b|\bkina\b|\bbougainville\b"),
        ("MMK", r"\bmyanmar\b|\bburm\w+|\byangon\b|\bmandalay\b"),
        ("LAK", r"\blao(?:s|tian)?\b|\bvientiane\b"),
        ("ZMW", r"\bkwacha\b"),
    ),
    "R": (
        (
            "ZAR",
            r"\bsouth africa\w*|\bjohannesburg\b|\bcape town\b|\bpretoria\b|\bdurban\b|\bsoweto\b|\brands?\b",
        ),
    ),
    "N": (("NGN", r"\bnigeria\w*|\babuja\b|\blagos\b|\bkano\b|\bport harcourt\b|\bibadan\b|\bnaira\b"),),
    "P": (
        ("PHP", r"\bphilippin\w*|\bmanila\b|\bcebu\b|\bfilipin\w*|\bmindanao\b"),
        ("BWP", r"\bbotswana\b|\bgaborone\b|\bpula\b"),
    ),
    "D": (("GMD", r"\bgambia\w*|\bbanjul\b|\bdalasis?\b"), ("VND", r"\bvietnam\w*|\bhanoi\b")),
    "Le": (("SLE", r"\bsierra leone\w*|\bfreetown\b|\bleones?\b"),),
    "Q": (("GTQ", r"\bguatemala\w*|\bquetzal\w*"),),
    "L": (("HNL", r"\bhondura\w+|\btegucigalpa\b|\blempiras?\b"), ("SZL", r"\beswatini\b|\bswazi\w*|\bmbabane\b")),
    "E": (("SZL", r"\beswatini\b|\bswazi\w*|\bmbabane\b|\bemalangeni\b"),),
    "M": (("LSL", r"\blesotho\b|\bmaseru\b|\bbasotho\b|\bmaloti\b"),),
    "B": (("THB", r"\bthai\w*|\bbangkok\b|\bbaht\b"), ("PAB", r"\bpanam\w+|\bbalboas?\b")),
    "Br": (("ETB", r"\bethiopia\w*|\baddis ababa\b|\bbirr\b"),),
    "Nu": (("BTN", r"\bbhutan\w*|\bthimphu\b"),),
    "Nu.": (("BTN", r"\bbhutan\w*|\bthimphu\b"),),
    "Rf": (("MVR", r"\bmaldiv\w+|\bmal[eé]\b"),),
    "Sh": (
        ("UGX", r"\buganda\w*|\bkampala\b"),
        ("TZS", r"\btanzania\w*|\bdar es salaam\b|\bdodoma\b"),
        ("SOS", r"\bsomali\w*|\bmogadishu\b"),
        ("KES", ""),
    ),
    "Shs": (("UGX", r"\buganda\w*|\bkampala\b"), ("TZS", r"\btanzania\w*|\bdar es salaam\b"), ("KES", "")),
    "USh": (("UGX", ""),),
    "UShs": (("UGX", ""),),
    "TSh": (("TZS", ""),),
    "TShs": (("TZS", ""),),
    "KShs": (("KES", ""),),
    "Kshs": (("KES", ""),),
    "Re": (("INR", r"\brupees?\b|\bindia\w*"),),
    "S/": (("PEN", ""),),
    "S/.": (("PEN", ""),),
    "B/.": (("PAB", ""),),
    "Bs": (("VES", r"\bvenezuela\w*|\bcaracas\b|\bmaracaibo\b"), ("BOB", "")),
    "Bs.": (("VES", r"\bvenezuela\w*|\bcaracas\b|\bmaracaibo\b"), ("BOB", "")),
    "Gs": (("PYG", r"\bparagua\w+|\basunci[oó]n\b|\bguaran[ií]s?\b"),),
    "Gs.": (("PYG", r"\bparagua\w+|\basunci[oó]n\b|\bguaran[ií]s?\b"),),
    "C$": (("NIO", r"\bnicaragua\w*|\bmanagua\b|\bc[oó]rdobas\b"), ("CAD", "")),
    "RD$": (("DOP", ""),),
    "J$": (("JMD", ""),),
    "TT$": (("TTD", ""),),
    "Bds$": (("BBD", ""),),
    "BDS$": (("BBD", ""),),
    "EC$": (("XCD", ""),),
    "G$": (("GYD", ""),),
    "N$": (("NAD", ""),),
    "Z$": (("ZWL", ""),),
    "L$": (("LRD", ""),),
    "F$": (("FJD", ""),),
    "FJ$": (("FJD", ""),),
    "MX$": (("MXN", ""),),
    "Mex$": (("MXN", ""),),
    "AR$": (("ARS", ""),),
    "Ar$": (("ARS", ""),),
    "CLP$": (("CLP", ""),),
    "COP$": (("COP", ""),),
    "SI$": (("SBD", ""),),
    "T$": (("TOP", r"\btonga\w*|\bpa['’]?anga\b"),),
    "WS$": (("WST", ""),),
    "VT": (("VUV", r"\bvanuatu\b|\bport vila\b|\bvatu\b"),),
    "Fr": (("CHF", r"\bswiss\b|\bswitzerland\b|\bz[uü]rich\b|\bgeneva\b|\bbern\b|\bbasel\b|\blausanne\b"),),
    "Fr.": (("CHF", r"\bswiss\b|\bswitzerland\b|\bz[uü]rich\b|\bgeneva\b|\bbern\b|\bbasel\b|\blausanne\b"),),
    "SFr": (("CHF", ""),),
    "SFr.": (("CHF", ""),),
    "sFr": (("CHF", ""),),
    "CFA": (("XAF", r"\bcameroon\w*|\bgabon\w*|\bchad\w*|\byaound[eé]\b|\blibreville\b"), ("XOF", "")),
    "FCFA": (("XAF", r"\bcameroon\w*|\bgabon\w*|\bchad\w*|\byaound[eé]\b|\blibreville\b"), ("XOF", "")),
    "FRw": (("RWF", ""),),
    "Frw": (("RWF", ""),),
    "Ft": (("HUF", r"\bhungar\w+|\bbudapest\b|\bforints?\b"),),
    "GH¢": (("GHS", ""),),
    "GHc": (("GHS", ""),),
    "GH₵": (("GHS", ""),),
    "¢": (("GHS", r"\bghana\w*|\baccra\b|\bcedis?\b"),),
    "LE": (("EGP", r"\begypt\w*|\bcairo\b|\balexandria\b|\bgiza\b"),),
    "LE.": (("EGP", r"\begypt\w*|\bcairo\b"),),
    "E£": (("EGP", ""),),
    "£E": (("EGP", ""),),
    "IR£": (("IEP", ""),),
    "S£": (("SYP", ""),),
    "L£": (("LBP", ""),),
    "LL": (("LBP", r"\bleban\w+|\bbeirut\b"),),
    "JD": (("JOD", r"\bjordan\w*|\bamman\b"),),
    "KD": (("KWD", r"\bkuwait\w*"),),
    "BD": (("BHD", r"\bbahrain\w*|\bmanama\b"),),
    "RO": (("OMR", r"\boman\w*|\bmuscat\b"),),
    "QR": (("QAR", r"\bqatar\w*|\bdoha\b"),),
    "SR": (("SAR", r"\bsaudi\w*|\briyadh\b|\bjeddah\b"),),
    "Dh": (("MAD", r"\bmorocc\w+|\brabat\b|\bcasablanca\b"), ("AED", "")),
    "Dhs": (("MAD", r"\bmorocc\w+|\brabat\b|\bcasablanca\b"), ("AED", "")),
    "DH": (("MAD", r"\bmorocc\w+|\brabat\b|\bcasablanca\b"), ("AED", "")),
    "Af": (("AFN", r"\bafghan\w*|\bkabul\b"),),
    "Afs": (("AFN", r"\bafghan\w*|\bkabul\b"),),
    "NRs": (("NPR", ""),),
    "SLRs": (("LKR", ""),),
    "PKRs": (("PKR", ""),),
    "MRs": (("MUR", ""),),
    "RMB": (("CNY", ""),),
    "Rmb": (("CNY", ""),),
    "CN¥": (("CNY", ""),),
    "JP¥": (("JPY", ""),),
    "Kr": (
        ("DKK", r"\bdenmark\b|\bdanish\b|\bcopenhagen\b"),
        ("NOK", r"\bnorw\w+|\boslo\b|\bbergen\b"),
        ("ISK", r"\biceland\w*|\breykjav[ií]k\b"),
        ("SEK", r"\bswed\w+|\bstockholm\b"),
    ),
    "kr": (
        ("DKK", r"\bdenmark\b|\bdanish\b|\bcopenhagen\b"),
        ("NOK", r"\bnorw\w+|\boslo\b|\bbergen\b"),
        ("ISK", r"\biceland\w*|\breykjav[ií]k\b"),
        ("SEK", r"\bswed\w+|\bstockholm\b"),
    ),
    "NIS": (("ILS", ""),),
    "TL": (("TRY", r"\bturk\w+|\bankara\b|\bistanbul\b"),),
    "₲": (("PYG", ""),),
    "₨": (("PKR", r"\bpakistan\w*"), ("LKR", r"\bsri lanka\w*"), ("NPR", r"\bnepal\w*"), ("INR", "")),
    "৳": (("BDT", ""),),
    "₭": (("LAK", ""),),
    "₮": (("MNT", ""),),
    "៛": (("KHR", ""),),
    "₼": (("AZN", ""),),
    "֏": (("AMD", ""),),
    "₿": (("BTC", ""),),
    "zł": (("PLN", ""),),
    "Kč": (("CZK", ""),),
    "Lei": (("RON", ""),),
}  # fmt: skip
_LONGEST = 6
_LARGE = re.compile(r"\d{3}|\d+[.,]\d|\d+\s?(?:m|bn|b|k|tn|million|billion|thousand|trillion)\b")
_BEFORE = re.compile(
    r"(?<![\w$£€])("
    + "|".join(re.escape(mark) for mark in sorted(_MARKS, key=len, reverse=True))
    + r")(?:[\s\u00a0\u202f](?=$))?$"
)
_AFTER = re.compile(
    r"[\s\u00a0\u202f]?(zł|Kč|kr|Ft|NIS|TL|lei|FCFA|CFA|DH|Dhs?|Rs|Tk|₽|₴|₸|₾|₼|֏|₫|₹|₦|₪)(?![^\W_])\.?"
)
_SPACED = frozenset({"Rs", "Bs", "Bs.", "Gs", "Gs.", "FCFA", "CFA", "Fr.", "SFr", "SFr.", "Shs", "RMB", "NIS", "LE"})
_TAIL = {
    "lei": "RON", "Rs": "INR", "Tk": "BDT", "₽": "RUB", "₴": "UAH", "₸": "KZT", "₾": "GEL", "₼": "AZN", "֏": "AMD",
    "₫": "VND", "₹": "INR", "₦": "NGN", "₪": "ILS",
}  # fmt: skip


def letters_before(text: str, start: int, countries: Countries) -> Unit | None:
    """The currency whose letters end where a number starts, if the text is about its country; else None."""
    match = _BEFORE.search(text[max(0, start - _LONGEST - 1) : start])
    if match is None:
        return None
    mark = match.group(1)
    spaced = match.group(0) != mark
    if spaced and mark not in _SPACED:
        return None
    if len(mark) == 1 and mark.isalpha() and not _LARGE.match(text, start):
        return None  # a road, a paper size or a mountain: "N1", "A4", "K2"
    code = _code(mark, countries)
    return Unit(code, start - len(match.group(0)), start, "money") if code else None


def letters_after(text: str, end: int, countries: Countries) -> Unit | None:
    """The currency whose letters follow a number: " zł", " kr", "Ft"; else None."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    mark = match.group(1)
    code = countries.currency("rupee") if mark == "Rs" else _TAIL.get(mark) or _code(mark, countries)
    return Unit(code, end, match.end(1), "money") if code else None


def _code(mark: str, countries: Countries) -> str:
    return next((code for code, signs in _MARKS[mark] if not signs or countries.mentions(signs)), "")
