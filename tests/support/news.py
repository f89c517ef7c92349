"""In: nothing. Out: invented reports for tests of copies and stories: a dam, its wire story, its clients, others."""

from typing import NamedTuple

from twosource.records import Day, Report, Span


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, its lines joined; empty lines part them."""
    return [" ".join(block.split()) for block in text.strip().split("\n\n")]


WIRE = paragraphs("""
KORVAL, Sept 3 (Osterland Press) — The upper gate of the Maruga dam gave way before dawn on Tuesday, sending a wall
of water through the mill town of Tessary and leaving at least 31 people dead, the interior ministry said.

The water stood four metres high in the market hall by six in the morning, according to the town's fire chief,
Ludmil Harsanyi, whose crews took 140 residents from roofs with two boats and a tractor.

Engineers of the river authority had reported cracks in the gate's hinge in June, said a letter seen by this agency.
The authority's director, Petra Volsung, did not answer calls on Tuesday.

“We wrote to them three times, and three times they sent us a form to fill in,” said Harsanyi.

About 6,000 households were without power in the evening, the grid company said, and the railway line to the coast
will stay closed until the bridge at Lower Tessary has been inspected.

The prime minister cut short a visit abroad and is expected in the valley on Wednesday morning. Opposition leaders
asked for an inquiry into the state of the country's 214 dams.
""")
BACKGROUND = paragraphs("""
The Maruga dam, finished in 1961 and raised by nine metres in 1984, holds back the largest lake of the province and
feeds three power stations. A parliamentary report found two years ago that one dam in five had not been inspected
within the period that the law prescribes, and that fines had never been imposed on an operator.
""")[0]
REWRITTEN = paragraphs("""
The upper gate of the Maruga dam gave way before dawn on 3 September, sending a wall of water through the mill town
of Tessary and killing at least 31 people, the interior ministry said.

The water stood 13 feet high in the market hall by six in the morning, according to the town's fire chief, Ludmil
Harsanyi, whose crews rescued 140 residents from roofs with two boats and a tractor.

Engineers of the river authority had warned of cracks in the gate's hinge in June, a letter showed. The authority's
director, Petra Volsung, did not answer calls.

Some 6,000 households were without power in the evening, the grid company said, and the railway line to the coast
will stay closed until the bridge at Lower Tessary has been checked.
""")
OWN = paragraphs("""
In Tessary they are counting by the light of car lamps. The pharmacist, whose shop stood under water to the second
shelf, has a list on the back of a prescription, and there were 34 names on it when we left.

Nobody here waited for the ministry. The bakers of the upper town carried bread down in wheelbarrows, and a school
bus driver drove four times through the ford before the road broke.

The fire chief is angry. “We wrote to them three times, and three times they sent us a form to fill in,” Harsanyi
told us on the steps of the town hall, while his men slept in the corridor behind him.

The river authority put up a notice in the afternoon: its office will be closed until Monday.
""")
OTHER = paragraphs("""
A striker of nineteen scored twice in the last ten minutes as Bellhaven Rovers came from behind to win the Northern
Cup for the first time since the war, before a crowd of 41,000 at Quarry Park.

Their manager, who had promised to walk home barefoot, took off his shoes at the final whistle.

Rovers meet the holders in the continental round in February, and expect to sell every seat within a day.
""")


class Source(NamedTuple):
    """Where a report is from, when, and whom it credits."""

    outlet: str | None = None
    day: str | None = None
    credit: str | None = None


def report(name: str, body: list[str], title: str, *source: str | None) -> Report:
    """A report of a headline, marked as such, and paragraphs; `source` is outlet, day and credit, as far as known."""
    text = "\n\n".join([title, *body]) + "\n"
    outlet, day, credit = Source(*source)
    return Report(
        id=name,
        text=text,
        outlet=outlet,
        credit=credit,
        published=Day(value=day, how="given") if day else None,
        title=Span(report=name, start=0, end=len(title), words=title),
    )


def wire(day: str | None = "2024-09-03") -> Report:
    """The agency's report."""
    return report("wire", WIRE, "Dam breaks above Tessary, 31 dead", "Osterland Press", day)
