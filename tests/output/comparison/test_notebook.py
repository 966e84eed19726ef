"""A comparison in a notebook: escaped, and no larger than a screen."""

from __future__ import annotations

from tests.comparisons import dyke_comparison, mention


def test_it_shows_conflicts_first_with_their_answers() -> None:
    shown = dyke_comparison()._repr_html_()
    assert "<b>3 articles compared</b>: 1 conflict, 0 uncertain, 1 agreed" in shown
    assert shown.index("Conflict") < shown.index("Agreed")
    assert "<b>6 dead</b> <small>Ministry of Water, via Nordwire; Ministry of Water</small>" in shown
    assert "3 outlets, 2 origins: Ada Kroon; Ministry of Water" in shown
    assert "the gates are open" not in shown


def test_what_an_article_says_becomes_no_tag() -> None:
    whole, hostile = dyke_comparison(), "<script>alert(1)</script>"
    side = whole.facts[2].sides[0].model_copy(update={"position": hostile, "mentions": (mention("post", hostile),)})
    fact = whole.facts[2].model_copy(update={"text": hostile, "verdict": "uncertain", "sides": (side,)})
    assert "<script" not in dyke_comparison(facts=(fact,))._repr_html_()


def test_many_facts_are_told_by_their_number() -> None:
    agreed = dyke_comparison().facts[1]
    many = tuple(agreed.model_copy(update={"id": f"g{number}"}) for number in range(15))
    shown = dyke_comparison(facts=many)._repr_html_()
    assert "and 3 more in <code>.facts</code>" in shown
    assert len(dyke_comparison(facts=())._repr_html_()) < 200
