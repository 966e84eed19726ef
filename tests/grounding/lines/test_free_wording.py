"""Lines that join sentences, gloss and compress: right ones are left alone, wrong twins are not."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.proof import ProposedLine, prove_lines

TEXT = (
    "Ferry guild hits at Lorn over the Beacon Check\n\n"
    "The port of Osterby used its Beacon Check tool on Friday night, when fog lay on the bay. "
    "The port built the tool for storms, a spokeswoman, Ilse Brandt, said on Saturday, and it has used it four times "
    "in the last year after storms.\n\n"
    "Brandt said she had no figures that told how many boats had answered.\n\n"
    "The guild is represented by lawyer Tomas Reil, who has long fought the port, dating back to the flood "
    "in the 1980s.\n\n"
    "The harbour court called the loading of the barge grossly careless, but said its owner should face no criminal "
    "charges, advice that prosecutor Jonna Eik adopted.\n\n"
    "Edda Lorn, who heads Per Dahl's harbour team, said Dahl's letter saying that divers would strike over the toll "
    'meant that the toll was too high. "Everybody knows that the pumps are old," the Kelp writer noted.\n\n'
    "Columnist Nils Brant of Kelp watched. The new film will focus solely on the wreck, not praising the crew. "
    "A half-dozen of the piers are closed. That would require three more votes if the council stays and four "
    "if it goes.\n\n"
    "The Blue Harbour fund plans to show posters that poke at Dahl.\n\n"
    "Members of the guild who support the toll met members against it. A Varn Echo count showed a one-vote gap between "
    "Lorn and Dahl in Osterby. Barrymoore said he would regain the seat.\n\n"
    "Mayor Ida Barrymore, the last speaker, left early.\n"
)
ARTICLE = Article(id="free", text=TEXT)


def codes(line: str) -> list[str]:
    (proved,) = prove_lines(ARTICLE, [ProposedLine("key_point", line)])
    return [check.code for check in proved.checks]


@pytest.mark.parametrize(
    "line",
    [
        "Osterby used its Beacon Check tool in Friday's fog.",
        "The port had used Beacon Check four times over the past year after storms.",
        "Spokeswoman Ilse Brandt could not say how many boats had answered.",
        "The guild's lawyer, Tomas Reil, has been fighting the port since the 1980s.",
        "The court found the loading careless but recommended against criminal charges, which Jonna Eik adopted.",
        "Edda Lorn, who heads Per Dahl's harbour team, said the toll was too high.",
        "Dahl had written that divers would strike over the toll.",
        "Brant wrote that everybody knows the pumps are old.",
        "The new film will focus on the wreck rather than praising the crew.",
        "Six of the piers are closed.",
        "They need three more votes if the council stays and four if it goes.",
        "Harbour fund mocks Dahl in posters",
        "Members who favour the toll met those against it.",
        "A count by the Varn Echo showed the two just one vote apart in Osterby.",
        "Barrymore said she would win back the seat.",
    ],
)
def test_a_right_line_in_free_words_is_left_alone(line: str) -> None:
    assert codes(line) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Osterby used its Beacon Check tool in Sunday's fog.", "name_not_in_evidence"),
        ("The port had used Beacon Check nine times over the past year after storms.", "figure_not_in_evidence"),
        ("The guild's lawyer, Tomas Reil, has been fighting the port since the 1990s.", "figure_not_in_evidence"),
        ("The court found the loading careless and recommended criminal charges.", "negation_differs"),
        ("Jonna Eik had written that divers would strike over the toll.", "source_differs"),
        ("Edda Lorn wrote that everybody knows the pumps are old.", "source_differs"),
        ("Nine of the piers are closed.", "figure_not_in_evidence"),
    ],
)
def test_its_wrong_twin_is_doubted(line: str, code: str) -> None:
    assert code in codes(line)


MORE = Article(
    id="more",
    title="Fog Closes Osterby Pier For Years",
    text=(
        "Fog Closes Osterby Pier For Years\n\n"
        "A survey of Tuesday shows Edda Lorn with 52% and Tomas Reil with 47%, a Quinnivald count. "
        "A day earlier, five divers were fined after refusing to leave the pier. It was the maiden "
        "meeting of the Guild.\n\n"
        "In his refusal to speak the word storm, Lorn was not alone. The guild asked under the "
        "Freedom of Speech rule.\n\n"
        "The fee was raised to 9,340 crowns, nine percent over the limit of 8,600, which was reached in May. "
        "Reil seldom swims. Brant leads the Liberal campaign.\n"
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "Osterby pier shut by fog",
        "Lorn was at 52% and Reil at 47%, the Quinnivald count shows.",
        "Five divers were fined on Monday after refusing to leave the pier.",
        "The Guild held its first meeting.",
        "Lorn was not alone in his refusal to say the word storm.",
        "The guild asked under the Freedom of Speech Act.",
        "The fee reached 9,340 crowns, nine percent above the limit.",
        "Reil rarely swims.",
        "Fog dispute over Osterby pier is old",
    ],
)
def test_more_right_lines(line: str) -> None:
    (proved,) = prove_lines(MORE, [ProposedLine("key_point", line)])
    assert proved.checks == ()


@pytest.mark.parametrize(
    "line",
    [
        "Lorn was at 47% and Reil at 52%, the count shows.",
        "Five divers were fined on Friday after refusing to leave the pier.",
        "The Guild held its ninth meeting.",
        "The fee reached 8,600 crowns, nine percent above the limit of 9,340.",
    ],
)
def test_more_wrong_twins(line: str) -> None:
    (proved,) = prove_lines(MORE, [ProposedLine("key_point", line)])
    assert proved.checks


THIRD = Article(
    id="third",
    title="Guild votes on the toll",
    text=(
        "Guild votes on the toll\n\n"
        "The Osterby Harbour Council met on Monday. Turnout was also low, and the lead of Edda Lorn has grown. "
        "Lorn kept her support among divers. The port has rung its bell four times this year.\n\n"
        'Of the members 75 percent were eager to vote. "What we share is that we are not strangers, and take '
        'no orders from the port," said Tomas Reil. "He\'ll name a treasurer," Reil said of Lorn.\n\n'
        "Reil likes what she is building at the pier, but not the toll itself. The fund will only pay for lamps. "
        "It reached its goal.\n"
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "The Osterby Harbour Council met on Monday.",
        "Turnout was poor while Lorn's lead widened.",
        "Lorn retained her support among divers.",
        "The port rang its bell four times this year.",
        "Three quarters of the members were keen to vote.",
        "Reil said they are no strangers and take no orders.",
        "Reil said Lorn would name a treasurer.",
        "Reil likes what is built at the pier but not the toll.",
        "The fund met its goal.",
    ],
)
def test_a_third_story_told_rightly(line: str) -> None:
    (proved,) = prove_lines(THIRD, [ProposedLine("key_point", line)])
    assert proved.checks == ()


@pytest.mark.parametrize(
    "line",
    [
        "The Kellby Harbour Council met on Monday.",
        "Turnout was high at the guild's vote.",
        "The lead of Edda Lorn has narrowed.",
        "Lorn lost her support among divers.",
        "The port rang its bell twice this year.",
        "Two thirds of the members were eager to vote.",
        "The members were reluctant to vote, 75 percent of them.",
        "Reil said they were strangers who take no orders from the port.",
        "Reil said Lorn had named a treasurer.",
        "Reil likes the toll but not what is built at the pier.",
        "The fund missed its goal.",
    ],
)
def test_a_third_story_told_wrongly(line: str) -> None:
    (proved,) = prove_lines(THIRD, [ProposedLine("key_point", line)])
    assert proved.checks


FOURTH = Article(
    id="fourth",
    title="Kelp poll",
    text=(
        "Kelp poll\n\n"
        "A poll of 2047 listed voters shows both Edda Lorn and Tomas Reil ahead of Ida Moll, "
        "at 3, 4 percent of the vote. "
        "In all 59 percent of them said no to the toll.\n\n"
        "Sen. Per Dahl, R-Ill., rescinded his backing. Nils Brant will face Jonna Eik in May, although he is the "
        "favourite due to the overwhelmingly Liberal register of Osterby.\n\n"
        "Some divers reaffirmed their opposition. The quiet Varn senator said that he was called a fringe figure. "
        "Rosa Kett of Kelp asked him about the harbour chief.\n"
    ),
)


@pytest.mark.parametrize(
    "line",
    [
        "Edda Lorn and Tomas Reil were each ahead of Ida Moll in a poll of 2,047 voters.",
        "Fifty-nine percent of the voters rejected the toll.",
        "Senator Per Dahl of Illinois rescinded his backing.",
        "Nils Brant is favoured because Osterby is heavily Liberal.",
        "Several divers nonetheless restated their objections to it.",
        "They were at 3 or 4 percent of the vote.",
        "Interviewer Rosa Kett asked him about the harbour chief.",
    ],
)
def test_a_fourth_story_told_rightly(line: str) -> None:
    (proved,) = prove_lines(FOURTH, [ProposedLine("key_point", line)])
    assert proved.checks == ()


@pytest.mark.parametrize(
    "line",
    [
        "Edda Lorn and Tomas Reil were ahead of Ida Moll in a poll of 2,407 voters.",
        "Fifty-one percent of the voters rejected the toll.",
        "Senator Per Dahl of Vermont rescinded his backing.",
        "Nils Brant is favoured because his rival broke a leg.",
        "They were at 7 or 8 percent of the vote.",
        "Wilhelmina Kett asked him about the harbour chief.",
    ],
)
def test_a_fourth_story_told_wrongly(line: str) -> None:
    (proved,) = prove_lines(FOURTH, [ProposedLine("key_point", line)])
    assert proved.checks
