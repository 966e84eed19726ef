import pytest

from summarizer.comparison.terms import Weights, in_one_word, meaning_of, rarity, terms_of, weigh


def keys(text):
    return [term.key for term in terms_of(text)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("He will step down.", "He resigned."),
        ("twelve parcels", "a package"),
        ("The firemen came.", "Fire crews came."),
        ("Nine were killed.", "Nine dead."),
        ("The hall was refurbished.", "a renovation"),
        ("the break-in at the mill", "It was broken into."),
        ("The council signed off the plan.", "It gave its approval."),
    ],
)
def test_words_of_one_meaning_are_one_term(one, two):
    assert set(keys(one)) & set(keys(two))


def test_names_are_told_from_words_and_their_spellings_are_one():
    assert {term.key for term in terms_of("Rasool Weygand") if term.is_name} == {
        term.key for term in terms_of("Rasul Weygand")
    }


def test_numbers_are_no_terms_but_years_are():
    assert keys("In 1984, 250 lamps") == ["1984", *keys("lamps")]


def test_a_rare_word_that_few_sentences_have_says_most():
    sentences = [terms_of(text) for text in ("The weir broke.", "The weir was old.", "A gauge of the weir stuck.")]
    one = Weights(sentences)
    weight = weigh({meaning_of("weir"), "gaug"}, one, one)
    assert weight["gaug"] > weight[meaning_of("weir")]
    assert rarity("peopl") < 0.3 < rarity("gaug")


def test_a_phrase_becomes_the_word_that_means_the_same():
    assert in_one_word("never told of it") == "never warn it"


def test_the_month_of_march_is_no_march():
    assert not set(keys("in March")) & set(keys("They marched."))
    assert set(keys("a march")) & set(keys("They marched."))


def test_a_party_is_named_by_no_word_that_means_something_else():
    assert keys("a Democratic senator")[0] not in keys("The Democrats met.")


def test_words_of_one_stem_and_two_meanings_are_two_terms():
    pairs = [
        ("The pilots had been trained.", "The night train left."),
        ("It cost 9 million.", "The old mill closed."),
        ("the policy of the guild", "the police of the town"),
        ("a story of old", "the store was flooded"),
        ("The crowd sang.", "The hall was packed."),
        ("the new building", "the builder went bankrupt"),
    ]
    for one, two in pairs:
        assert not set(keys(one)) & set(keys(two)), one
    assert set(keys("Nine prisoners fled.")) & set(keys("the inmates"))
    assert set(keys("They were trained.")) & set(keys("no training"))
    assert rarity(keys("million")[0]) < 1
