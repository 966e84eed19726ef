"""The section of one article: what it says in short, its text with all marks, and beside it all that was found.

It is whole without a script: page.js adds filters, keys, and that both ends of a link are seen at once.
"""

from __future__ import annotations

from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

from summarizer.output.page.escaping import article_key, escaped, name_of, web_address
from summarizer.output.page.findings import claim_items, missed_part, rejected_part
from summarizer.output.page.marked_text import mark_text
from summarizer.output.page.overview import sources_part, summary_part
from summarizer.output.plain_words import CHECKS, made_by

if TYPE_CHECKING:
    from summarizer.contract.report import Report

_SECTION = Template(files(__package__).joinpath("article.html").read_text(encoding="utf-8").rstrip("\n"))


def article_section(report: Report, home: str = "") -> str:
    """One report as an HTML section. All its text is escaped; all its element ids are unique to the article.

    `home` is the address of the index that a link leads back to.
    """
    article, summary = report.article, report.summary
    key = article_key(article)
    marked = mark_text(report, key)
    return _SECTION.substitute(
        key=key,
        home=f'<p class="home"><a href="{escaped(home)}">All articles</a></p>\n' if home else "",
        language=escaped(article.language),
        byline=_byline(report),
        headline=escaped(headline_of(report)),
        doubts="".join(
            f'<p class="doubt">About this text: <b>{CHECKS[check.code]}</b> ({escaped(check.detail)})</p>\n'
            for check in article.checks
        ),
        cite=escaped(". ".join(part for part in (article.title or summary.headline, _where_and_when(report)) if part)),
        link=escaped(web_address(article.url)),
        text=marked.html,
        summary=summary_part(report, key, marked),
        sources=sources_part(report),
        count=_counted(report),
        claims="".join(claim_items(report, key, marked)),
        missed=missed_part(report, key, marked),
        rejected=rejected_part(report),
        made=escaped(made_by(report.provenance)),
    )


def headline_of(report: Report) -> str:
    """What an article is called: by its summary, by itself, or by the name that it was given."""
    return report.summary.headline or report.article.title or name_of(report.article.id)


def _where_and_when(report: Report) -> str:
    article = report.article
    return ", ".join(value for value in (article.outlet, day_of(report)) if value)


def day_of(report: Report) -> str:
    """The date on which an article came out, without the time of day where it is in a form that is known."""
    published = report.article.published or ""
    return published.partition("T")[0] if published[4:5] == "-" else published


def _byline(report: Report) -> str:
    article = report.article
    title = article.title if article.title != report.summary.headline else ""
    known = [escaped(value) for value in (article.outlet, day_of(report), article.author, title) if value]
    if link := web_address(article.url):
        known.append(f'<a href="{escaped(link)}" rel="noopener noreferrer">the article where it came out</a>')
    return " · ".join(known) or escaped(name_of(article.id))


def _counted(report: Report) -> str:
    coverage, claims = report.coverage, len(report.claims)
    found = f"{claims} claim{'' if claims == 1 else 's'}"
    if not coverage.statements:
        return found
    things = "thing that somebody says here is" if coverage.statements == 1 else "things that somebody says here are"
    return f"{found}; {coverage.covered} of {coverage.statements} {things} covered"
