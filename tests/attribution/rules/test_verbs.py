"""Verbs of saying and thinking: whose verb it is, and what it says."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import marked_words, only_statement, said_in, without_marks


@pytest.mark.parametrize(
    "marked",
    [
        # a subject of its own, over what stands between
        "{Ada Lund}, who runs the Arle ferry with her brother Tom, <said> [the pier was unsafe].",
        "{The agents} -- who came over the pass -- <said> [it was shut].",
        "{Brandt}, during a walk in Arle, Velmark, <said> [it was shut].",
        "{Dov Pell}, who sold a boat in Arle, Velmark, in May, <said> [it was shut].",
        "{Other advocates} also <said> [the gate was shut].",
        "{Lund and Brandt} have both <argued> [that it was shut].",
        "{The guild} <puts> [its losses at 40 boats].",
        "{The Night Guards} <claim> [to have sunk 40 boats].",
        "While {critics} <argue> [that trading boats helps others], the mayor has closed the port.",
        "The sheds, which {Lund} <called> [a disgrace], had burnt.",
        "{A woman, 24, from Arle, who} <said> [she fell], left.",
        "{They} would <like> [to see it closed].",
        "{She} <denied> [having sold the mill].",
        '{The "Night Guard"} <announces> [that two boats sank].',
        # a relative pronoun with its antecedent, and a gap
        "Officials met {Kole Brandt, who} <said> [that the mine would reopen].",
        "He held up {a sign that} <said>, [“Shut the gate now.”]",
        "It was a step which {he} <said> [was late].",
        "As {Lund} <told> the Herald, [the gate was shut].",
        # a subject that two verbs share
        "{The union} rejected the offer and <called for> [a new vote in March].",
        "{Harbour Minister Dov Arne}, who came by boat, <promised> [a longer pier] and accused the owner of neglect.",
        "The raid led {the ministry} to <call for> [a vote].",
        "Velmark shelled the port, prompting {President Lund} to <say> [that boats were needed].",
        "It is a feeling echoed by {some members, who} <believe> [she is only there because he trusts her].",
        "{Ms. Lund, Mrs. Roe and other owners} <said> [their crews were full].",
        # passives
        "[The bishop] was <accused> by {the guild} [of hiding the accounts].",
        "Reil was <told> by {the guard} [that it was shut].",
        "<Asked> by {the mayor} [whether it was late], Pell left.",
        "<Asked> by {the mayor} [if it was late], Pell left.",
    ],
)
def test_a_verb_gives_its_subject_and_what_is_said(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


def test_what_a_source_only_says_within_its_own_words_is_one_statement() -> None:
    said = said_in("The station showed what it said were pieces of a boat.")
    assert [one.source for one in said] == ["The station"]


@pytest.mark.parametrize("verb", ["commented on", "reflected on"])
def test_a_quotation_is_said_and_not_what_it_is_about(verb: str) -> None:
    said = said_in(f"“It was hard,” coach Ana Moll {verb} the loss.")
    assert [(one.source, one.content) for one in said] == [("coach Ana Moll", ("“It was hard,”",))]
    assert [one.content for one in said_in(f"Ana Moll {verb} the loss of the mill.")] != [("“It was hard,”",)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The keeper is believed to have fled to Velmark.", "The keeper is believed to have fled to Velmark"),
        ("It is feared that the roof fell.", "the roof fell"),
        ("Ada Pell was accused of selling the boats.", "Ada Pell was accused of selling the boats"),
    ],
)
def test_a_passive_without_an_agent_is_said_by_nobody_that_is_named(text: str, content: str) -> None:
    found = only_statement(text)
    assert found.mention is None
    assert text[slice(*found.content[0])] == content


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Mayor Lund denied that the council had known about the leak since June.", "the council"),
        ("Lund declined to say who had called.", "to say"),
        ("Lund refused to be drawn on the sale.", "to be drawn on the sale"),
        ("Pictures showing that the pier had gone were sold at the gate.", "Pictures"),
        ("A porter, who asked not to be named, fed the goats.", "A porter, who"),
        ("He heard what she was told by the night porter.", "the night porter"),
        ("In a letter read out by his aunt, he said the mill was sold.", "a letter"),
        ("Pell gave 12 boats, a figure the guild disputes.", "a figure the guild"),
        ("Radio Arle, which cited a source close to the court, fell silent.", "Radio Arle, which"),
        ("No group has claimed responsibility for the fire.", "No group"),
        ("Nobody said that the wall had failed.", "Nobody"),
        ("Ministers opposing the canal lost.", "Ministers"),
        ("Lund is a man known to many.", "a man"),
    ],
)
def test_a_verb_makes_no_source_of_who_says_nothing(text: str, nobody: str) -> None:
    assert nobody not in [said.source for said in said_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Lund said she could not comment on papers that she had not read.",
        "Lund said she thought it was late.",
        "Lund said the keeper is believed to have fled.",
        "The toll rose to 17, Lund said, up from 12 reported earlier.",
    ],
)
def test_what_a_speaker_says_of_saying_and_thinking_is_one_statement(text: str) -> None:
    assert [said.source for said in said_in(text)] == ["Lund"]


def test_a_second_verb_after_but_has_the_subject_of_the_first() -> None:
    text = "The guild's clerk, Ada Pell, confirmed that two boats had come but said they “did not stop”."
    assert ("said", ("they “did not stop”",)) in [said[1:] for said in said_in(text)]
    assert {said.source for said in said_in(text)} == {"The guild's clerk"}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The harbour boss over the weekend joked about the flood.", ["The harbour boss"]),
        ("The ministry for three weeks had refused to discuss the sale.", ["The ministry"]),
        ("The plan drew scorn from farmers, who called it a theft and vowed to sue.", ["farmers, who", "farmers, who"]),
        ("It needs the votes of six senators who have criticized the toll.", ["six senators who"]),
        ("Lund continued to insist the dam was safe.", ["Lund"]),
        ("Lund went so far as to say Berg should leave.", ["Lund"]),
        ("The town has critics accusing the mayor of theft.", ["critics"]),
        ("Police took a van covered in stickers supporting the toll and criticizing farmers.", []),
        ("The council had yet identified which roads may be closed.", []),
        ('Lund said she "certainly" did not call the plant unsafe.', ["Lund"]),
        ("It was, as all saw, a nod to Berg's previous call for a curfew.", ["Berg"]),
        ('Asked point-blank, "Is that your boat?" Lund replied, "It is not."', ["Lund"]),
        ("The parcels listed an office in Arle as the sender.", []),
        ("Her remarks echoed those of the mayor.", []),
        ("Bridge Toll Scandal: Mayor Breaks Silence", []),
    ],
)
def test_who_speaks_is_whoever_can(text: str, sources: list[str]) -> None:
    assert [said.source for said in said_in(text)] == sources


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("When he interviewed Dunn, Lund reminded viewers that it was late.", {("Lund", "that it was late")}),
        ("The group found columns that Lund wrote while a student.", set()),
        ("It is less than half of what farmers say they need every year.", set()),
        ("A host was intent on getting answers.", set()),
        ("There are groups in the state that threw a party.", set()),
        ("Dunn apologized when they were found, saying they were old.", {("Dunn", "they were old")}),
        ("Ruud said Sunday in Arle, Norland, that he was late.", {("Ruud", "that he was late")}),
        (
            "Ruud admits that farmers have a point, but ultimately Aalto thinks they are wrong.",
            {("Ruud", "that farmers have a point"), ("Aalto", "they are wrong")},
        ),
        ("Exit polling shows Ruud won in Arle.", {("Exit polling", "Ruud won in Arle")}),
        ("Lund said he was warning of a storm.", {("Lund", "he was warning of a storm")}),
        (
            "The guild will propose a fund, according to a guild official who was not allowed to speak.",
            {("a guild official", "The guild will propose a fund")},
        ),
    ],
)
def test_what_is_said_and_by_whom(text: str, said: set[tuple[str, str]]) -> None:
    assert {(one.source, piece) for one in said_in(text) for piece in one.content} == said


@pytest.mark.parametrize(
    "text",
    [
        "It is important to remember that clubs are no towns.",
        "The things he wants to do appeal to everybody.",
        "Two rivals share the port for a chance of beating Dunn and denying her a win.",
        "Dunn met the crowd, answering general questions from the shore.",
    ],
)
def test_deeds_and_what_nobody_in_particular_says(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ruud credited Dunn with holding the town together through the crisis, the loss, and the fears over war.",
            ("Dunn with holding the town together through the crisis, the loss, and the fears over war",),
        ),
        (
            "It was due to the “impact,” Dunn said, that he has had on the town.",
            ("It was due to the “impact,”", "that he has had on the town"),
        ),
        ("“I will stay,” Dunn said, during a meeting with the crew.", ("“I will stay,”",)),
    ],
)
def test_lists_and_halves_are_whole(text: str, content: tuple[str, ...]) -> None:
    assert said_in(text)[0].content == content


def test_a_clause_in_which_an_inverted_speaker_stands_keeps_its_second_half() -> None:
    (claim,) = summarize("It is clear, said Mayor Ada Pohl, that nobody checked the pump.", engine="extractive").claims
    assert claim.text.rstrip(".") == "It is clear that nobody checked the pump"


@pytest.mark.parametrize(
    "text",
    [
        "As the day went on, Lund was pressed to explain the gap.",
        "Several towns have recently rejected bills painted as unfair.",
        "Reed is challenging Lund for the seat in the council.",
        "The guild responded with the lawsuit Lund announced that same day, on Monday.",
    ],
)
def test_what_only_happens_is_no_statement(text: str) -> None:
    assert not summarize(text, engine="extractive").claims


@pytest.mark.parametrize(
    "text",
    [
        "Ben Carlon responded on Sunday to accusations that he stretched the story of his life.",
        "Sand agreed to debate in the very hall he proposed two weeks ago.",
        "The attacks highlight the threat of the floods.",
        "The strict laws in Norland guaranteed that the raiders would go free.",
    ],
)
def test_what_somebody_answers_or_a_deed_shows_is_not_said(text: str) -> None:
    assert not summarize(text, engine="extractive").claims


def test_who_responds_that_something_is_so_says_it() -> None:
    (claim,) = summarize("Ben Carlon responded in a letter that the class was late.", engine="extractive").claims
    assert claim.text.rstrip(".") == "the class was late"


@pytest.mark.parametrize(
    "text",
    [
        "He cannot do what he promises to do.",
        "Her tears failed to convince the court that the gate was shut.",
        "The keeper likes to tell stories at dusk.",
        "The crowds were short of the 50,000 that the guard estimated before the feast.",
        "He does not pretend that his campaign will continue if it rains.",
        "She tried to take it back a week after he wrote them, but gave up.",
        "The hall was full, as she said at the outset - and the gate was shut.",
        "Pell ran as a baker and declared himself an independent in May.",
        "Half of all reported thefts have come from the harbour.",
        "The tricks that Lund accused the guild's crew of playing are not new.",
        "A German warning about a flood serves as a reminder.",
        "The poll underscores the link between the two.",
    ],
)
def test_deeds_and_what_is_not_said_make_no_statement(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "While Lund, Pell and chairman Owen Dorn have spent the week trying to tell the town that there is nothing "
            "to see, there is, in fact, plenty.",
            {("Lund, Pell and chairman Owen Dorn", "that there is nothing to see")},
        ),
        (
            "Given her hard line on the port, which she sees as part of a bargain, the aim for Pell is to wait.",
            {("she", "as part of a bargain")},
        ),
        ("Three of them claim to object in part to the plan for dikes: Ada Lund, Karim Dorn and Owen Pell.", set()),
        ("Lund objected in writing: the mill was too close.", {("Lund", "the mill was too close")}),
        (
            "Both spoke – Pell saying he was “very pleased” and Dorn calling it a “great day.”",
            {("Pell", "he was “very pleased”"), ("Dorn", "it a “great day.”")},
        ),
        (
            "Seeing the gap between the plans, Lund's inner circle believes that she may set the terms.",
            {("Lund's inner circle", "that she may set the terms")},
        ),
    ],
)
def test_a_statement_ends_where_another_clause_begins(text: str, said: set[tuple[str, str]]) -> None:
    assert {(one.source, one.content[-1]) for one in said_in(text)} == said


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "For an hour Pell sat with Rosa Dorn, who only last month surprised all by saying that it was late.",
            "Rosa Dorn, who",
        ),
        ("After a meeting with Ada Lund, who said the tax was a theft, the crowd left.", "Ada Lund, who"),
        ("He picked a man in step with Ada Lund, who believes the tax is a theft.", "Ada Lund, who"),
        ("A lawyer with Lund & Pell, who said the tax was a theft, left.", "A lawyer with Lund & Pell, who"),
        ("The mother of Milo Reyes, who said she would wait, left.", "The mother of Milo Reyes, who"),
        ("Ada Lund, 34, who said the tax was a theft, left.", "Ada Lund, 34, who"),
        ("Ada Lund, 34, a potter, who said the tax was a theft, left.", "Ada Lund, 34, a potter, who"),
        ("A woman, 24, who said the tax was a theft, left.", "A woman, 24, who"),
        ("Lund, 61, who has always denied the charge, left.", "Lund, 61, who"),
        ("They may call the Minister of Works, Anders Hythe, who has said he will come.", "Anders Hythe, who"),
        ("We do not rule out calling the Dean of Orsk, Mira Quill, who said it was late.", "Mira Quill, who"),
        ("It went to a clerk from Ostby, Norland, who said it was late.", "a clerk from Ostby, Norland, who"),
        ("“It scares me,” Harry Brandt, 30, of Tilby, N.C., who had voted early, said.", "Harry Brandt"),
        ("“It scares me,” Harry Brandt, of Tilby, Ohio, who voted, said.", "Harry Brandt"),
    ],
)
def test_who_is_meant_by_a_relative_clause(text: str, source: str) -> None:
    assert [one.source for one in said_in(text)] == [source]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("As Joel Pollard reported after the guild appears to have left the mill, nobody was there.", set()),
        ("As she spoke, eerie video credited to Lantern TV showed groups of fighters.", {"groups of fighters"}),
        ("The Bell reported that night Ex-mayor Pell was late.", {"Ex-mayor Pell was late"}),
        ("The Bell reported that nights were late.", {"that nights were late"}),
        ("My father referred to Milo Lund as Milo Loon, I knew this was wrong.", {"Milo Lund as Milo Loon"}),
        ("Her aunt died years ago of gout, which confirmed what Ada knew.", set()),
        ("He tried on Monday to ease spreading Norland worries about the noisy vote.", set()),
        ("He is the sort of keeper who's thought long and hard on dams.", set()),
        ("It has always been awkward for growers to say that the guild is the problem.", set()),
        ("The guild said about 200 crews were out.", {"about 200 crews were out"}),
    ],
)
def test_what_stands_near_a_cue_and_is_not_said(text: str, said: set[str]) -> None:
    assert {one.content[-1] for one in said_in(text)} == said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Whether the kiln holds will be known, Pell reckons, within a week.",
            "Pell",
            "Whether the kiln holds will be known",
        ),
        ("Oona Pell, 61, recalls a red cart at the well.", "Oona Pell", "a red cart at the well"),
        ("The board has warned the town of fines if it rains.", "The board", "of fines if it rains"),
        ("Varn insist the keeper will stay.", "Varn", "the keeper will stay"),
        ("Dealers had on average expected 1.4 billion.", "Dealers", "1.4 billion"),
        ("The brewer felt the cask had been moved.", "The brewer", "the cask had been moved"),
        ("He's also praising the keeper.", "He", "the keeper"),
        ("Oona Pell urged caution.", "Oona Pell", "caution"),
        ("The board pledged support for the brewers.", "The board", "support for the brewers"),
        (
            "Police have asked anyone with photographs to come forward.",
            "Police",
            "anyone with photographs to come forward",
        ),
        ("The clerk has always maintained her innocence.", "The clerk", "her innocence"),
        ("The organising board calls that figure “a joke”.", "The organising board", "that figure “a joke”"),
        ("On a forum, one brewer calls the kiln “a joke”.", "one brewer", "the kiln “a joke”"),
        ("Her clerk emailed to say the kiln was cold.", "Her clerk", "the kiln was cold"),
        ("Her clerk announced, to nobody in particular, that it was cold.", "Her clerk", "that it was cold"),
        ("Counsel to the inquiry, Oona Pell, said that it was cold.", "Counsel to the inquiry", "that it was cold"),
        ("The kiln was cold, a public inquiry has been told.", "", "The kiln was cold"),
        ("Files seen by the Post suggest at least ten are dead.", "Files", "at least ten are dead"),
        ("She went on to praise the keeper.", "She", "the keeper"),
        ("Oona Pell — who led the crews — supports a second kiln.", "Oona Pell", "a second kiln"),
        ("An email shows the board sent ten clerks.", "An email", "the board sent ten clerks"),
        ("It rained all day, with Radio Varn reporting more than 10 floods.", "Radio Varn", "more than 10 floods"),
        ("Brewers complain of early frost and say the kiln is cold.", "Brewers", "early frost"),
        ("“A farce” is what Pell called it.", "Pell", "“A farce”"),
        ("A clerk wants Pell banned from the hall.", "A clerk", "Pell banned from the hall"),
        ("Pell was blunt: the kiln is dead.", "Pell", "the kiln is dead"),
        ("The kiln is dead, Pell fears.", "Pell", "The kiln is dead"),
        ("The kiln is dead, it is feared.", "", "The kiln is dead"),
        ("The kiln is dead, it has emerged.", "", "The kiln is dead"),
        ("Rumour has it that the kiln is dead.", "", "that the kiln is dead"),
        ("There's a widespread belief that the kiln is dead.", "", "that the kiln is dead"),
        ("Pell's message was clear: the kiln is dead.", "Pell", "the kiln is dead"),
        ("Pell is convinced the kiln is dead.", "Pell", "the kiln is dead"),
        ("The brewers backed the plan.", "The brewers", "the plan"),
        ("Witnesses report smoke over the quay.", "Witnesses", "smoke over the quay"),
        ("She and a cousin write that the kiln was cold.", "She and a cousin", "that the kiln was cold"),
        (
            "The minutes of the meeting of the board show that it rained.",
            "The minutes of the meeting of the board",
            "that it rained",
        ),
        (
            "It rained. A clerk of the court described the kiln as a danger to those who pass it.",
            "A clerk of the court",
            "the kiln as a danger to those who pass it",
        ),
    ],
)
def test_more_subjects_and_objects_of_saying(text: str, source: str, content: str) -> None:
    assert (source, (content,)) in [(said.source, said.content) for said in said_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Varn Motors recalls 400 vehicles over brakes.",
        "The clerk felt a hand on his arm.",
        "The clerk felt the ground shake.",
        "Dealers had expected 40 guests.",
        "The Post has requested comment from the brewer.",
        "The clerk maintains the lamps.",
        "The clerk backed her up. The clerk, who is backed by the guild, left.",
        "The sky was clear: stars stood over the quay.",
        "She hammered a nail into the door.",
        "It was clear, it was quiet.",
        "They hold that they should support it. Rain fell, supporting the growth of hops.",
    ],
)
def test_deeds_with_such_words_say_nothing(text: str) -> None:
    assert [said for said in said_in(text) if said.cue != "hold"] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Lund responded with words that might have come from Pell: “Do not bring that up here.”",
            {"“Do not bring that up here.”"},
        ),
        ("Lund said on Monday that could not be true.", {"that could not be true"}),
        ("When a man tells a guest that he is late, he is wrong.", set()),
        ("When a man told Lund that he was late, he was wrong.", {"that he was late"}),
        ("Growers want women to stop “moaning” when women speak up.", {"women to stop “moaning”"}),
        (
            "In talks, Lund dismissed critics who called the plan a sham.",
            {"critics who called the plan a sham", "the plan a sham"},
        ),
    ],
)
def test_what_is_only_near_to_a_cue_or_talked_of_is_not_said(text: str, said: set[str]) -> None:
    assert {one.content[-1] for one in said_in(text)} == said


def test_those_whom_a_verb_is_about_are_not_who_does_it() -> None:
    sources = [one.source for one in said_in("In talks, Lund dismissed critics who called the plan a sham.")]
    assert sources == ["Lund", "critics who"]


def test_what_is_apposed_belongs_to_whoever_judges_it() -> None:
    said = said_in("The mayor vowed to relight the kiln by 2030, a pledge critics described as empty.")
    assert ("critics", ("a pledge", "as empty")) in [(one.source, one.content) for one in said]


@pytest.mark.parametrize(
    "text",
    [
        "A plan offering that sum reached the board.",
        "The vote is on Monday, with Ada Lund and Owen Pell expected to win.",
    ],
)
def test_what_is_offered_or_expected_of_somebody_is_not_said(text: str) -> None:
    assert said_in(text) == []


def test_what_is_reported_on_the_day_of_something_ends_where_that_begins() -> None:
    text = "On the very day that the Bell reports that the board sent letters, the hosts were silent."
    assert [one.content for one in said_in(text)] == [("that the board sent letters",)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Lund, asked whether the dam was safe, said it leaked.", ["it leaked"]),
        ("Mayor Lund, asked if the dam was safe, replied that it leaked.", ["it leaked"]),
        ("Lund's deputy, asked why the gate had failed, said: “It was old.”", ["It was old."]),
        ("Ada Lund, the mayor, asked whether the dam was safe.", ["Ada Lund asked whether the dam was safe"]),
        (
            "Ada Lund asked whether the dam was safe, and said it leaked.",
            ["Ada Lund asked whether the dam was safe", "it leaked"],
        ),
        (
            "On Friday, Ada Lund asked whether the dam, built in May, was safe.",
            ["Ada Lund asked whether the dam, built in May, was safe"],
        ),
    ],
)
def test_who_is_asked_asks_nothing(text: str, said: list[str]) -> None:
    assert [claim.text for claim in summarize(text, engine="extractive").claims] == said


@pytest.mark.parametrize(
    "text", ["Ada Lund, asked for a prediction, smiled and left.", "Ada Lund, asked for a number, went to the door."]
)
def test_who_is_asked_for_something_asks_for_nothing(text: str) -> None:
    assert not said_in(text)


@pytest.mark.parametrize("text", ["Media Reports Reveal Reason For Loss", "Police reports show a rise in theft."])
def test_reports_may_be_what_shows_something(text: str) -> None:
    ((source, _, _),) = said_in(text)
    assert source.lower().endswith("reports")


def test_whoever_reports_something_is_the_source() -> None:
    ((source, _, content),) = said_in("The guild reports delays.")
    assert (source, content) == ("The guild", ("delays",))


def test_a_clause_is_no_subject_of_what_is_shared() -> None:
    said = said_in("The guild denied rumours, widely shared on Chirp, that taps would be shut.")
    assert [one.source for one in said] == ["The guild"]


def test_whose_team_claims_to_have_won_is_the_source() -> None:
    said = said_in("Ada Lund’s team claims to have settled the matter.")
    assert [(one.source, one.content) for one in said] == [("Ada Lund’s team", ("to have settled the matter",))]


def test_one_of_two_says_something_of_its_own() -> None:
    text = "One crew says “Row!” The other says “Sail!” The former says “Now!”"
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("One crew", ("“Row!”",)),
        ("The other", ("“Sail!”",)),
        ("The former", ("“Now!”",)),
    ]


@pytest.mark.parametrize("opening", ["In a video posted on Chirp", "In a letter published in the Arle Post"])
def test_where_words_stand_says_nothing(opening: str) -> None:
    (claim,) = summarize(f"{opening}, keeper Ada Lund wrote: “The lamp is out.”", engine="extractive").claims
    assert (claim.source.name, claim.text) == ("Ada Lund", "The lamp is out.")


def test_after_as_and_after_a_verb_has_its_subject() -> None:
    assert [said.source for said in said_in("After the keepers opposed a rise, Lund left.")] == ["the keepers"]


@pytest.mark.parametrize("aside", ["– wrongly –", "- falsely -"])
def test_a_judgement_between_dashes_parts_no_cue_from_what_is_said(aside: str) -> None:
    (claim,) = summarize(f"Lund said in July {aside} that the harbour was shut.", engine="extractive").claims
    assert (claim.source.name, claim.text) == ("Lund", "the harbour was shut")


@pytest.mark.parametrize("text", ["Nothing in the note says that it is late.", "Everything Lund said was late."])
def test_what_nothing_says_and_what_is_said_of_everything(text: str) -> None:
    assert said_in(text) == []


def test_that_nothing_was_true_is_said() -> None:
    text = "Nothing she said was true, Lund wrote."
    assert [(said.source, said.content) for said in said_in(text)] == [("Lund", ("Nothing she said was true",))]


def test_what_somebody_wrote_and_did_is_not_said() -> None:
    assert said_in("He wrote songs, sang in inns and fed the gulls.") == []


@pytest.mark.parametrize("verb", ["hopes", "claims", "projects"])
def test_a_campaign_that_has_a_name_speaks(verb: str) -> None:
    (claim,) = summarize(f"The Sunder campaign {verb} that it would raise ten million.", engine="extractive").claims
    assert claim.source.name == "Sunder campaign"


def test_the_plans_of_a_campaign_are_no_statement() -> None:
    assert (
        summarize("The Sunder campaign claims were lost. The Sunder attack plans burnt.", engine="extractive").claims
        == ()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Few trees grew there. This suggests that the hunters were fond of tools.",
        "The king held back loan guarantees to help the farmers.",
        "The guild’s first comments on the vote came with flowers.",
        "Lund gave in, but no-one could predict that it would last.",
    ],
)
def test_what_is_no_speaker_says_nothing(text: str) -> None:
    assert said_in(text) == []


def test_which_states_are_no_verb() -> None:
    assert [said.cue for said in said_in("Ann Fell then asked Lund which states specifically he could win.")] == [
        "asked"
    ]
    assert "states" in [said.cue for said in said_in("Lund read the report, which states that it was late.")]


def test_thought_leaders_are_not_what_somebody_thought() -> None:
    assert said_in("It fails because local thought leaders such as Berg are backing them up.") == []
    assert [said.source for said in said_in("Lund thought that Berg was backing them up.")] == ["Lund"]


def test_what_people_would_be_taken_for_is_not_said() -> None:
    assert said_in("The panel had few people whom readers would consider experts.") == []
    assert said_in("It is a man whom many would call a hero.") == []
    assert [said.source for said in said_in("Lund is a man whom critics call a fraud.")] == ["critics"]


@pytest.mark.parametrize(
    "marked",
    [
        # who is told, or looks moved, says nothing himself
        "Lund, 61, showed no remorse as {Judge Ada Roe} <told> him [that he had lied].",
        "{Lund}, told that the gate was shut, <said> [it was late].",
        # "read" may be a participle: what is read out in court is said by who wrote it
        "In a statement read to the jury, {Ada Lund} <said>: [“He was kind.”]",
        "In a letter read out in court, {the keeper's widow}, Ada, <said> [that he was kind].",
        # what is called so stands before who calls it so
        "Arle had a win that {coach Bo Roe} <called> [a fluke].",
        "It was a vote that {the guild's head} <called> [“a farce”].",
    ],
)
def test_who_is_told_or_read_out_is_not_who_says_it(marked: str) -> None:
    assert said_in(without_marks(marked)) == [marked_words(marked)]


def test_who_did_as_promised_says_nothing_of_what_came_of_it() -> None:
    assert said_in("Lund left as he had promised, and in return the guild gave him a boat.") == []
    assert said_in("As Lund had ordered, the crew left.") == []
    assert [one.source for one in said_in("As Lund had warned, the pier fell.")] == ["Lund"]
    assert [one.source for one in said_in("As Lund promised to close the pier, sailors cheered.")] == ["Lund"]


def test_a_letter_goes_to_somebody_and_code_to_nobody() -> None:
    assert said_in("In May she had written code for a winch that the guild was still using.") == []
    assert [one.content for one in said_in("Lund wrote the mayor that it was late.")] == [("that it was late",)]


@pytest.mark.parametrize(
    "text",
    [
        "Lund sat down, challenging her rivals to prove to her that the harbour is not the best on the coast.",
        "Lund dared the guild to show that the ferry was late.",
        "Lund urged the guild to admit that the ferry was late.",
    ],
)
def test_what_others_are_asked_to_say_is_not_said_by_who_asks(text: str) -> None:
    assert not any(said.cue in {"prove", "show", "admit"} for said in said_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "It was a slow and calculated turn from a course that had served her well.",
        "It was a measured and considered answer from the club.",
    ],
)
def test_a_participle_that_describes_a_noun_is_no_cue(text: str) -> None:
    assert said_in(text) == []


def test_after_an_and_a_verb_still_says_something() -> None:
    assert [said.cue for said in said_in("The guild met and considered the vote a farce.")] == ["considered"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The guild wants women, so having more women sailors directly supports the plan.", []),
        ("The guild of sailors backs the plan of Ada Lund.", ["The guild of sailors"]),
        ("But if those sailors cared for it, they would discuss the lack of pay.", []),
        (
            "The council that sets tolls for boats, known as the Arle Council, recently announced how high they are.",
            ["The council"],
        ),
        ("A study from June showed just how old the pier was.", ["A study"]),
    ],
)
def test_the_subject_agrees_with_its_verb(text: str, sources: list[str]) -> None:
    assert [one.source for one in said_in(text)] == sources


def test_who_is_caused_to_say_it_may_be_described() -> None:
    text = "The flood prompted Ada Lund, who lives on the quay, to say that the wall was old."
    assert [said.source for said in said_in(text)] == ["Ada Lund"]


def test_what_somebody_has_shown_is_not_said() -> None:
    assert said_in("Lund is likely to come to the fair, as she has demonstrated in recent years.") == []
    assert [said.source for said in said_in("The pier is weak, as the tests have shown.")] == ["the tests"]


@pytest.mark.parametrize("signs", ["All signs", "Several indications"])
def test_signs_say_nothing(signs: str) -> None:
    assert said_in(f"{signs} pointed to a leak in the hull.") == []


def test_a_who_without_a_comma_behind_it_goes_on() -> None:
    said = said_in("Lund met Ann Roe, who opened her door on Sunday and said she would sail.")
    assert [one.source for one in said] == ["Ann Roe, who"]
    said = said_in("Lund met Ann Roe, who opened her door, and said she would sail.")
    assert [one.source for one in said] == ["Lund"]


def test_a_noun_that_somebody_dismisses_is_no_part_of_the_name() -> None:
    text = "The guild asked the port to wait, a request Oona Pell dismissed on Monday as “not serious”."
    claims = {(one.source.name, one.text) for one in summarize(text, engine="extractive").claims}
    assert ("Oona Pell", "Oona Pell dismissed a request as “not serious”") in claims
    assert ("guild", "The guild asked the port to wait") in claims
    said = said_in("Marsh said the wall was safe, a claim Oona Pell disputed.")
    assert [(one.source, one.content) for one in said] == [
        ("Marsh", ("the wall was safe",)),
        ("Oona Pell", ("the wall was safe",)),
    ]


def test_a_participle_before_a_noun_says_nothing() -> None:
    assert said_in("Marsh keeps a large pledged legacy of crowns in the bank.") == []
    assert [one.source for one in said_in("A quiz asked readers to guess.")] == ["A quiz"]


@pytest.mark.parametrize("day", ["Black Friday", "Super Tuesday"])
def test_the_name_of_a_day_is_not_who_shows_something(day: str) -> None:
    assert said_in(f"The view of {day} showed both sides.") == []


def test_so_many_is_part_of_what_is_said() -> None:
    assert [one.content for one in said_in("Pell said so many guests came that the pier shook.")] == [
        ("so many guests came that the pier shook",)
    ]


def test_this_before_a_noun_is_no_time() -> None:
    assert [one.content for one in said_in("Pell called this a farce.")] == [("this a farce",)]
    assert [one.content for one in said_in("Pell said this week that it was late.")] == [("that it was late",)]


def test_a_second_speaker_behind_a_quotation_ends_it() -> None:
    said = said_in("Nine farmers said “not too late” and two farmers said “not late at all.”")
    assert [one.content for one in said] == [("“not too late”",), ("“not late at all.”",)]


def test_an_object_of_a_verb_in_a_series_does_not_say_what_stands_before() -> None:
    text = "His talk — in which he joked about the mill, cited his role in a film and sang — was long."
    assert [one.source for one in said_in(text)] == ["he"]


def test_who_comes_from_a_town_in_a_land_is_not_the_land() -> None:
    said = said_in("“It is late,” said Alan Bruun, a potter from Ostby, New Norland, who said he was ill.")
    assert said[1].source.startswith("Alan Bruun")


def test_a_second_verb_of_a_relative_clause_ends_with_it() -> None:
    said = said_in("Sanne, who backed the mayor in May and said he would sail with him, did not come.")
    assert said[-1].content == ("he would sail with him",)
