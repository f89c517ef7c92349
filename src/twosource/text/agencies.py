"""In: words. Out: whether they name a news agency or another outlet."""

from twosource.text.folding import fold
from twosource.text.listing import listed, phrases

#: News agencies and their short forms, folded.
AGENCIES = phrases(
    "afp, agence france presse, ap, associated press, the associated press, reuters, bloomberg, bloomberg news,"
    " upi, united press international, dpa, deutsche presse agentur, efe, ansa, lusa, tass, itar tass, ria"
    " novosti, interfax, xinhua, kyodo, kyodo news, yonhap, kcna, korean central news agency, pti, press trust of"
    " india, ani, aap, pa media, press association, canadian press, the canadian press, anadolu, anadolu agency,"
    " irna, isna, fars, tasnim, mehr, sana, wafa, spa, saudi press agency, ukrinform, unian, belga, anp, apa, sda,"
    " keystone sda, ats, tt, ntb, ritzau, stt, mti, ctk, tasr, pap, agerpres, mediafax, bta, tanjug, hina, sta,"
    " fena, mia, ata, lsm, baltic news service, bns, elta, leta, antara, bernama, vna, tna, akipress, kazinform,"
    " azertac, trend, armenpress, interpress, mena, menafn, petra, nna, national news agency, ina, aps, map, tap,"
    " lana, suna, ena, ghana news agency, nan, news agency of nigeria, telam, télam, notimex, prensa latina,"
    " agencia brasil, agência brasil, agencia efe, europa press, dow jones, dow jones newswires, thomson reuters,"
    " mtn, state media, state news agency, state television, state tv, state radio"
)
#: Last words of the names of papers and broadcasters.
OUTLET_WORDS = listed(
    "times post herald tribune news journal gazette mail guardian telegraph mirror chronicle courier observer review"
    " radio television tv broadcasting media daily weekly star sun sentinel dispatch examiner express globe independent"
    " inquirer bulletin record reporter register argus echo standard voice monitor citizen beacon ledger zeitung"
    " anzeiger blatt tageblatt allgemeine presse monde figaro pais país mundo jornal diario diário correo corriere"
    " repubblica stampa gazeta gazette pravda izvestia vesti novosti haber milliyet nhk bbc cnn cbs nbc abc npr pbs cbc"
    " dw rfi rt trt france24 online today tagesschau bild spiegel zeit reforma clarin clarín nacion nación"
)


def is_agency(words: str) -> bool:
    """Whether the words name a news agency ("Reuters", "Union Wire", "the state news agency")."""
    folded = fold(words)
    folded = folded.removeprefix("the ")
    parts = folded.split()
    if len(folded) <= _SHORT and not words.removeprefix("the ").isupper() and folded not in _LIKE_WORDS:
        return False  # "Mia" and "Lana" are people, "MIA" and "LANA" agencies
    return folded in AGENCIES or (len(parts) > 1 and (parts[-1] in {"wire", "newswire"} or parts[-2:] == _NEWS_AGENCY))


_SHORT = 4
_LIKE_WORDS = listed("tass lusa efe ansa irna isna fars mehr belta")
_NEWS_AGENCY = ["news", "agency"]


def is_outlet(words: str) -> bool:
    """Whether the words name a paper, a broadcaster or a site by their last word ("the Kombo Voice")."""
    parts = fold(words).split()
    return len(parts) > 1 and parts[-1] in OUTLET_WORDS
