"""In: a draft that is money. Out: what the money is, by the words that bear on it most: "a fine of", "in damages"."""

import re

from twosource.finding.figures.clauses import Words
from twosource.finding.figures.drafts import Draft

ROWS = {
    "fine": "fine penalty fined",
    "compensation": "compensation payout",
    "damages": "damages lawsuit sue",
    "bribe": "bribe kickback bribed",
    "pension": "pension",
    "wage": "wage salary earn salaries wages",
    "pay": "pay bonus",
    "price": "price ticket fare priced sell apiece",
    "debt": "debt owe owed",
    "loss": "loss lose losses",
    "profit": "profit",
    "revenue": "revenue turnover",
    "sales": "sales",
    "budget": "budget",
    "fund": "fund",
    "investment": "investment invest",
    "aid": "aid relief",
    "donated": "donation donate donor donated gift gifts",
    "tax": "tax taxes levy",
    "saving": "save saving savings",
    "damage": "damage",
    "cost": "cost bill expense spend spending costing costs spent",
    "pledged": "pledge promise pledged promised",
    "offered": "offer offered",
    "raised": "raise raised collected collect",
    "value": "value worth valuation valued capitalisation capitalization",
    "deal": "deal contract acquisition buy acquire purchase",
    "loan": "loan lend credit borrow",
    "exports": "export exports",
    "imports": "import imports",
    "grant": "grant subsidy",
    "fee": "fee charge",
    "ransom": "ransom",
    "prize": "prize award",
    "paid": "paid payment",
    "frozen": "frozen freeze froze",
    "stolen": "stolen steal stole embezzle embezzled theft",
    "demanded": "demand demanded claim claimed",
    "sought": "request sought seek",
    "deficit": "deficit",
    "surplus": "surplus",
    "income": "income",
    "rent": "rent",
    "mortgage": "mortgage",
    "insured sum": "insure insurance",
    "bail": "bail",
}
_LOOK = {word: measure for measure, words in ROWS.items() for word in words.split()}
#: Nouns that say what the money is for or called where they stand behind it: "$3m in damages", "a €2m grant".
_BEHIND = re.compile(
    r"\s*(?:(?:in|of|as|worth\s+of|as\s+an?)\s+(?:[a-z-]+\s+){0,2}?|-?\s?)([a-z]+)\b",
)
_NAMES = {
    word: _LOOK[word]
    for word in str.split(
        "fine penalty compensation damages bribe pension bonus debt loss losses profit revenue turnover sales "
        "budget fund investment aid relief tax taxes savings damage costs loan exports imports grant subsidy "
        "fee ransom prize deficit surplus income rent bail deal contract"
    )
} | {
    "bribes": "bribe", "debts": "debt", "profits": "profit", "revenues": "revenue", "donations": "donated",
    "loans": "loan", "grants": "grant", "fees": "fee", "subsidies": "grant", "fines": "fine", "wages": "wage",
}  # fmt: skip
#: What the governing verb makes of its object.
_VERBS = {
    verb: measure
    for measure, verbs in {
        "paid": "pay",
        "cost": "spend cost",
        "loss": "lose",
        "debt": "owe",
        "raised": "raise collect",
        "offered": "offer",
        "pledged": "pledge promise",
        "donated": "donate give",
        "demanded": "demand claim want",
        "stolen": "steal embezzle",
        "frozen": "freeze",
        "wage": "earn",
        "saving": "save",
        "investment": "invest",
        "loan": "lend borrow",
        "fine": "fine",
        "bribe": "bribe",
        "price": "sell fetch",
        "sought": "seek request",
        "received": "receive get",
        "fee": "charge",
    }.items()
    for verb in verbs.split()
}
#: Those to whom a wrong is made good.
_BEREAVED = re.compile(
    r"\b(?:families|family|relatives|next\s+of\s+kin|bereaved|victims?|survivors?|heirs|widows?|injured|wounded"
    r"|dead|deceased)\b",
    re.IGNORECASE,
)
_STOCK = re.compile(r"\b(?:shares?|stock|bond)\b", re.IGNORECASE)
_TRADES = frozenset(
    str.split("close end trade open fall rise slide drop climb edge settle finish stand jump slip gain")
)
_PUTS = frozenset(str.split("put estimate reckon assess calculate value set"))
_ASIDE = frozenset(str.split("aside earmark allocate"))


def measure_of(made: Draft) -> str:
    """What a sum is, by what bears on it most closely; "" where only words further off can tell."""
    words = made.words
    opening = words.at(made.amount.start)
    if words.get(opening - 1) == "of":
        named = _LOOK.get(words.get(opening - 2))
        if named:
            return named
    behind = _BEHIND.match(words.text, made.amount.end)
    if behind and behind.group(1) in _NAMES:
        return _NAMES[behind.group(1)]
    if made.verb is None or made.verb > made.first:
        return ""
    return _governed(words, made.verb, made)


def _governed(words: Words, verb: int, made: Draft) -> str:  # noqa: PLR0911 - a list of cases
    """What the verb, its subject or its object makes of a sum: "put the damage at", "profit rose to", "set aside"."""
    lemma = words.lemma(verb)
    below = words.children(verb)
    if lemma in _ASIDE or any(words.low[child] == "aside" for child in below):
        return "set aside"
    if lemma in _VERBS and made.role == "object":
        told = _VERBS[lemma]
        if told in ("paid", "received", "donated") and _BEREAVED.search(words.text):
            return "compensation"
        return "pledged" if lemma == "give" and words.low[verb - 1] in ("will", "would", "’ll", "to") else told
    if (
        made.role == "oblique"
        and lemma in ("ask", "appeal", "apply", "call")
        and words.get(words.at(made.amount.start) - 1) == "for"
    ):
        return "appeal" if lemma == "appeal" else "sought"
    if made.role == "oblique" and _STOCK.search(words.text) and lemma in _TRADES:
        return "price"
    deps = ("nsubj", "nsubjpass") if lemma not in _PUTS else ("dobj", "nsubjpass")
    for child in below:
        if words.dep[child] in deps and child < made.first and made.role != "subject":
            return _LOOK.get(words.low[child]) or _LOOK.get(words.lemma(child), "")
    return ""


_SUM = re.compile(
    r"\b(?:debts?|deficit|budget|bills?|loss(?:es)?|profits?|revenues?|turnover|costs?|damages?|ransom|fine|salar(?:y|ies)"
    r"|wages?|rent|sales|exports|imports|compensation|donations|savings|bonus|pension|reward|prize|grant|bail|fee)\b"
    r"(?:\s+[\w’'-]+){0,5}?\s+(?:to|at|of|is|was|are|were|reached|from|totalled|totaled|exceeds?|exceeded)\s+(?:about\s+|some\s+)?$",
    re.IGNORECASE,
)
_THOUSAND = 1000


def is_sum(made: Draft) -> bool:
    """Whether a number without a currency is money by the noun whose amount it is: "the debt is now 1.9 billion"."""
    amount = made.amount
    value = amount.low if amount.low is not None else amount.high or 0.0
    return not amount.kind and value >= _THOUSAND and bool(_SUM.search(made.words.text[: amount.start]))
