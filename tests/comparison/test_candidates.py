from summarizer.comparison.candidates import find_candidates, find_rivals
from tests.comparison.outlets import passage


def _is_one(_one, _two):
    return True


def test_passages_of_two_articles_that_share_a_rare_word_are_compared():
    passages = [
        passage("The sluice was painted", "a"),
        passage("Nobody opened the sluice", "b"),
        passage("Apples were cheap", "c"),
        passage("The sluice is old", "a"),
    ]
    assert list(find_candidates(passages, dict.fromkeys("abc", "a"), _is_one)) == [(0, 1), (1, 3)]
    assert list(find_candidates(passages, {"a": "a", "b": "b", "c": "c"}, _is_one)) == []


def test_articles_of_two_events_are_not_compared_though_a_third_joins_them():
    passages = [passage("The sluice was painted", "a"), passage("Nobody opened the sluice", "b")]
    assert list(find_candidates(passages, dict.fromkeys("ab", "a"), lambda one, two: one == two)) == []


def test_the_number_of_pairs_grows_with_that_of_passages_and_not_its_square():
    def pairs(count):
        passages = [passage("The sluice was painted", str(at)) for at in range(count)]
        return len(list(find_candidates(passages, dict.fromkeys(map(str, range(count)), "0"), _is_one)))

    assert pairs(400) <= 2.2 * pairs(200)


def test_claims_of_two_sources_in_one_article_may_deny_one_another():
    said = [
        passage("the sluice was open", claim="c1", speaker="Ilse Brandt"),
        passage("the sluice was shut", claim="c2", speaker="Edda Lorn"),
        passage("the sluice was fine", claim="c3", speaker="Edda Lorn"),
        passage("the sluice is old"),
    ]
    assert list(find_rivals(said)) == [(0, 1), (0, 2)]
