import re

from summarizer.attribution import grammar
from summarizer.text.words import read_words
from tests.conftest import ROOT


def test_a_word_set_has_the_name_of_its_list_in_capitals() -> None:
    assert frozenset({"poll", "polls", "survey", "surveys", "study"}) == grammar.SURVEYS


def test_the_rules_read_every_word_set_and_no_other() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "summarizer" / "attribution").rglob("*.py"))
    assert set(re.findall(r"\bgrammar\.([A-Z_]+)", code)) == {name.upper() for name in read_words("grammar")["sets"]}
