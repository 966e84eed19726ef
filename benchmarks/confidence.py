"""Counts how often the rules are right on annotated news, and prints how well the stated confidence keeps its word.

    python benchmarks/confidence.py NEWS_ARTICLES NEWS_GOLD POLNEAR.jsonl [--write]

NEWS_GOLD is gold in the project's format, by readers who list every statement. There a statement is said when half of
its words lie in gold, and its source is right when a gold statement about the same words has it.
POLNEAR.jsonl holds {"id", "text", "attributions"} a line. A statement is said there when half of its words lie in the
contents of attributions, and one about the same words has its mention as source. But its annotators also marked deeds,
left out some statements and named nobody in full: so it only tells the rules, the references and the circumstances
apart; how far they lie apart, and at which level, say the news, which also correct each by the claims that they have of
it.
Of models there is no such corpus. Each gold statement is put as a model's claim twice, with its own source and with
another one of the article, and it is counted how often the rules agree, differ or are silent; the rates follow if one
source in ten is wrong (WRONG).
Neither corpus is part of this project, and these rates are all that is kept of them. --write puts them into
summarizer/text/english/confidence.toml.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from summarizer.attribution.confidence import CIRCUMSTANCES, JUDGED, REFERENCES, Traits, confidence_of, statement_traits
from summarizer.attribution.statements import article_statements
from summarizer.contract.article import Article
from summarizer.contract.draft import DraftClaim
from summarizer.contract.report import Claim
from summarizer.contract.statement import Form
from summarizer.engines.rules.engine import answer_by_rules
from summarizer.evaluation.calibration import JudgedClaim, calibrate
from summarizer.evaluation.evaluate import read_gold
from summarizer.evaluation.gold import place_gold
from summarizer.evaluation.scoring import score_report
from summarizer.evaluation.tables import calibration_lines
from summarizer.grounding.checks.source import read_evidence
from summarizer.grounding.confidence import Agreement, agreement, statements_behind
from summarizer.grounding.ground import ground, ground_claim
from summarizer.reading.inputs import read_articles
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.occurrences import merge_spans, shared_length
from summarizer.text.words import read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from summarizer.contract.statement import Offsets, Statement
    from summarizer.evaluation.gold import Placed

TABLE = Path(__file__).parents[1] / "summarizer" / "text" / "english" / "confidence.toml"
FOLDS = 10
MOST = 0.97  # at 0.99, of the claims stated so 94% were right in articles that were not counted
# How many statements of its form count as much as those of a rule itself: one that was seen five times has a rate
# between its own and that of its form. And this many claims as right as PolNeAR lets expect stand beside the news'.
FEW = 20
PRIORS = {"references": 20, "circumstances": 20, "rules": 20}
WRONG = 0.1  # of a model's sources: what is assumed
FEWEST = 5  # a rule of fewer statements has no rate of its own
FIRST = ("rules", "forms")  # one of these rates begins the product
BEST = "name_of_a_person"  # the reference that PolNeAR bears out most often, of those that are many
MOST_POWER, POWERS, HALVINGS = 1.5, 30, 25  # how far and how finely the power and the level are looked for
LEAST = 0.01  # so that one claim does not outweigh all others
MOST_OF_MODELS = 0.95  # a model's claim may say something else than its evidence, in ways that no check sees
JUDGED_RATES: Mapping[str, float] = read_words("confidence")  # and not counted: of those in JUDGED alone
ROUNDS = 3  # of fitting references and circumstances in turn, since some come together

# What of a statement's traits has a rate in each table.
KEYS: dict[str, Callable[[Traits], Iterable[str]]] = {
    "rules": lambda traits: (traits.rule,),
    "forms": lambda traits: (traits.form,),
    "references": lambda traits: (traits.reference,),
    "circumstances": lambda traits: [name for name in traits.circumstances if name in CIRCUMSTANCES],
}
Rates = dict[str, dict[str, float]]


class Case(NamedTuple):
    """One statement and what annotators say of it; `is_right` needs its source's name too, which PolNeAR lacks."""

    article: str
    traits: Traits
    is_said: bool
    is_right: bool
    is_checked: bool = False


def news_cases(articles: Path, gold: Path) -> Iterator[Case]:
    """The claims of the articles that have gold."""
    by_name = {record.article: record for record in read_gold(gold)}
    for article in read_articles([articles]):
        if not isinstance(article, Article) or article.path is None:
            continue
        record = by_name.get(article.id) or by_name.get(Path(article.path).stem)
        if record is None:
            continue
        report = ground(article, answer_by_rules(article), origin="rules")
        traits = dict(zip(article_statements(article), statement_traits(article), strict=True))
        judged = {one.id: one for one in score_report(record, report).judged}
        for claim in report.claims:
            one = judged.get(claim.id)
            if one is None:  # what the article says itself is nobody's
                continue
            behind = [traits[one] for one in statements_behind(article, claim.stance, claim.source, claim.evidence)]
            is_checked = any(check.code != "weak_attribution" for check in claim.checks)
            yield Case(article.id, max(behind, key=confidence_of), one.is_said, one.is_right, is_checked)


def polnear_cases(file: Path) -> Iterator[Case]:
    """The statements of the articles of a PolNeAR file."""
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        article = Article(id=row["id"], text=row["text"])
        marked = [(_spans(one["content"]), _spans(one["source"])) for one in row["attributions"]]
        contents = merge_spans(sorted(span for content, _ in marked for span in content))
        for statement, traits in zip(article_statements(article), statement_traits(article), strict=True):
            is_said = _share(statement.content, contents) >= 0.5 and _is_marked(statement, marked)
            yield Case(article.id, traits, is_said, is_right=is_said)


def _spans(pairs: Iterable[Sequence[int]]) -> list[Offsets]:
    return [(start, end) for start, end in pairs]


def _share(spans: Sequence[Offsets], others: Sequence[Offsets]) -> float:
    length = sum(end - start for start, end in spans)
    return shared_length(spans, others) / length if length else 0.0


def _is_marked(statement: Statement, marked: Iterable[tuple[list[Offsets], list[Offsets]]]) -> bool:
    """Whether an attribution about the same words has the statement's mention as its source."""
    mention = [statement.mention] if statement.mention else []
    return any(
        shared_length(mention, source) > 0 if mention else not source
        for content, source in marked
        if max(_share(statement.content, content), _share(content, statement.content)) >= 0.5
    )


def model_counts(articles: Path, gold: Path) -> dict[str, tuple[int, int]]:
    """How often the rules agree with the gold's source, differ or are silent, and how often with another source."""
    by_name = {record.article: record for record in read_gold(gold)}
    counts: dict[str, list[int]] = {key: [0, 0] for key in get_args(Agreement)}
    for article in read_articles([articles]):
        if not isinstance(article, Article) or article.path is None or Path(article.path).stem not in by_name:
            continue
        placed = place_gold(by_name[Path(article.path).stem], article.text).statements
        named = list(dict.fromkeys(one.statement.source for one in placed))
        for number, one in enumerate(placed):
            own = one.statement
            others = [name for name in named if name not in (own.source, *own.also)]
            for place, source in enumerate([own.source, *others[number % max(1, len(others)) :][:1]]):
                key = _agreement(article, one, source)
                if key is not None:
                    counts[key][place] += 1
    return {key: (right, wrong) for key, (right, wrong) in counts.items()}


def _agreement(article: Article, placed: Placed, source: str) -> Agreement | None:
    """What the rules say of a model that gives these words to a source; None where the claim is refused."""
    quotes = tuple(article.text[start:end] for start, end in placed.spans)
    number = next((one.number for one in sentences_of(article) if one.end > placed.spans[0][0]), 1)
    own = placed.statement
    proposal = DraftClaim(
        sentence=number,
        quotes=quotes,
        source=source,
        kind=own.kind or "person",
        stance=(own.stance or ("asserts",))[0],
        text=" ".join(" ".join(quotes).split()),
    )
    claim = ground_claim(article, proposal, claim_id="c1", origin="model")
    return agreement(claim, claim.checks, read_evidence(article, claim)) if isinstance(claim, Claim) else None


def model_rates(counts: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """How often a model's source is right that the rules agree with, differ from or are silent about."""
    rights, wrongs = (sum(pair[place] for pair in counts.values()) for place in (0, 1))
    rates: dict[str, float] = {}
    for key, (right, wrong) in counts.items():
        likely, unlikely = (1 - WRONG) * right / rights, WRONG * wrong / wrongs
        rates[key] = min(MOST_OF_MODELS, likely / (likely + unlikely))
    return rates


def fit(news: Sequence[Case], polnear: Sequence[Case]) -> Rates:
    """The rates of rules and forms, of references and of circumstances.

    PolNeAR tells them apart; of its ratios a power is taken, which the news choose with the level: they differ less
    there. Then the news correct each rate, the less the fewer claims they have of it.
    """
    rates = marked_rates(polnear)
    power, level = _power_and_level(rates, news)
    for key, table in rates.items():
        scale = level if key in FIRST else 1.0
        rates[key] = {name: min(MOST if key in FIRST else 1.0, scale * rate**power) for name, rate in table.items()}
    marked = {table: dict(rates[table]) for table in PRIORS}
    for _ in range(ROUNDS):
        for table, prior in PRIORS.items():
            rates[table] = _corrected(rates, table, marked[table], news, prior)
    return rates


def marked_rates(polnear: Sequence[Case]) -> Rates:
    """How often PolNeAR marks statements of a form or rule, and how much more seldom those with a reference or so."""
    overall = sum(one.is_said for one in polnear) / len(polnear)
    seen_forms, seen_rules = (_counts(polnear, KEYS[table]) for table in FIRST[::-1])
    forms = {
        form: (right + FEW * overall) / (of + FEW)
        for form in get_args(Form)
        for right, of in [seen_forms.get(form, (0, 0))]
    }
    main = _main_forms(polnear)
    rates: Rates = {
        "rules": {
            rule: (right + FEW * forms[main[rule]]) / (of + FEW)
            for rule, (right, of) in seen_rules.items()
            if of >= FEWEST
        },
        "forms": forms,
        "references": dict.fromkeys(REFERENCES, 1.0),
        "circumstances": dict.fromkeys(CIRCUMSTANCES, 1.0),
    }
    for _ in range(ROUNDS):
        for table in ("references", "circumstances"):
            right, expected = _right_and_expected(rates, table, polnear, lambda one: one.is_said)
            rates[table] = {key: (right[key] + FEW) / (expected[key] + FEW) for key in rates[table]}
    best = rates["references"][BEST]
    rates["references"] = {key: min(1.0, rate / best) for key, rate in rates["references"].items()}
    rates["circumstances"] = {key: min(1.0, rate) for key, rate in rates["circumstances"].items()}
    return rates


def _main_forms(cases: Iterable[Case]) -> dict[str, Form]:
    """The form of most of each rule's statements."""
    seen: dict[str, Counter[Form]] = defaultdict(Counter)
    for one in cases:
        seen[one.traits.rule][one.traits.form] += 1
    return {rule: by_form.most_common(1)[0][0] for rule, by_form in seen.items()}


def _power_and_level(rates: Rates, news: Sequence[Case]) -> tuple[float, float]:
    """The power of PolNeAR's ratios that the news make most likely, and the level that is right in the mean."""
    wanted = sum(one.is_right for one in news)

    def scaled(power: float, level: float) -> list[float]:
        return [_product(rates, one.traits, power, level) for one in news]

    best = (math.inf, 1.0, 1.0)
    for step in range(POWERS + 1):
        power = step / POWERS * MOST_POWER
        low, high = 0.5, 2.0
        for _ in range(HALVINGS):
            level = (low + high) / 2
            low, high = (level, high) if sum(scaled(power, level)) < wanted else (low, level)
        surprise = -sum(
            math.log(max(LEAST, said if one.is_right else 1 - said))
            for said, one in zip(scaled(power, level), news, strict=True)
        )
        best = min(best, (surprise, power, level))
    return best[1], best[2]


def _product(rates: Rates, traits: Traits, power: float, level: float) -> float:
    first = rates["rules"].get(traits.rule) or rates["forms"][traits.form]
    rest = math.prod(
        rates[table][key] ** power for table in ("references", "circumstances") for key in KEYS[table](traits)
    )
    judged = math.prod(JUDGED_RATES[name] for name in traits.circumstances if name in JUDGED)
    return min(MOST, level * first**power) * rest * judged


def _corrected(
    rates: Rates, table: str, marked: Mapping[str, float], news: Sequence[Case], prior: int
) -> dict[str, float]:
    """PolNeAR's rates, times how many of the claims with each key were right out of those that it lets expect."""
    right, others = _right_and_expected(rates, table, news, lambda one: one.is_right)
    most = MOST if table in FIRST else 1.0
    return {key: min(most, rate * (right[key] + prior) / (others[key] * rate + prior)) for key, rate in marked.items()}


def _right_and_expected(
    rates: Rates, table: str, cases: Sequence[Case], is_right: Callable[[Case], bool]
) -> tuple[dict[str, float], dict[str, float]]:
    """How many cases with each key were right, and how many the rates of the other tables let expect."""
    right: dict[str, float] = defaultdict(float)
    expected: dict[str, float] = defaultdict(float)
    for one in cases:
        stated_now = stated(rates, one.traits)
        for key in KEYS[table](one.traits):
            right[key] += is_right(one)
            expected[key] += stated_now / rates[table].get(key, 1.0)
    return right, expected


def _counts(cases: Iterable[Case], keys: Callable[[Traits], Iterable[str]]) -> dict[str, tuple[float, int]]:
    counts: dict[str, tuple[float, int]] = {}
    for one in cases:
        for key in keys(one.traits):
            right, of = counts.get(key, (0, 0))
            counts[key] = (right + one.is_said, of + 1)
    return counts


def stated(rates: Rates, traits: Traits) -> float:
    """The confidence by these rates."""
    return _product(rates, traits, 1.0, 1.0)


def cross_validated(news: Sequence[Case], polnear: Sequence[Case], weak: float) -> list[JudgedClaim]:
    """Each claim of the news with the confidence that the other articles give it."""
    names = sorted({one.article for one in news})
    folds = {name: number % FOLDS for number, name in enumerate(names)}
    judged: list[JudgedClaim] = []
    for fold in range(FOLDS):
        rates = fit([one for one in news if folds[one.article] != fold], polnear)
        for one in news:
            if folds[one.article] == fold:
                confidence = round(min(1.0, stated(rates, one.traits)), 2)
                judged.append(
                    JudgedClaim(
                        id=f"{one.article}-{len(judged)}",
                        confidence=confidence,
                        is_said=one.is_said,
                        is_right=one.is_right,
                        is_checked=one.is_checked or confidence < weak,
                    )
                )
    return judged


def write(rates: Rates, news: Sequence[Case], polnear: Sequence[Case], models: Mapping[str, tuple[int, int]]) -> None:
    """Put the rates into the table, each with its counts; what stands before the first table stays."""
    head = re.split(r"^\[", TABLE.read_text("utf-8"), maxsplit=1, flags=re.MULTILINE)[0]
    rest = re.search(r"^# Not counted.*", TABLE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    lines = [head.rstrip("\n"), ""]
    for table, of in rates.items():
        lines += [f"[{table}]"]
        for key, rate in sorted(of.items(), key=lambda item: -item[1]):
            about = [one for one in news if key in KEYS[table](one.traits)]
            marked = [one.is_said for one in polnear if key in KEYS[table](one.traits)]
            right = sum(one.is_right for one in about)
            counts = f"news {right} of {len(about)}, PolNeAR {sum(marked)} of {len(marked)}"
            lines.append(f"{key} = {rate:.3f}  # {counts}")
        lines.append("")
    lines += ["[models]", f"# How often a model's source is right, if {WRONG:.0%} are wrong."]
    for key, rate in model_rates(models).items():
        right, wrong = models[key]
        lines.append(f"{key} = {rate:.3f}  # of the right source in {right} statements, of another one in {wrong}")
    TABLE.write_text("\n".join(lines) + "\n" + (rest[0] if rest else ""), "utf-8")


def print_choices(judged: Sequence[JudgedClaim]) -> None:
    """What a least confidence would leave out, and what a limit for weak_attribution would doubt."""
    right = sum(one.is_right for one in judged)
    print("below  claims left out  of them wrong  right claims kept  of those kept wrong")
    for step in range(3, 19):
        limit = step / 20
        out = [one for one in judged if one.confidence < limit]
        kept = [one for one in judged if one.confidence >= limit]
        wrong = sum(not one.is_right for one in out)
        left = sum(one.is_right for one in kept)
        print(f"{limit:.2f}   {len(out):8} {wrong:15} {left / right:17.1%} {1 - left / max(1, len(kept)):18.1%}")


def main() -> None:
    """Fit, print the reliability and, if asked, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--weak", type=float, default=0.82, help="below it a claim counts as checked")
    args = parser.parse_args()
    news, polnear = list(news_cases(args.articles, args.gold)), list(polnear_cases(args.polnear))
    print(f"{len(news)} claims in news, {len(polnear)} statements in PolNeAR")
    judged = cross_validated(news, polnear, args.weak)
    print("cross-validated by article:")
    print("\n".join(calibration_lines(calibrate(judged))))
    print_choices(judged)
    if args.write:
        write(fit(news, polnear), news, polnear, model_counts(args.articles, args.gold))


if __name__ == "__main__":
    main()
