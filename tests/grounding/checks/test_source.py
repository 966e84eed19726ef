"""A claim's source is compared with what the rules read beside its evidence."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.contract.report import Claim, Evidence, Source, Span
from summarizer.grounding.checks.source import FAR, check_source, read_evidence, sentences_between

TEXT = """Ferry to Ostrum is late again

Captain Ilse Marn said the ferry had lost an anchor. Harbour master Odd Venn said that the quay was full.

“We waited for two hours,” Marn said.

The crew slept. The cook made soup. The rain stopped. The lamps were lit. The dog barked.

The quay was full, a sailor said. He denied that the anchor had been sold.
"""
STORY = Article(id="ostrum", text=TEXT)


def claim(quote: str, source: str, *, mention: str = "", origin: str = "model", role: str | None = None) -> Claim:
    at, place = TEXT.index(quote), TEXT.find(mention)
    span = Span(start=place, end=place + len(mention), text=mention) if mention else None
    return Claim.model_validate(
        {
            "confidence": 0.9,
            "id": "c1",
            "text": quote,
            "stance": "asserts",
            "mode": "indirect",
            "source": Source(name=source, kind="person", role=role, span=span),
            "evidence": (Evidence(quote=quote, start=at, end=at + len(quote)),),
            "origin": origin,
        }
    )


def doubts(one: Claim, near: str = "") -> list[tuple[str, str]]:
    return [(check.code, check.detail) for check in check_source(STORY, one, near, read_evidence(STORY, one))]


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("the ferry had lost an anchor", "Ilse Marn"),
        ("the quay was full", "Odd Venn"),
        ("We waited for two hours", "Ilse Marn"),
    ],
)
def test_the_rules_name_the_speaker_of_the_evidence_in_full(quote: str, source: str) -> None:
    reading = read_evidence(STORY, claim(quote, "Jon Quill"))
    assert reading is not None
    assert reading.source == source


def test_half_of_a_statement_is_enough_and_less_is_not() -> None:
    assert read_evidence(STORY, claim("had lost an anchor", "Ilse Marn")) is not None
    assert read_evidence(STORY, claim("an anchor", "Ilse Marn")) is None


def test_the_rules_read_nothing_where_nobody_speaks() -> None:
    assert read_evidence(STORY, claim("The cook made soup", "Ilse Marn")) is None


def test_the_speaker_whom_the_rules_read_is_not_doubted() -> None:
    assert doubts(claim("the quay was full", "Odd Venn")) == []
    assert doubts(claim("the quay was full", "Venn")) == []


def test_a_name_that_the_article_lacks_is_doubted() -> None:
    ((code, detail),) = doubts(claim("the quay was full", "Jon Quill"))
    assert code == "name_not_in_article"
    assert "Jon Quill" in detail


def test_a_name_put_together_of_two_is_doubted_in_a_models_claim_alone() -> None:
    mixed = "Odd Marn"
    assert [code for code, _ in doubts(claim("the quay was full", mixed))] == ["name_not_in_article"]
    assert doubts(claim("the quay was full", mixed, origin="rules")) == []


def test_another_speaker_than_the_one_named_beside_the_evidence_is_doubted() -> None:
    ((code, detail),) = doubts(claim("the quay was full", "Ilse Marn"), near=TEXT[31:150])
    assert code == "source_differs"
    assert "Odd Venn" in detail


def test_a_source_that_is_not_named_beside_the_evidence_is_doubted() -> None:
    ((code, detail),) = doubts(
        claim("We waited for two hours", "Odd Venn"), near="“We waited for two hours,” Marn said."
    )
    assert code == "source_differs"
    assert "not named beside" in detail


def test_a_source_is_far_when_its_mention_stands_many_sentences_away() -> None:
    far = claim("The dog barked", "Odd Venn", mention="Odd Venn")
    assert sentences_between(STORY, far) > FAR
    ((code, detail),) = doubts(far)
    assert code == "source_far_from_evidence"
    assert str(sentences_between(STORY, far)) in detail
    assert doubts(claim("The crew slept", "Ilse Marn", mention="Marn said")) == []


def test_a_source_without_a_mention_is_not_named_beside_the_evidence() -> None:
    assert sentences_between(STORY, claim("The dog barked", "Odd Venn")) == 0
    ((code, detail),) = doubts(claim("The dog barked", "Odd Venn"))
    assert code == "source_far_from_evidence"
    assert "is not named beside the evidence" in detail


def test_the_role_of_a_speaker_stands_for_the_name() -> None:
    assert doubts(claim("the anchor had been sold", "Odd Venn", role="he")) == []
    assert doubts(claim("the anchor had been sold", "Odd Venn", role="mate")) != []


def test_a_poll_that_the_article_is_about_is_never_far() -> None:
    text = "Moll leads, a Varn poll shows. " + "The fog was thick. " * 6 + "Nine in ten like soup. The cook made more."
    at = text.index("Nine in ten like soup")
    quote = text[at : at + 21]
    article = Article(id="poll", text=text)

    def codes(kind: str) -> list[str]:
        asked = Claim.model_validate(
            {
                "confidence": 0.9,
                "id": "c1",
                "text": quote,
                "stance": "asserts",
                "mode": "indirect",
                "origin": "model",
                "source": {"name": "Varn poll", "kind": kind, "role": None, "span": None},
                "evidence": ({"quote": quote, "start": at, "end": at + len(quote)},),
            }
        )
        return [check.code for check in check_source(article, asked, quote, None)]

    assert codes("document") == []
    assert codes("organization") == ["source_far_from_evidence"]


@pytest.mark.parametrize(
    ("text", "quote", "source", "kind", "differs"),
    [
        # Whom "it" means is open where two bodies are at hand, whom "he" means where a man is named is not.
        (
            "Kelp Mills will shut a mill. Flour is dear, according to the Bakers Council. Kelp Mills lost money; it "
            "said that the rent had doubled.",
            "the rent had doubled",
            "Kelp Mills",
            "organization",
            False,
        ),
        (
            "Anna Quill was heard. Peter Marn had come to the quay. He said that the rent had doubled.",
            "the rent had doubled",
            "Anna Quill",
            "person",
            True,
        ),
    ],
)
def test_what_the_rules_take_an_it_for_is_not_the_last_word(
    text: str, quote: str, source: str, kind: str, differs: bool
) -> None:
    article, at = Article(id="mills", text=text), text.index(quote)
    place = text.index(source)
    one = Claim.model_validate(
        {
            "confidence": 0.9,
            "id": "c1",
            "text": f"{source} said the rent had doubled.",
            "stance": "asserts",
            "mode": "indirect",
            "source": Source(name=source, kind=kind, span=Span(start=place, end=place + len(source), text=source)),
            "evidence": (Evidence(quote=quote, start=at, end=at + len(quote)),),
            "origin": "model",
        }
    )
    found = check_source(article, one, text[text.rindex(".", 0, at - 3) :], read_evidence(article, one))
    assert [check.code for check in found] == (["source_differs"] if differs else [])


def test_two_who_are_named_behind_what_they_are_called_say_it() -> None:
    text = "Her rivals, Anna Quill of Kelp and Peter Marn, have both urged Dana Moll to sell the boat."
    quote, mention = "have both urged Dana Moll to sell the boat", "Her rivals"
    article, at = Article(id="rivals", text=text), text.index(quote)
    one = Claim.model_validate(
        {
            "confidence": 0.9,
            "id": "c1",
            "text": "Anna Quill and Peter Marn have urged Moll to sell the boat.",
            "stance": "demands",
            "mode": "indirect",
            "source": Source(
                name="Anna Quill and Peter Marn", kind="person", span=Span(start=0, end=len(mention), text=mention)
            ),
            "evidence": (Evidence(quote=quote, start=at, end=at + len(quote)),),
            "origin": "model",
        }
    )
    assert check_source(article, one, text, read_evidence(article, one)) == []


@pytest.mark.parametrize(("before", "differs"), [("Anna Quill sent a statement.", False), ("Anna Quill wept.", True)])
def test_a_statement_is_whose_it_is_told_to_be(before: str, differs: bool) -> None:
    quote = "the rent had doubled"
    text = f"Kelp Post, a daily, asked about it. {before} Kelp Post had more. The statement said that {quote}."
    article, at = Article(id="rent", text=text), text.index(quote)
    one = Claim.model_validate(
        {
            "confidence": 0.9,
            "id": "c1",
            "text": "The statement said the rent had doubled.",
            "stance": "asserts",
            "mode": "indirect",
            "source": Source(name="Anna Quill", kind="person", span=None),
            "evidence": (Evidence(quote=quote, start=at, end=at + len(quote)),),
            "origin": "model",
        }
    )
    found = check_source(article, one, text[text.index("Kelp Post had") :], read_evidence(article, one))
    assert bool(found) is differs
