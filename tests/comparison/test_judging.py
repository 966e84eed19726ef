from summarizer.comparison.accounts import Accounts
from summarizer.comparison.judging import judge_figures, judge_opposed, judge_statements
from summarizer.comparison.quantities import read_quantities
from summarizer.comparison.sources import SourceBook
from summarizer.comparison.updates import Order
from summarizer.contract.article import Article
from tests.comparison.outlets import passage


def numbers(*told):
    return [next(read_quantities(passage(text, article, speaker=who))) for text, article, who in told]


def accounts(**days):
    """What is known of sources and days; all passages with one speaker are one source's."""

    def is_one_event(*_):
        return True

    said = [passage("x", article, speaker="Edda Lorn", kind="person", claim="c") for article in "ab"]
    order = Order({name: Article(id=name, text="x", published=days.get(name)) for name in "ab"})
    others = [passage("y", article, speaker="Ilse Brandt", kind="person", claim="d") for article in "ab"]
    return Accounts(SourceBook([*said, *others], is_one_event), order)


def test_numbers_that_cannot_both_be_right_are_a_conflict_with_a_side_each():
    group = numbers(("Four people died", "a", "Ilse Brandt"), ("At least seven people died", "b", "Edda Lorn"))
    fact = judge_figures(group, accounts())
    assert (fact.verdict, [one.position for one in fact.answers]) == (
        "conflict",
        ["Four people", "At least seven people"],
    )
    assert fact.reason == "“Four people” and “At least seven people” cannot both be right"


def test_an_update_and_a_bound_agree_and_say_so():
    group = numbers(("Nine people died", "a", ""), ("11 people died", "b", ""))
    assert (
        judge_figures(group, accounts(a="2031-05-04", b="2031-05-05")).reason
        == "the later number is an update of the earlier one"
    )
    group = numbers(("At least nine people died", "a", ""), ("11 people died", "b", ""))
    assert judge_figures(group, accounts()).verdict == "agree"


def test_a_source_with_two_numbers_in_two_articles_cannot_be_told():
    group = numbers(("Nine people died", "a", "Edda Lorn"), ("Six people died", "b", "Edda Lorn"))
    fact = judge_figures(group, accounts())
    assert fact.verdict == "uncertain"
    assert "Edda Lorn" in fact.reason


def test_a_source_that_changed_its_account_is_said_to_have_done_so():
    group = numbers(("Nine people died", "a", "Edda Lorn"), ("Six people died", "b", "Edda Lorn"))
    fact = judge_figures(group, accounts(a="2031-05-04", b="2031-05-05"))
    assert (fact.verdict, fact.reason) == (
        "agree",
        "Edda Lorn changed the account: “Nine people”, then “Six people”",
    )


def test_one_article_and_one_voice_are_a_single_source():
    assert judge_statements([passage("The sluice held"), passage("The sluice was held")]).verdict == "single_source"
    two = judge_statements([passage("The sluice held", "a"), passage("The sluice held", "b")])
    assert (two.verdict, two.reason) == ("agree", "2 articles say so")


def test_opposed_passages_are_two_sides():
    sides = [[passage("It held", "a")], [passage("It broke", "b")]]
    fact = judge_opposed(sides, "one affirms what the other denies", accounts())
    assert (fact.verdict, len(fact.answers)) == ("conflict", 2)
    both = [[one._replace(speaker="Edda Lorn")] for side in sides for one in side]
    assert judge_opposed(both, "no", accounts()).reason == "no; Edda Lorn on both sides"


def test_many_numbers_or_several_in_one_sentence_are_rather_of_several_things():
    told = [f"It sold {number} lamps" for number in (3, 9, 27, 81, 243, 729)]
    group = [next(read_quantities(passage(text, "ab"[at % 2], speaker=str(at)))) for at, text in enumerate(told)]
    assert judge_figures(group, accounts()).verdict == "uncertain"
    both = [*read_quantities(passage("It sold 3 lamps and 90 lamps", "a"))]
    assert judge_figures(both, accounts()).verdict == "uncertain"


def test_the_question_of_numbers_has_none_of_them():
    group = numbers(("Four people died at the weir", "a", "Ilse Brandt"), ("that seven people died", "b", "Edda Lorn"))
    assert judge_figures(group, accounts()).text == "how many died: … people died at the weir"


def test_a_denial_is_an_answer_that_says_so():
    denied = passage("the pier had burned", "a", speaker="Edda Lorn", stance="denies")
    told = passage("the pier burned", "b", speaker="Ilse Brandt")
    fact = judge_opposed([[denied], [told]], "one affirms what the other denies", accounts())
    assert [one.position for one in fact.answers] == ["denied: the pier had burned", "the pier burned"]
    assert fact.text == "the pier burned"


def test_a_whole_clause_words_an_answer_rather_than_a_fragment():
    group = [
        passage("the envoy as a fraud", "a", speaker="Edda Lorn"),
        passage("that the envoy of Orsk was a fraud", "b", speaker="Edda Lorn"),
    ]
    assert judge_statements(group).text == "the envoy of Orsk was a fraud"


def test_a_source_with_two_prices_in_two_articles_contradicts_itself():
    group = numbers(
        ("The weir cost 9 million crowns", "a", "Edda Lorn"), ("It cost 6 million crowns", "b", "Edda Lorn")
    )
    fact = judge_figures(group, accounts())
    assert (fact.verdict, "Edda Lorn is quoted with" in fact.reason) == ("conflict", True)


def test_a_number_that_others_repeat_is_an_update_where_one_of_them_tells_it_later():
    told = [("Eleven people were hurt", "a", ""), ("14 people were hurt", "b", ""), ("14 people were hurt", "c", "")]
    order = Order(
        {
            "a": Article(id="a", text="x", published="2031-05-04"),
            "b": Article(id="b", text="x", published="2031-05-05"),
            "c": Article(id="c", text="x"),
        }
    )
    known = Accounts(SourceBook([], lambda *_: True), order)
    assert judge_figures(numbers(*told), known).verdict == "agree"
    at_once = [("Eleven people were hurt", "a", ""), ("14 people were hurt", "b", ""), ("14 people were hurt", "a", "")]
    assert judge_figures(numbers(*at_once), known).verdict == "conflict"


def test_what_articles_agree_on_is_worded_without_a_number_that_only_one_tells():
    title, told = passage("Flood wrecks barns in Orsk", "a"), passage("The flood wrecked 40 barns in Orsk", "b")
    assert judge_statements([title, told]).text == "Flood wrecks barns in Orsk"
    other = passage("The flood wrecked 30 barns in Orsk", "a")
    assert judge_statements([title, other, told]).text == "Flood wrecks barns in Orsk"
    same = passage("40 barns in Orsk were wrecked by the flood", "a")
    assert "40 barns" in judge_statements([same, told]).text
    assert judge_statements([title, passage("A flood of 2 hours wrecked barns", "a")]).verdict == "single_source"
