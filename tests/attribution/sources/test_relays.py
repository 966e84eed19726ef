from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.relays import is_record
from summarizer.contract.article import Article
from summarizer.reading.layout.layout import Layout, layout_of
from tests.attribution.sources.marked import mark


def relays(text: str) -> list[str]:
    """The relays of a statement: the first marked span is its mention, the others its content."""
    marked = mark(text)
    mention, *content = marked.mentions[::-1] if text.startswith("[It sank]") else marked.mentions
    return [marked.words(span) for span in marked.cast.relays(content, mention)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Tom Hale] said [the ship sank], according to Ostby News.", ["Ostby News"]),
        ("[Tom Hale] said [the ship sank], according to the Ostby News, in an interview with Nora Quist.",
         ["Ostby News", "Nora Quist"]),
        ("[The group] said, according to Ostby News, [“we will come”].", ["Ostby News"]),
        ("[The statement] said [it sank], as reported by pro-harbour media Ostby News.",
         ["pro-harbour media Ostby News"]),
        ("[Hale], quoted by the state agency, said [it sank].", ["the state agency"]),
        ("[A port official] told CBS News [that it sank].", ["CBS News"]),
        ("[A port official] told state television [that it sank].", ["state television"]),
        ("[The Front] boasted on its Telegram channel [that it won].", ["Telegram channel"]),
        ("[Hale] said on Twitter [that it sank].", ["Twitter"]),
        ("[“It sank,”] [Hale] wrote, pointing to a film of Pell mocking his remarks to the Ostby Herald.", []),
        ("[Hale] backed [Poe], but told the Ostby Herald that it sank.", []),
        ("[Hale] backed [Poe] and told the Ostby Herald so.", []),
        ("[“It sank,”] [Hale] said in remarks to the Ostby Herald.", ["Ostby Herald"]),
        ("[Hale] said [it sank] in an interview with the Ostby Herald.", ["Ostby Herald"]),
        ("[Hale] denied through his lawyer, Dan Fell, [that it sank].", ["his lawyer"]),
        ("[A log seen by the Ostby Herald] shows [that it sank].", ["Ostby Herald"]),
        ("[Hale] said in a message, gathered by the Ostby Herald, [that it sank].", ["Ostby Herald"]),
        ("[Hale] said in a message, gathered by the agency Ostby Herald, [that it sank].", ["Ostby Herald"]),
        ("[Hale] wrote in a message to this channel [that it sank].", ["this channel"]),
        ("The Ostby Herald published an interview with [Hale], who warned [that it sank].", ["Ostby Herald"]),
        ("[The message], that the Ostby Herald attributes to Hale, says [that it sank].", ["Ostby Herald"]),
        ("In an interview on CNN, [Hale] said [that it sank].", ["CNN"]),
        ("[Hale] said on CNN [that it sank].", ["CNN"]),
        ("[Hale] said [it sank], according to court papers seen on Monday.", ["court papers seen"]),
        ("[Hale] denied via his lawyer, Dan Fell, [that it sank].", ["his lawyer"]),
        ("[It sank], according to [reports] in the Ostby Herald.", ["Ostby Herald"]),
        ("[It sank], [Hale] said, as was first reported in the Ostby Herald.", ["Ostby Herald"]),
        ("In a filing to the stock exchange, [Hale] said [it sank].", ["the stock exchange"]),
        ("[Hale] told Nora Quist of the Ostby Herald [that it sank].", ["Ostby Herald"]),
        ("[It sank], [Hale] is quoted as saying in the Ostby Herald.", ["Ostby Herald"]),
        ("[It sank], [the Ostby Herald’s Nora Quist] wrote.", ["Ostby Herald"]),
        ("[Hale] told NPR and the Ostby Herald [that it sank].", ["NPR", "Ostby Herald"]),
        ("[An official cited by NPR] said [that it sank].", ["NPR"]),
        ("[Hale] told The Observer [that it sank].", ["Observer"]),
        ("[Hale] told the Sunday Ledger [that it sank].", ["Sunday Ledger"]),
        ("[Hale] told CBS' Face the Nation [that it sank].", ["Face the Nation"]),
        ("[Hale] told the Ledger's podcast [that it sank].", ["Ledger"]),
        ("[Hale] told the National Association of Bakers [that it sank].", []),
        ("In Monday's interview with the Ostby Herald, [Hale] said [it sank].", ["Ostby Herald"]),
        ("[Hale] said in a filing with the Ships and Harbours Commission [that it sank].",
         ["Ships and Harbours Commission"]),
        ("[Hale] told the Elm Mercury [that it sank].", ["Elm Mercury"]),
        ("[Hale] told the German news magazine Elm [that it sank].", ["Elm"]),
        ("[Hale] told the French daily Elm [that it sank].", ["Elm"]),
        ("Writing for the Guardian, [Hale] said [that it sank].", ["Guardian"]),
        ("[“It sank”], [Hale], speaking to El Faro, said.", ["El Faro"]),
        ("[Hale] told Norland’s state news agency ORPA [that it sank].", ["ORPA"]),
        ("[Hale] told Germany’s Elm Mercury newspaper [that it sank].", ["Elm Mercury newspaper"]),
        ("[Hale] said, according to Norland’s ORPA news agency, [that it sank].", ["ORPA"]),
        ("[Hale] wrote in a report seen by the Elm Mercury [that it sank].", ["Elm Mercury"]),
        ("[The Front, a group of sailors], said on its Telegram channel [that it sank].", ["Telegram channel"]),
        ("[“It sank”], said [one guest], in a video posted on TikTok.", ["TikTok"]),
        ("[Hale], reached by telephone by the Elm Mercury, said [it sank].", ["Elm Mercury"]),
        ("Replying to questions from the Ostby Herald, [Hale] said [it sank].", ["Ostby Herald"]),
        ("[Two sailors who spoke to the Elm Mercury] said [that it sank].", ["Elm Mercury"]),
        ("[Hale] told India Today [that it sank].", ["India Today"]),
        ("[Hale] told the local website The Lantern [that it sank].", ["Lantern"]),
        ("[Hale] told Norwegian newspaper Elm Faro [that it sank].", ["Elm Faro"]),
        ("[Hale] told listeners of Radio Elm [that it sank].", ["Radio Elm"]),
        ("[Sailors], contacted by Radio Elm, said [that it sank].", ["Radio Elm"]),
        ("[Sailors] quoted in the local press said [that it sank].", ["the local press"]),
        ("In remarks carried live on national television, [Hale] said [that it sank].", ["national television"]),
        ("[It sank], says [a report] leaked to the Elm Mercury.", ["Elm Mercury"]),
    ],
)  # fmt: skip
def test_relays(text: str, expected: list[str]) -> None:
    assert relays(text) == expected


def test_where_somebody_wrote_is_a_relay_though_nobody_knows_it() -> None:
    (claim,) = summarize("“There was bread,” Ada Lund wrote on Signalgram.", engine="extractive").claims
    assert [relay if isinstance(relay, str) else relay.name for relay in claim.via] == ["Signalgram"]
    (claim,) = summarize("“There was bread,” Ada Lund wrote on Tuesday.", engine="extractive").claims
    assert claim.via == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam is sound, [Lotte Grau] assured viewers of Channel Nord.", ["Channel Nord"]),
        ("Writing in Harbour Monthly, [Jens Holt] said that it was late.", ["Harbour Monthly"]),
    ],
)
def test_viewers_and_monthlies_are_told(text: str, expected: list[str]) -> None:
    (claim,) = summarize(text.replace("[", "").replace("]", ""), engine="extractive").claims
    assert [relay if isinstance(relay, str) else relay.name for relay in claim.via] == expected


@pytest.mark.parametrize(
    "text",
    [
        "[Hale] told reporters [that it sank].",
        "[Hale] told Nora Quist [that it sank].",
        "[Hale] said in a statement [that it sank].",
        "[Hale] said on Monday [that it sank].",
        "[It sank], according to [Tom Hale].",
        "[Tom Hale] said [it sank]. Two men drowned, according to Ostby News.",
        "[Hale] said [“it sank, according to Ostby News”].",
        "A port official told CBS News that it sank, while much later that day [Hale] said [it had not].",
        "[Hale] said on Telegram Street [that it sank].",
        "[It sank], according to [reports] in Ostby.",
        "[Hale] told the Elm Assembly [that it sank].",
        "[Hale] told the Old Bailey [that it sank].",
        "[Hale] told Lund’s Dan Fell [that it sank].",
        "[Hale] said on social media [that it sank].",
    ],
)
def test_no_relays(text: str) -> None:
    marked = mark(text)
    mention = marked.mentions[1] if text.startswith("[It sank]") else marked.mentions[0]
    content = [span for span in marked.mentions if span != mention]
    assert marked.cast.relays(content, mention) == ()


@pytest.mark.parametrize(
    ("cited", "record"),
    [
        ("the Norland Dams Database", "Norland Dams Database"),
        ("the National Register of Dams", "National Register of Dams"),
        ("the Ostby Herald", "Ostby Herald"),
        ("a report in the Ostby Herald", "Ostby Herald"),
        ("data from the Norland Dams Database", "Norland Dams Database"),
        ("police figures", None),
        ("Ann Poe", None),
    ],
)
def test_a_medium_or_record_that_somebody_cites(cited: str, record: str | None) -> None:
    marked = mark(f"Some dams leak, Tom Hale said, citing [{cited}].")
    found = marked.cast.record(marked.mentions[0])
    assert (marked.words(found) if found else None) == record


def test_a_record_is_known_by_its_last_word() -> None:
    assert is_record("National Register of Dams")
    assert not is_record("Ostby Herald")


def test_a_statement_of_nobody_has_no_relays() -> None:
    cast = read_cast(Article(id="x", text="It sank, according to Ostby News."))
    assert cast.relays([(0, 7)], None) == ()
    assert cast.relays([], (0, 2)) == ()


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("OSTBY (Reuters) - A ship sank on Monday.\n\nNobody drowned.", "Reuters"),
        ("Ostby, May 3 (AFP) – A ship sank.", "AFP"),
        ("A ship sank.\n\n(with information from EFE)", "EFE"),
        ("A ship sank.\n\nWith reporting by the Associated Press", "Associated Press"),
        ("A ship sank.\n\nReuters", "Reuters"),
        ("A ship sank.\n\n(With data of Ostby Press)", "Ostby Press"),
        ("A ship sank on Monday near Ostby. Nobody drowned. (AFP)", "AFP"),
        ("A ship sank on Monday near Ostby.", None),
        ("Reuters said that a ship sank.", None),
        ("A ship sank (Reuters) and nobody drowned, which was a wonder to those who saw it go down.", None),
    ],
)
def test_wire_credits(text: str, credit: str | None) -> None:
    assert read_cast(Article(id="x", text=text)).credit == credit


def test_a_photo_credit_is_no_wire_credit() -> None:
    article = Article(id="x", text="A ship sank.\n\nThe harbour at dawn. (Reuters)")
    assert read_cast(article).credit == "Reuters"
    first, last = layout_of(article).blocks
    as_caption = Layout((first, last._replace(kind="caption")), layout_of(article).sentences[:1])
    captioned = Article(id="y", text=article.text)
    layout_of.keep(captioned, as_caption)
    assert read_cast(captioned).credit is None


def test_an_interview_of_others_passes_nothing_on() -> None:
    text = "According to the Harbour Times, the board saw notes of the bureau’s interview with Hilda Clint."
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.via) == ("Harbour Times", ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The choir is broke, [Maud Renner] claimed in a video on VidBox.", ["VidBox"]),
        ("“We did it right,” [the airline] said in an e-mail to the Ledger.", ["Ledger"]),
        ("“We did it right,” [the airline] said in a written reply to the Kelland Times.", ["Kelland Times"]),
        ("“We did it right,” [the airline] said in an e-mail to the mayor.", []),
    ],
)
def test_what_is_sent_to_a_medium_is_passed_on_by_it(text: str, expected: list[str]) -> None:
    plain = text.replace("[", "").replace("]", "")
    (claim,) = summarize(plain, engine="extractive").claims
    assert [relay if isinstance(relay, str) else relay.name for relay in claim.via] == expected


@pytest.mark.parametrize("verb", ["texted", "emailed", "messaged"])
def test_whom_somebody_writes_to_carries_it(verb: str) -> None:
    (claim,) = summarize(f"Keeper Ola Frost {verb} Radio Pell that the hives were gone.", engine="extractive").claims
    assert claim.via == ("Radio Pell",)
