"""Builds a small comparison for tests of what shows it: a toll that differs, a warning that two outlets quote."""

from __future__ import annotations

from typing import cast

from summarizer.contract.comparison import (
    Compared,
    ComparedArticle,
    ComparedSource,
    Comparison,
    ComparisonProvenance,
    CopiedPassage,
    Copy,
    Fact,
    FactOrigin,
    Mention,
    RefusedGroup,
    Side,
)
from summarizer.contract.report import Figure


def mention(article: str, text: str, start: int = 0, **more: object) -> Mention:
    """A mention of `text` at `start`; its claim, source, via and figures may be given."""
    return Mention(
        article=article,
        claim=cast("str | None", more.get("claim")),
        start=start,
        end=start + len(text),
        text=text,
        source=cast("str | None", more.get("source")),
        via=cast("tuple[str, ...]", more.get("via", ())),
        figures=tuple(
            Figure(value=value, qualifier="exactly", text=f"{value:g}")
            for value in cast("list[float]", more.get("figures", []))
        ),
    )


def dyke_comparison(**changed: object) -> Comparison:
    """Three outlets on a dyke that broke: two differ on the dead, two quote one ministry; `changed` replaces parts."""
    articles = (
        ComparedArticle(
            id="post",
            title="Dyke breaks",
            outlet="Delta Post",
            published="2031-05-02T08:00:00Z",
            url="https://post.example/d",
        ),
        ComparedArticle(id="echo", title="Flood kills six", outlet="Polder Echo", published="2031-05-03"),
        ComparedArticle(id="wire", title="Flood", outlet="Nordwire", url="javascript:alert(1)"),
    )
    sources = (
        ComparedSource(
            id="s1", name="Ada Kroon", names=("Ada Kroon", "Kroon"), kind="person", articles=("post",), claims=1
        ),
        ComparedSource(
            id="s2", name="Ministry of Water", names=("Ministry of Water", "the ministry"), kind="government",
            articles=("echo", "wire"), claims=3,
        ),
    )  # fmt: skip
    origins = (
        FactOrigin(id="o1", kind="source", source="s1", articles=("post",)),
        FactOrigin(id="o2", kind="source", source="s2", articles=("echo", "wire")),
        FactOrigin(id="o3", kind="outlet", articles=("post",)),
        FactOrigin(id="o4", kind="wire", articles=("echo", "wire")),
    )
    four = Side(
        position="4 dead",
        mentions=(mention("post", "Four people died", 40, claim="c1", source="s1", figures=[4]),),
        origins=("o1",),
    )
    six = Side(
        position="6 dead",
        mentions=(
            mention("echo", "six had died", 10, claim="c2", source="s2", via=("Nordwire",), figures=[6]),
            mention("wire", "Six are dead", 0, claim="c1", source="s2", figures=[6]),
        ),
        origins=("o2",),
    )
    warned = Side(
        position="the gates would hold",
        mentions=(
            mention("echo", "the gates would hold", 90, claim="c3", source="s2"),
            mention("wire", "the gates would hold", 50),
        ),
        origins=("o2", "o4"),
    )
    open_ = Side(position="the gates are open", mentions=(mention("post", "the gates are open", 80),), origins=("o3",))
    facts = (
        Fact(
            id="f1",
            text="How many died when the dyke broke?",
            kind="figure",
            verdict="conflict",
            reason="4 and 6 cannot both hold",
            sides=(four, six),
            origins=2,
            when="2031-05-01",
        ),
        Fact(
            id="f2",
            text="whether the gates hold",
            kind="statement",
            verdict="agree",
            reason="the passages say the same",
            sides=(warned,),
            origins=2,
        ),
        Fact(
            id="f3",
            text="the gates are open",
            kind="statement",
            verdict="single_source",
            reason="one article says so",
            sides=(open_,),
            origins=1,
        ),
    )
    copies = (
        Copy(
            passages=(
                CopiedPassage(article="echo", start=90, end=110),
                CopiedPassage(article="wire", start=50, end=70),
            ),
            similarity=0.92,
        ),
    )
    whole = Comparison(
        articles=articles, sources=sources, facts=facts, origins=origins, copies=copies,
        rejected=(RefusedGroup(text="the mayor fled", verdict="agree", reason="no passage says so"),),
        provenance=ComparisonProvenance(
            engine="extractive", summarizer_version="0",
            compared=tuple(Compared(id=one.id, sha256="0" * 64) for one in articles),
        ),
    )  # fmt: skip
    return Comparison.model_validate({**dict(whole), **changed})
