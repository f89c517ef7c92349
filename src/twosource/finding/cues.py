"""In: nothing. Out: the words that attribute: verbs, nouns, adjectives and prepositions of saying and wanting."""

from typing import NamedTuple

from twosource.records import Force, Stance
from twosource.text.listing import listed


class Cue(NamedTuple):
    """What a verb does to what it governs.

    `force`: "says" and "thinks" make their subject the source of a figure, "pledges" (demands, offers, fines) of an
    amount; "acts" is an attribution of an attitude only. `stance` is what it does to its content.
    """

    force: Force
    stance: Stance = "asserted"


def _table(rows: dict[Cue, str]) -> dict[str, Cue]:
    return {word: cue for cue, words in rows.items() for word in words.split()}


_SAY = (
    "call label dub brand dismiss say tell add note report announce state write tweet post blog text email explain"
    " acknowledge admit confirm concede insist argue stress emphasise emphasize recall remark observe declare reveal"
    " disclose mention recount reply respond answer retort assert maintain contend suggest indicate imply hint"
    " conclude show testify swear complain joke quip cry shout scream whisper mutter murmur sob chant repeat reiterate"
    " inform notify remind assure convey communicate specify clarify underline underscore highlight detail narrate"
    " relate recite comment elaborate counter interject volunteer publish document record warn caution predict"
    " forecast estimate reckon calculate count speak talk cite quote establish determine agree describe list put spell"
    " affirm certify attest allow boast brag crow exclaim fume growl grumble gush intone lament marvel moan muse opine"
    " preach proclaim pronounce rage rant reason sigh smirk snap snarl sneer storm stammer sum summarise summarize"
    " tout venture vouch wail whine yell thunder bellow hiss laugh smile concur confess confide decree dictate divulge"
    " echo enumerate enthuse expound foretell gloat inquire interpose instruct leak lecture measure name outline"
    " phrase pledge point profess project read register rejoin release relay remonstrate rule share signal stipulate"
    " submit teach telegraph theorise theorize tip total trumpet update verify voice vow find hear learn discover"
    " identify attribute blame continue accuse"
)
_THINK = (
    "believe think feel know understand realise realize expect fear worry suspect assume consider regard deem presume"
    " anticipate doubt guess imagine judge perceive rate see view suppose surmise trust infer figure envisage foresee"
    " recognise recognize credit interpret sense"
)
#: "fin" is what the model makes of "fined".
_PLEDGE = (
    "demand offer promise fine fin order pledge seek ask request earmark allocate bid want award grant propose urge"
    " sentence guarantee commit recommend budget dangle proffer"
)
_DENY = "deny reject dispute refute rebut dismiss disavow repudiate contradict disbelieve debunk disclaim"
_DOUBT = "claim allege purport pretend boast brag gloat crow wail whine"
_ACT = (
    "criticise criticize condemn denounce attack blast slam mock praise hail laud thank applaud welcome"
    " back endorse support oppose question wonder threaten demonstrate prove illustrate appeal plead beg disagree"
    " decide determine resolve hope wish intend plan aim prefer like love hate refuse decline choose desire long"
    " yearn care advocate champion promote defend justify blame chide rebuke castigate lambaste lambast deride"
    " ridicule decry bemoan lampoon scold berate chastise reprimand censure rail bash rip tear hit tease taunt"
    " insult disparage belittle malign vilify demonise demonize demean downplay minimise minimize exaggerate"
    " overstate understate dodge evade ignore discuss address examine raise pose challenge press grill query poll"
    " invoke reference evoke signify encourage exhort implore beseech entreat lobby petition pressure push"
    " convince persuade dissuade advise counsel suggest appoint pick select approve authorise authorize ratify"
    " pass adopt enact ban bar forbid prohibit outlaw allow oblige obligate compel veto uphold overturn strike"
    " abolish repeal revoke restrict impose introduce enforce mandate embrace admire adore respect appreciate"
    " celebrate commend compliment congratulate extol glorify idolise salute honour honor despise detest loathe"
    " abhor resent regret mourn dread dislike favour favor envy pity distrust mistrust scorn disdain apologise"
    " apologize forgive excuse vouch compare liken equate portray paint depict characterise characterize cast"
    " frame pitch plug hype feature profile chronicle cover dissect analyse analyze assess evaluate review weigh"
    " contemplate ponder mull consider toy flirt dream fantasise focus concentrate dwell insinuate speculate"
    " forget recollect reminisce reflect object protest march campaign warn vow volunteer bristle scoff sneer"
    " jeer boo cheer gripe carp harp quibble waver hesitate flaunt sour tire doubt refer allude credit fault pin"
    " crave covet expect strive endeavour endeavor urge express float pursue investigate sue nominate charge spar"
    " seethe balk rejoice second trash assail knock overrule override void react shun spurn rap lash hammer pan"
    " skewer excoriate savage pillory flay lament hop lean angle clamour clamor fret brood agonise agonize"
)

#: Verbs by lemma. Later rows of the table win over earlier ones.
VERBS: dict[str, Cue] = {
    **_table({Cue("acts"): _ACT}),
    **_table({Cue("thinks"): _THINK}),
    **_table({Cue("says"): _SAY}),
    **_table({Cue("pledges"): _PLEDGE, Cue("says", "denied"): _DENY, Cue("says", "doubted"): _DOUBT}),
}

#: Verbs that attribute only with a clause, a quotation or a number after them; with a plain object they are deeds.
CLAUSE_ONLY = listed(
    "conclude admit recall settle begin start come add allow answer post show read release share register record put"
    " find hear learn know see feel sense order figure project measure rate total hit pass cover hold try hire pick"
    " name rule submit tip appear seem force back bar list point relay identify prove laugh smile sum teach trust"
    " strive attempt update speak talk mean continue strike determine judge guess imagine counter signal respond reply"
    " pose storm rage cry scream shout yell sob moan mutter murmur hiss bellow thunder wail snarl snap gush fume growl"
    " grumble leak pretend"
)

#: Verbs that attribute only with a finite clause behind them: with an infinitive they are deeds.
FINITE_ONLY = listed("allow determine maintain observe record show testify increase continue begin")

#: Verbs that attribute with one of these prepositions behind them, though not with a plain object.
WITH_PREPOSITION: dict[str, frozenset[str]] = {
    **dict.fromkeys(("speak", "talk"), listed("about of on against for")),
    "point": frozenset({"to"}),
    "respond": frozenset({"to"}),
    "reply": frozenset({"to"}),
    "rule": frozenset({"against"}),
    "see": frozenset({"as"}),
}

#: What is raised by way of speech.
RAISED = listed(
    "question questions concern concerns doubt doubts issue issues objection objections point points possibility"
    " prospect spectre specter alarm alarms eyebrow eyebrows fear fears complaint complaints suspicion suspicions"
)

#: Verbs whose object is the hearer where a clause or quotation follows.
HEARER = listed(
    "tell inform notify remind assure warn ask advise urge order instruct teach convince persuade promise beg implore"
    " caution invite encourage exhort counsel pressure press lobby forbid bar beseech entreat force compel oblige"
    " require request email text"
)

#: Verbs that name whose words these are: "X quoted Y as saying", "citing Y".
QUOTING = frozenset({"quote", "cite"})

#: Verbs that govern a clause about how things look to nobody in particular.
RAISING = frozenset({"seem", "appear"})

#: Prepositions that may open the content of a verb without clause or object ("called for", "spoke of").
OPENERS = listed("for on about of to against with as in upon over at into from by")

#: Nouns that stand for what someone says; their owner ("X's", "of X", "by X", "from X") is the source.
SAYING_NOUNS: dict[str, Cue] = {
    **_table(
        {
            Cue("says"): (
                "statement announcement report claim estimate figure count tally toll number total reckoning"
                " calculation warning prediction forecast projection assertion assessment account data statistic"
                " record list register finding survey poll study indictment review survey bulletin update remark"
                " comment analysis log notice acknowledgement acknowledgment admission confession testimony"
                " description explanation suggestion declaration insistence contention argument conclusion verdict"
                " ruling message word response reply answer call survey census audit inventory manifest index"
                " website letter memo note tweet post talk"
            ),
            Cue("thinks"): "belief view opinion fear worry concern expectation suspicion doubt impression conviction",
            Cue("pledges"): "demand offer promise pledge request proposal fine order bid",
            Cue("acts"): (
                "plan hope wish desire intention goal aim decision agreement support criticism attack"
                " endorsement praise opposition condemnation vow threat question appeal refusal willingness"
                " determination commitment objection complaint accusation rejection mention"
            ),
        }
    ),
    **_table({Cue("says", "denied"): "denial", Cue("says", "doubted"): "allegation accusation rumour rumor"}),
    "claim": Cue("says"),
}

#: Nouns that hold a number for their owner: "the union's count is 37", "by the count of the gendarmerie".
COUNTING_NOUNS = listed(
    "count tally toll figure number total estimate reckoning calculation list data record records register statistics"
    " report survey poll log account projection forecast assessment manifest indictment census figures note lists"
    " numbers book"
)

#: Adjectives whose subject holds the content: "is sure that", "are worried about".
HOLDING_ADJECTIVES = listed(
    "sure certain confident convinced aware afraid worried concerned hopeful optimistic pessimistic sceptical"
    " skeptical doubtful glad happy proud sorry angry eager keen willing unwilling reluctant ready determined critical"
    " supportive dismissive adamant clear unsure uncertain wary furious disappointed frustrated satisfied opposed"
    " upset surprised suspicious fearful alarmed outspoken upbeat bullish bearish anxious nervous"
)

#: Words that make an unsourced sentence one of hearsay.
HEARSAY = listed("reportedly allegedly supposedly purportedly apparently alleged suspected rumoured rumored")

#: Adverbs and auxiliaries that belong to a cue.
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
