"""Hearsay, scorn and refutation: which numbers nobody answers for, and which the words around them take back."""

import pytest
from spoken import Parse

from twosource.finding import find_mentions


@pytest.mark.parametrize(
    ("stance", "number", "text"),
    [
        ("denied", "90", "A lie is being told in the capital, that 90 of our men have fallen."),
        ("denied", "250", "The minister called it a slander that 250 had fallen."),
        ("doubted", "30", "30 people are said to have died."),
        ("doubted", "30", "30 people are rumoured to have died."),
        ("doubted", "30", "Rumour has it that 30 people died."),
        ("doubted", "30", "A rumour that 30 people died went round the town."),
        ("doubted", "30", "A viral post speaks of 30 dead."),
        ("doubted", "30", "A post shared thousands of times says 30 people died."),
        ("doubted", "30", "30 people have died, it is whispered in the market."),
        ("doubted", "30", "30 people died, or so the rumour goes."),
        ("doubted", "30", "If one believes the minister, 30 schools were built."),
        ("doubted", "30", "The laughable 30 that the minister read out is a sum for children."),
        ("doubted", "30", "The minister's absurd figure of 30 fools nobody."),
        ("doubted", "30", "A fanciful 30 people, says the union."),
        ("doubted", "$6 million", "$6 million, wails the company."),
        ("doubted", "$6 million", "$6 million, whines the company."),
        ("doubted", "30", "30 schools, crows the minister."),
        ("doubted", "five", "Social media users spoke of five dead."),
        ("doubted", "five", "The figure of five, which could not be verified, came from a rebel channel."),
        ("doubted", "five", "The rebels put the dead at five; this could not be independently verified."),
        ("doubted", "30", "Did 30 people really die?"),
        ("doubted", "30", "30 people died – or did they?"),
        ("doubted", "$30 million", "He is accused of taking $30 million."),
        ("doubted", "$30 million", "Prosecutors accuse him of taking $30 million."),
        ("doubted", "300", "The post says that 300 people died. Rating: false."),
        ("doubted", "300", "The video is said to show 300 coffins."),
        ("doubted", "18", "The 18 minutes that the director so implausibly claims cannot be right."),
        ("doubted", "18", "Let us pretend that the engines came in 18 minutes."),
        ("doubted", "18", "The company pretends that 18 birds died."),
        ("doubted", "18", "Only 18 birds, the company would like us to think."),
        ("doubted", "18", "Who believes the 18 birds of the company?"),
        ("doubted", "18", "Nobody believes the 18 that the company reports."),
        ("doubted", "18", "It remains unclear whether 18 people died."),
        ("doubted", "18", "It is unclear if 18 people died."),
        ("doubted", "18", "The ministry could not confirm that 18 people died."),
        ("doubted", "18", "The ministry could not confirm reports that 18 people died."),
        ("doubted", "18", "Whether 18 people died is not known."),
        ("denied", "18", "The number of dead is not 18; it stands at 7."),
        ("denied", "18", "It was not 18 who died but 7."),
        ("denied", "18", "Not 18 but seven people died."),
        ("denied", "18", "18 people did not die, the ministry said."),
        ("denied", "18", "Stop sharing the post according to which 18 people died. It is false."),
        ("denied", "18", "A post says 18 people died. That is false, the police write."),
        ("denied", "18", "A post says 18 people died. That is not true, police say."),
        ("denied", "18", "A post says 18 people died. This is not so."),
        ("denied", "18", "A post says 18 people died. Not so, say the police."),
        ("denied", "18", "That 18 people died he called a fabrication."),
        ("denied", "18", "Nor were there 18 dead."),
        ("denied", "18", "Nor did 18 people die."),
        ("denied", "18", "Correction: this report said that 18 people had died."),
        ("denied", "18", "She described the figure of 18 as untrue and mischievous."),
        ("denied", "18", "The figure of 18 is a fairy tale, he said."),
        ("denied", "18", "The mayor ruled out that 18 people had died."),
        ("denied", "18", "Contrary to press reports, 18 people have not died."),
        ("denied", "18", "The institute disowned the number 18."),
        ("denied", "18", "The agency withdrew its report of 18 dead."),
        ("denied", "18", "The agency retracted the figure of 18."),
        ("asserted", "nine", "Power was not restored for nine hours."),
        ("asserted", "three", "He did not sleep for three days."),
        ("asserted", "18", "The company does not sell the 18 models."),
        ("asserted", "40", "He said in a post on Monday that 40 people had come."),
        ("asserted", "40,000", "The post that was shared 40,000 times is gone."),
        ("asserted", "40", "An army post 40 metres up the road was empty."),
    ],
)
def test_a_number_is_doubted_or_denied_by_the_words_around_it(
    parse: Parse, stance: str, number: str, text: str
) -> None:
    figures = find_mentions(parse(f"The town is quiet today.\n\n{text}")).figures
    assert next(figure.stance for figure in figures if number in figure.span.words) == stance
