from summarizer.comparison.likeness import best_clause, contents, likeness, share_enough, shared_weight
from summarizer.comparison.terms import Weights, terms_of
from tests.comparison.outlets import passage

# What else the articles say: that there was a weir is no news in them.
OTHERS = [terms_of(text) for text in ("The weir keeper is old", "The weir of Orsk", "Edda Lorn is the weir keeper")]


def alike(one, two, **more):
    passages = [passage(one, "a"), passage(two, "b")]
    weights = {each.article: Weights([each.terms, *OTHERS]) for each in passages}
    return likeness(*contents(passages, weights), **{"same_speaker": False, **more})


def test_other_words_for_one_fact_are_more_alike_than_another_fact():
    said = "The weir keeper opened the sluice at dawn"
    same = alike(said, "At dawn the sluice was opened by the keeper of the weir")
    other = alike(said, "The mayor visited the weir keeper in hospital")
    assert same > 1.6 > other


def test_common_figures_and_speakers_count():
    one, two = "Workers hauled 212 sandbags to the sluice", "Crews brought 212 sandbags"
    assert alike(one, two) > alike(one, two.replace("212", "90"))
    assert alike(one, two, same_speaker=True) > alike(one, two)


def test_nothing_in_common_is_zero_and_so_is_what_cannot_reach_the_least():
    assert alike("The sluice held", "Apples were cheap") == 0
    assert alike("The sluice held", "The sluice was painted green by volunteers", least=5.0) == 0


def test_one_rare_word_in_common_is_not_enough_where_both_say_more():
    def enough(one, two):
        passages = [passage(one, "a"), passage(two, "b")]
        return share_enough(*contents(passages, {each.article: Weights([each.terms]) for each in passages}))

    assert not enough("Volunteers counted the sandbags twice", "The baker gave away his last sandbags")
    assert enough("Volunteers counted the sandbags twice", "The sandbags were counted by volunteers")
    assert enough("The sandbags ran out", "Volunteers in Orsk had no sandbags left by noon")


def test_shared_words_count_where_they_stand_together():
    weight = {"spiral": 1.0, "lantern": 1.0}
    near = ["spiral", "lantern"]
    far = ["spiral", *"abcdefgh", "lantern"]
    assert best_clause(near, near, weight) == 2.0
    assert best_clause(near, far, weight) == 1.0
    passages = [passage("spiral lantern"), passage("lantern")]
    one, two = contents(passages, {"a": Weights([passages[0].terms])})
    assert set(shared_weight(one, two)) == {two.order[0]}


def test_a_name_and_a_day_in_common_are_one_person_and_no_fact():
    def enough(one, two):
        passages = [passage(one, "a"), passage(two, "b")]
        return share_enough(*contents(passages, {each.article: Weights([each.terms]) for each in passages}))

    assert not enough(
        "The firm paid the widow of Edda Lorn on Monday", "Edda Lorn kept geese and sang in the choir on Monday"
    )
    assert not enough("The cart came from Upper Velm at noon", "Sheep were driven over the ford of Upper Velm")
    assert enough("The widow of Edda Lorn was paid by the firm", "The firm paid Edda Lorn nothing, said her widow")


def test_of_two_long_passages_a_few_words_are_not_enough():
    def enough(one, two):
        passages = [passage(one, "a"), passage(two, "b")]
        return share_enough(*contents(passages, {each.article: Weights([each.terms]) for each in passages}))

    sluice = (
        "The sluice keeper painted the railings, mended a net, fed the geese and rowed past Orsk to the northern dyke"
    )
    other = "Near Orsk the northern dyke had sagged, a mason warned, after otters dug tunnels and the mortar crumbled"
    assert not enough(sluice, other)
    assert enough(
        sluice, "The keeper of the sluice mended a net and painted the railings before he fed the geese at Orsk"
    )


def test_the_small_words_inside_names_are_no_words_in_common():
    def enough(one, two):
        passages = [passage(one, "a"), passage(two, "b")]
        return share_enough(*contents(passages, {each.article: Weights([each.terms]) for each in passages}))

    assert not enough("Karim al-Hadd sold nine geese at noon", "The ferry of Karim al-Hadd was painted green")


def test_words_of_a_title_are_what_both_articles_are_about():
    title = terms_of("The great flood in the valley of Sarn")

    def enough(one, two):
        passages = [passage(one, "a"), passage(two, "b")]
        weights = {each.article: Weights([title, each.terms]) for each in passages}
        return share_enough(*contents(passages, weights))

    assert not enough(
        "The flood killed nine dykers in the valley of Sarn and broke the old mill",
        "After the flood in the valley of Sarn a baker took a loan",
    )
    assert enough("The flood killed nine dykers in the valley of Sarn", "Nine dykers were killed by the flood in Sarn")


def test_two_long_sentences_that_share_names_of_one_country_tell_of_two_things():
    def enough(one, two):
        passages = [passage(one, "a"), passage(two, "b")]
        return share_enough(*contents(passages, {each.article: Weights([each.terms]) for each in passages}))

    dykes = (
        "The dykes of Velmora have ruined the trade of Ostrand, embittering farmers, millers, brewers and the haulage "
        "guild of the Karsk valley after the drowning of the commander of the Tarsk Wardens"
    )
    assert not enough(
        dykes,
        "The newest flood came a day after Ostrand issued permits to three chandlers and coopers of Kelvar Hollow and "
        "Tarsk Ferries for their help to the Velmora Wardens and related guilds in Orsk, Pelm and Sundar",
    )
    assert enough(
        dykes,
        "The newest dykes of Velmora have ruined the trade of Ostrand and embittered its farmers, millers and brewers "
        "as well as the haulage guild of the Karsk valley",
    )
