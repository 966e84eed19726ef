import pytest

from summarizer import compare
from summarizer.comparison.likeness import contents
from summarizer.comparison.negations import polarity
from summarizer.comparison.opposition import denies_saying, is_taken_back, may_oppose, opposition, say_otherwise
from summarizer.comparison.terms import Weights
from tests.comparison.outlets import passage, told


def opposed(one, two):
    said = [passage(text, name, **more) for (text, more), name in ((one, "a"), (two, "b"))]
    weights = {each.article: Weights([each.terms]) for each in said}
    return opposition(*contents(said, weights), alike=1.0)


def test_shares_of_those_who_were_asked_do_not_contradict_one_another():
    for one, two in (("54 percent of weavers", "21 percent"), ("A strong majority of weavers", "a third of weavers")):
        said = [
            passage("they pay attention to the weir", "a", speaker=one),
            passage("they pay no attention to the weir", "a", speaker=two, start=90, end=123, sentence=90),
        ]
        assert not may_oppose(*said)
        assert may_oppose(said[0]._replace(speaker="Edda Lorn"), said[1])


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("that the lift had been overloaded", {"stance": "denies"}), ("the lift was overloaded", {})),
        (("the sluice gauge did not work", {}), ("the sluice gauge worked", {})),
        (("none of the solvent had reached the canal", {}), ("the solvent reached the canal at dawn", {})),
        (("the lift passed its safety inspection in May", {}), ("the lift failed its inspection in May", {})),
        (("we were never told of any rot in the beams", {}), ("she had warned the firm about rot in the beams", {})),
        (("nobody had ever warned her about the boiler", {}), ("the mayor was warned about the leaking boiler", {})),
        (("there had been no inspection since 2021", {}), ("the wharf was inspected in May", {})),
        (("divers found no sign of rot in the beams", {}), ("rot had spread in the beams", {})),
        (("the council never received a warning from the diver", {}), ("I warned the council, the diver said", {})),
        (("the frost was the likely cause of the burst sluice", {}), ("the frost was not the cause of the burst", {})),
        (("the canal water is unsafe for bathers", {}), ("the canal water is safe for bathers", {})),
        (("the emergency sluice gauge had worked", {}), ("the emergency sluice gauge failed", {})),
        (("the sluice gate could not be opened", {}), ("the sluice gate had opened", {})),
        (("thefts of geese had gone down in Orsk", {}), ("thefts of geese in Orsk had risen", {})),
        (("the guild has the votes for a new weir", {}), ("the guild lacks the votes for a new weir", {})),
        (("no toll had been demanded and none would be paid", {}), ("the reeve had demanded a toll", {})),
        (
            ("him of having burned the receipts", {"stance": "accuses"}),
            ("that any receipt was burned", {"stance": "denies"}),
        ),
        (("the reeve has the votes", {}), ("that she does not have the votes for the weir", {})),
        (("the reeve has the votes", {}), ("that she lacks the votes", {})),
        (("the smuggling charges against the miller were dropped", {}), ("the miller faces smuggling charges", {})),
        (("Olek Moss holds a Silver Cross", {}), ("that Moss never received a Silver Cross", {})),
        (("the weir bell rang at dawn and the reeve came at once", {}), ("the weir bell never rang", {})),
    ],
)
def test_a_denial_a_negation_and_words_that_exclude_one_another_oppose(one, two):
    assert opposed(one, two)
    assert opposed(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the sluice gauge did not work", "none of the sluice gauges worked"),
        ("the water is not safe tonight", "the water is safe again"),
        ("the sluice may not hold", "the sluice held"),
        ("he did not know the sluice keeper", "the sluice keeper was seen at dawn"),
        ("I did not open the sluice", "the sluice was opened at night"),
        ("the sluice will not reopen before Friday", "the sluice reopened on Friday"),
        ("the lift failed", "apples were cheap"),
        ("it had not been consulted", "the diet had paid the reeve 900 guilders through a consulting firm in Velm"),
        ("the millers were left without a roof", "the millers had lost a roof"),
        ("it had not heard of any complaint", "We heard hammering, the diver said"),
        ("nobody had told her of the raid", "six smugglers were killed in the raid and one was caught"),
        ("We launched no raid on the mill", "the board began an inquiry into a raid that killed the miller"),
        ("We launched no raid on the mill", "the raid on the mill killed the old miller"),
        ("no Danes died in a raid in Tolm", "the sheds are used by smugglers who take part in raids on Danes in Tolm"),
    ],
)
def test_what_may_be_compatible_does_not_oppose(one, two):
    assert not opposed((one, {}), (two, {}))


def test_a_spokesman_who_dismisses_something_as_a_prank_does_not_deny_a_prank():
    said = {"stance": "denies", "sentence_text": "He dismissed the episode as a prank."}
    assert not opposed(("the episode as a prank", said), ("It was a prank", {}))


def test_what_is_denied_is_negated():
    plain = polarity("the lift was overloaded", denied=False)
    assert plain.affirmed == polarity("the lift was overloaded", denied=True).negated
    assert not plain.negated


def test_orders_interjections_and_what_is_too_much_contradict_nobody():
    assert not opposed(("Don't open the sluice", {}), ("the keeper opened the sluice", {}))
    assert not opposed(("No, I meant the sluice was open", {}), ("I meant the sluice was open", {}))
    assert not opposed(("the vote was too close to call", {}), ("they call the vote close", {}))


def test_a_passage_does_not_oppose_one_within_it():
    text = "the gauge did not work, the keeper said the gauge worked"
    inner = passage("the gauge worked", "a", start=39, end=55)
    weights = {"a": Weights([passage(text).terms])}
    assert opposition(*contents([passage(text), inner], weights), alike=1.0) is None


def test_what_has_not_been_since_a_year_may_have_been_before_it():
    assert not opposed(("there had been no inspection since 2021", {}), ("the wharf was inspected in 2019", {}))


def test_alike_passages_of_which_one_says_no_say_otherwise():
    said = [passage("the canal water is not safe", "a"), passage("the canal water is safe", "b")]
    assert say_otherwise(*contents(said, {name: Weights([]) for name in "ab"}))
    assert not say_otherwise(*contents([said[0], said[0]], {"a": Weights([])}))


def test_one_thing_of_two_days_is_opposed_and_two_things_are_not():
    one, two = "the letter about the sluice gauge arrived on Monday", "the letter about the sluice gauge came on Friday"
    said = [passage(one, "a"), passage(two, "b")]
    found = opposition(*contents(said, {name: Weights([]) for name in "ab"}), alike=1.5)
    assert found is not None
    assert "Monday" in found.reason
    assert not opposed(("the sluice opened on Monday", {}), ("the keeper was paid on Friday", {}))


def test_what_is_denied_is_more_than_the_thing_that_both_name():
    denial = (
        "that she had agreed to shut the old naval yard for a tramway from the brewery to the quay",
        {"stance": "denies"},
    )
    assert not opposed(denial, ("she spoke of the old naval yard", {}))
    assert opposed(denial, ("she agreed to shut the naval yard for a tramway", {}))
    assert opposed(("the pump was read not in April but in May", {}), ("the pump was read in April", {}))


def test_one_sentence_of_many_things_does_not_oppose_a_few_words():
    many = (
        "the lock keepers of nine villages, who had mended the eastern towpath after the storms of winter, told "
        "the board that grain barges and dredgers were moored beneath the castle, that the chapel roof was dry, that "
        "sheep grazed on the levee, and that the sluice gauge worked"
    )
    assert not opposed((many, {}), ("the gauge did not work", {}))
    assert opposed(("the sluice gauge worked", {}), ("the gauge did not work", {}))


def test_what_those_asked_chose_is_not_said_of_anybody():
    asked = "When asked what counts, a fifth of the villagers chose a reeve who is kind and honest"
    assert not opposed((asked, {}), ("the reeve is not kind and honest", {}))


def test_who_dismisses_a_plan_does_not_say_that_there_is_none():
    said = {
        "stance": "denies",
        "sentence_text": "On Monday she dismissed his steps to mend the naval sluice.",
        "start": 24,
    }
    assert not opposed(("his steps to mend the naval sluice", said), ("his steps to mend the naval sluice help", {}))


def test_not_yet_is_no_less_than_not_at_one_time():
    def found(other):
        one = passage("the guild has not yet signed the lease of the mill", "a", start=0)
        two = passage("the guild signed the lease of the mill", other, start=90, end=130)
        weights = {each.article: Weights([each.terms]) for each in (one, two)}
        return opposition(*contents((one, two), weights), alike=1.0)

    assert found("a")
    assert not found("b")


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Correction: Radio Orsk reported that nine rafters had died.", True),
        ("Correction: an earlier page said that the weir had been blown up.", True),
        ("Correction: the weir is at Velm.", False),
        ("Edda Lorn said that nine rafters had died.", False),
    ],
)
def test_what_an_article_takes_back_is_told_by_nobody(text, is_wrong):
    assert is_taken_back(text) is is_wrong


WEIR = "Weir at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market of Orsk.\n\n"


@pytest.mark.parametrize(
    ("one", "two", "is_conflict"),
    [
        (
            "Edda Lorn said that contact had been made with the rafters.",
            "Olek Moss denied that there had ever been contact with the rafters.",
            True,
        ),
        (
            "The sluice was inspected in August, Edda Lorn said.",
            "The inspection of August was never carried out, Olek Moss said.",
            True,
        ),
        ("A man of 80 died, his daughter said.", "Olek Moss said that nobody had died of the flood.", True),
        (
            "Correction: Radio Orsk reported that nine had died.",
            "Olek Moss said that nobody had died of the flood.",
            False,
        ),
    ],
)
def test_who_says_in_few_words_that_there_was_none_is_opposed_to_one(one, two, is_conflict):
    made = compare([told(WEIR + one, "a"), told(WEIR + two, "b")])
    assert ("conflict" in {fact.verdict for fact in made.facts}) is is_conflict


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("he had never said that there was no oil in the lamp", True),
        ("she has not spoken of a toll", True),
        ("the guild had not promised a barge", True),
        ("it had never spoken with the miller", False),
        ("there was no oil in the lamp", False),
    ],
)
def test_who_has_not_said_a_thing_says_not_that_it_is_so(text, is_denied):
    assert denies_saying(text) is is_denied


def test_who_has_not_said_a_thing_stands_on_no_side_of_it():
    texts = ("“There was no oil in the lamp,” said Olek Moss.", "Edda Lorn said that there had been oil in the lamp.")
    unsaid = "Olek Moss said he had never said that there was no oil in the lamp."
    made = compare([told(WEIR + text, name) for text, name in zip((*texts, unsaid), "abc", strict=True)])
    conflicts = [one for one in made.facts if one.verdict == "conflict" and "was said" not in one.reason]
    told_in = {mention.text for fact in conflicts for side in fact.sides for mention in side.mentions}
    assert any("no oil" in text for text in told_in)
    assert not any("never said" in text for text in told_in)
