"""In: symspellpy's English word counts. Out: `common_words.txt`, how common words are in pieces of 250 words.

usage: common_words.py > src/twosource/grouping/common_words.txt

The counts are those of the package symspellpy (MIT), which took them from Google Books Ngrams (CC BY 3.0) for the words
of SCOWL. A word of share p of all words stands in about 1 - exp(-250 p) of all pieces of 250 words.
"""

import importlib.resources
import math
from collections import defaultdict

from twosource.grouping.vectors import stem

PIECE = 250
#: Words that are frequent on the web and not in news.
_UNFIT = "anal ass blowjob cock cum dick fuck fucking milf nude porn porno pussy sexy slut tit xxx"
UNFIT = frozenset(_UNFIT.split())
TIERS = (700, 400, 250, 150, 100, 70, 50, 35, 25, 17, 12)


def main() -> None:
    """Print the list, commonest tier first."""
    listed = (
        importlib.resources.files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text("utf-8-sig")
    )
    counts: dict[str, int] = defaultdict(int)
    for line in listed.splitlines():
        word, number = line.split()
        counts[stem(word)] += int(number)
    whole = sum(counts.values())
    tiers: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        share = 1000 * -math.expm1(-PIECE * count / whole)
        tier = next((tier for tier in TIERS if share >= tier), None)
        if tier and (len(word) > 1 or word == "a") and word not in UNFIT:
            tiers[tier].append(word)
    print("# How common English words are: of 1,000 pieces of 250 words, the number that hold each word of the line,")
    print("# roughly. Plurals are cut to the singular. Made by tools/common_words.py from Google Books Ngram counts")
    print("# (CC BY 3.0) as packaged in symspellpy (MIT).")
    for tier in TIERS:
        print(tier, *sorted(tiers[tier]))


if __name__ == "__main__":
    main()
