"""In: nothing. Out: the one table of pages: every page, its JSON and its place in the OpenAPI are made from it."""

from collections.abc import Callable

import msgspec

from twosource.web import pages_claim, pages_desk, pages_reports, pages_sections, pages_stories, shapes, shapes_reports
from twosource.web.pages_stories import Answer
from twosource.web.site import Asked


class Param(msgspec.Struct, frozen=True, kw_only=True):
    """One value that a page takes behind the "?"."""

    name: str
    says: str
    whole: bool = False


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page: where it is, what makes it, the template it is drawn with, the shape of its JSON, what it is."""

    path: str
    template: str
    make: Callable[[Asked], Answer]
    shape: type[msgspec.Struct]
    says: str
    params: tuple[Param, ...] = ()

    @property
    def name(self) -> str:
        """The page's name for programs."""
        return self.template.removesuffix(".html")


_START = Param(name="start", says="how many items of the list to pass over", whole=True)
_Q = Param(name="q", says="words to look for")

PAGES: tuple[Page, ...] = (
    Page(
        path="/stories",
        template="stories.html",
        make=pages_stories.stories,
        shape=shapes.StoriesPage,
        says="The list of stories.",
        params=(_Q, Param(name="order", says="changed, size or title"), _START),
    ),
    Page(
        path="/stories/{story}",
        template="story.html",
        make=pages_stories.story,
        shape=shapes.StoryPage,
        says="A story: its numbers, open conflicts, other claims, tolls over time, pairs not to be compared.",
    ),
    Page(
        path="/stories/{story}/claims",
        template="claims.html",
        make=pages_stories.claims,
        shape=shapes.ClaimsPage,
        says="The claims of a story.",
        params=(_Q, Param(name="verdict", says="all, conflict, denied, updated, agree, single or shared"), _START),
    ),
    Page(
        path="/stories/{story}/claims/{figure}",
        template="claim.html",
        make=pages_claim.claim,
        shape=shapes.ClaimPage,
        says="The claim that holds a figure: readings, chains, origins, edges, policies, history, judgements.",
        params=(_START,),
    ),
    Page(
        path="/stories/{story}/reports",
        template="reports.html",
        make=pages_stories.reports,
        shape=shapes_reports.ReportsPage,
        says="The reports of a story.",
        params=(_START,),
    ),
    Page(
        path="/stories/{story}/apart",
        template="apart.html",
        make=pages_stories.apart,
        shape=shapes.ApartPage,
        says="Pairs of claims that must not be set against each other, and why.",
        params=(_START,),
    ),
    Page(
        path="/stories/{story}/quotes",
        template="quotes.html",
        make=pages_sections.quotes,
        shape=shapes_reports.QuotesPage,
        says="The quotations of a story, with what each rendering changes.",
        params=(_Q, _START),
    ),
    Page(
        path="/stories/{story}/timeline",
        template="timeline.html",
        make=pages_sections.timeline,
        shape=shapes_reports.TimelinePage,
        says="The happenings of a story by day.",
        params=(_START,),
    ),
    Page(
        path="/stories/{story}/names",
        template="names.html",
        make=pages_sections.names,
        shape=shapes.NamesPage,
        says="The names of a story.",
        params=(_Q, _START),
    ),
    Page(
        path="/reports/{report}",
        template="report.html",
        make=pages_reports.report,
        shape=shapes_reports.ReportPage,
        says="A report: its text, what was read in it, what it shares with others, its versions.",
        params=(Param(name="at", says="offsets of a stretch to be marked, as 120-145"),),
    ),
    Page(
        path="/compare",
        template="compare.html",
        make=pages_reports.compare,
        shape=shapes_reports.ComparePage,
        says="Two reports side by side, with the stretches they share.",
        params=(Param(name="a", says="the id of one report"), Param(name="b", says="the id of the other")),
    ),
    Page(
        path="/versions",
        template="versions.html",
        make=pages_reports.versions,
        shape=shapes_reports.VersionsPage,
        says="What one version of a report changed against another.",
        params=(
            Param(name="report", says="the report's id"),
            Param(name="old", says="the hash of one version"),
            Param(name="new", says="the hash of the other"),
        ),
    ),
    Page(
        path="/search",
        template="search.html",
        make=pages_desk.search,
        shape=shapes_reports.SearchPage,
        says="Reports by their words, or figures by what they say.",
        params=(_Q, _START),
    ),
    Page(
        path="/news",
        template="news.html",
        make=pages_desk.news,
        shape=shapes.NewsPage,
        says="What changed, newest first.",
        params=(Param(name="story", says="the id of one story"), Param(name="show", says="alerts or all")),
    ),
    Page(
        path="/judgements",
        template="judgements.html",
        make=pages_desk.judgements,
        shape=shapes.JudgementsPage,
        says="The log of judgements, newest first.",
        params=(Param(name="story", says="the id of one story"), _START),
    ),
    Page(
        path="/intake",
        template="intake.html",
        make=pages_desk.intake,
        shape=shapes.IntakePage,
        says="What is being read, and the newest runs.",
    ),
    Page(
        path="/intake/{job}",
        template="job.html",
        make=pages_desk.job,
        shape=shapes.JobPage,
        says="One job: how far it is, what it brought, what was rejected and why.",
    ),
)
