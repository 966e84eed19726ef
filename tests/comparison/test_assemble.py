from itertools import permutations

from summarizer import compare
from tests.comparison.outlets import told

ARTICLES = [
    told("Mayor Ilse Brandt said the flooded dam at Orsk held all night. Nine farms were flooded.", "a"),
    told("The flooded dam at Orsk held all night, said Ilse Brandt. Ten cows were lost.", "b"),
    told("The market of Velm was closed on Monday, traders said.", "c"),
]


def test_the_same_reports_in_any_order_give_the_same_bytes():
    assert len({compare(order).model_dump_json() for order in permutations(ARTICLES)}) == 1


def test_what_was_compared_is_named_with_its_hash():
    made = compare(ARTICLES)
    assert [one.id for one in made.articles] == ["a", "b", "c"]
    assert [one.sha256 for one in made.provenance.compared] == [one.article.sha256 for one in ARTICLES]
