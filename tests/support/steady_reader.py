"""In: an address and a number. Out: an error as soon as anything in the store is there by half, until that batch is."""

import sys

from endless_writer import SIZE, reports

from twosource.store import open_store
from twosource.store.contract import View


def is_whole(view: View, last: int) -> None:
    """Raise where the batches up to the last one are not all there with all they hold, and no more of the next."""
    told = view.story("s")
    card = view.card("s")
    assert told
    assert card
    names = [each.id for each in told.story.reports]
    assert card.reports == len(names) == min(last + 1, 40)
    assert names[-1] == f"{last}-0"
    assert [each.report for each in told.story.mentions] == names
    assert [each.report for each in view.kept(names)] == list(told.story.reports)
    own = view.story(f"s{last}")
    assert own
    assert list(own.story.reports) == reports(last)
    assert view.story(f"s{last + 1}") is None
    assert len(view.known([f"{last}-{place}" for place in range(SIZE)])) == SIZE
    assert view.known([f"{last + 1}-{place}" for place in range(SIZE)]) == {}
    assert len(view.search(f'"batch {last}"')) == SIZE
    assert view.count() == last + 2


def last_batch(view: View, least: int) -> int:
    """The number of the newest batch, from one that is there on."""
    while view.marks([f"batch:{least + 1}"]):
        least += 1
    return least


def main(address: str, until: int) -> None:
    """Look again and again; at the end tell how often, and how many different moments were seen."""
    store = open_store(address)
    last, looks, moments = 0, 0, set()
    while last < until:
        with store.view() as view:
            last = last_batch(view, last)
            is_whole(view, last)
        looks += 1
        moments.add(last)
        if looks == 1:
            print("looking", flush=True)  # noqa: T201
    store.close()
    print(looks, len(moments))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
