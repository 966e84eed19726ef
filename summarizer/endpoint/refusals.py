"""Tells what a service means by a refusal: from its status, its codes and its words.

A status alone does not say whose trouble it is. A 400 may be a flagged article, a wrong key (Google), a bad moment of
the model (Groq) or a parameter that is not known; a 404 may be a missing model or a gateway without a route for this
request (OpenRouter); a 429 may ask for patience, for money or for a smaller request.
"""

from __future__ import annotations

import re
from typing import Literal

from summarizer.endpoint.service_words import is_about_answer, is_more_than_a_minutes

Meaning = Literal[
    "account",
    "bad generation",
    "busy",
    "failed",
    "flagged",
    "key",
    "model",
    "no credit",
    "no memory",
    "no path",
    "no route",
    "refused",
    "too large",
]

_BAD_GENERATION = re.compile(
    r"json_validate_failed|tool_use_failed|output_parse_failed|malformed_function_call|failed[_ ]generation"
    r"|failed to (?:generate json|call a function|parse (?:the )?tool)|(?:error )?parsing tool call|invalid tool call"
    r"|model (?:has )?(?:produced|generated|output|returned)[^.]{0,30}(?:invalid|malformed)"
    r"|(?:response|output|generation)[^.]{0,30}(?:not valid json|did not match (?:the )?(?:json )?schema)",
    re.IGNORECASE,
)
_FLAGGED = re.compile(
    r"content[_ ]filter|content_policy|policy_violation|敏感|不安全|违规"
    r"|responsibleaipolicy|data_inspection_failed|prohibited_content|input_blocked"
    r"|content management policy|content exists risk|moderation|guardrail|safety (?:system|filter|setting|polic|reason)"
    r"|\b(?:input|prompt|content|message|request|text|article)s?\b[^.]{0,80}"
    r"\b(?:flagged|blocked|inappropriate|unsafe|sensitive|filtered|violat\w* [^.]{0,40}(?:polic|terms|guideline))"
    r"|(?:unsafe|sensitive|inappropriate|harmful) content|contentpolicyviolation"
    r"|(?:response|output|answer)s? (?:was|were|is) (?:filtered|blocked)"
    r"|content\b[^.]{0,30}\bdisallowed|\bflagged\b|usage polic|content ?polic|considered (?:harmful|unsafe)",
    re.IGNORECASE,
)
_NO_CREDIT = re.compile(
    r"insufficient_(?:user_)?quota|额度不足|余额不足|欠费"
    r"|billing_hard_limit|billing_not_active|insufficient (?:balance|credit|funds)"
    r"|(?:not|n't) have any credits?|not[_ ]enough[_ ](?:balance|credit)|balance is (?:insufficient|too low|negative)"
    r"|budget (?:has been )?exceeded|budget_exceeded|spending limit|exceeded_current_quota|arrearage"
    r"|limit: 0(?![\d.])"
    r"|account [^.]{0,40}suspended|no resource package|credit balance is too low"
    r"|credits? (?:is|are|have been|has been) (?:depleted|exhausted|used up)|add (?:a )?(?:payment|billing) method"
    r"|(?:spend|spending|cost)[ _]limit|out of credits|no credits? (?:left|remaining)|payment required",
    re.IGNORECASE,
)
_AFFORDS_LESS = re.compile(r"can only afford \d|fewer max_tokens", re.IGNORECASE)
_KEY = re.compile(
    r"api[ _-]?key|invalid_api_key|authenticat|unauthori[sz]ed|unauthenticated"
    r"|(?:no|missing|invalid) [\w ]{0,20}credentials|bearer token|access token"
    r"|login fail|api secret key"  # MiniMax's
    r"|no connected db|no_db_connection",  # LiteLLM's proxy without a database, of a key that is not its own
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?:location|country|region|territory)[\w, ]{0,20} (?:is |are )?not supported|unsupported_country"
    r"|(?:organi[sz]ation|account|project|user|team)[\w .'\"-]{0,40} (?:has been |is |was )"
    r"(?:restricted|disabled|deactivated|terminated|banned|blocked)|organization_restricted|account_deactivated"
    r"|matching your (?:\w+ ){0,4}data policy",
    re.IGNORECASE,
)
_NAME = r"(?:model|deployment|engine)(?: name| id| called| named)? ?:? ?['\"`]?[\w./:@+-]{0,120}['\"`]?,? ?"
_MODEL = re.compile(
    r"model_not_found|model_not_available|model_not_supported|model_terms_required|requires terms acceptance"
    r"|unable to access (?:\S+ )?model|on-demand throughput|must be verified to use|llm provider not provided"
    r"|no models? (?:is |are |currently )?loaded|does not support (?:the )?chat\b|not a chat model"
    r"|endpoint is paused|\bmodel: (?:input should|unexpected value|value error)"
    r"|model_decommissioned|deploymentnotfound|model not exist|no endpoints found for"
    r"|not an? (?:valid|supported|known|available) model\b"
    r"|(?:invalid|unknown|unsupported|no such|unrecognized) (?:model|deployment)|model[^.]{0,40}decommissioned"
    rf"|requested {_NAME}is not supported(?! (?:with|for|in|when))"
    rf"|{_NAME}(?:is |was |has been |does |do |could )?(?:not (?:be )?(?:found|exist|available|loaded)|unknown"
    r"|invalid\b|no longer|deprecated)",
    re.IGNORECASE,
)
_NO_ACCESS = re.compile(
    r"access to (?:the |this )?model|not allowed to (?:access|use) (?:the |this )?model", re.IGNORECASE
)
_NO_ROUTE = re.compile(
    r"no (?:allowed )?(?:endpoints?|providers?) (?:\w+ ){0,2}(?:found )?"
    r"(?:that|matching|supporting|available|are|is|with)|requested parameters|no healthy"
    r"|no available (?:provider|server|channel|worker)",
    re.IGNORECASE,
)
_NO_MEMORY = re.compile(  # Ollama's and LM Studio's, of a model that they cannot load
    r"requires more (?:\w+ ){0,2}memory|insufficient system resources", re.IGNORECASE
)
_ABOUT_VERSION = re.compile(r"api[- ]version", re.IGNORECASE)  # Azure's, a part of its address
_NO_PATH = re.compile(
    r"^(?:404\W{1,3})?(?:page |resource |path |url |route |endpoint )?not found\W*(?:nginx\S*)?$"
    r"|cannot post /|invalid url"
    r"|404 page not found|no such (?:route|path|url)|no route (?:for|match)|unknown (?:request )?(?:url|path)"
    r"|not allowed",
    re.IGNORECASE,
)
_BUSY = re.compile(
    r"rate.?limit|rate exceeded|too many (?:concurrent )?requests|throttl|quota exceeded|requests? limit reached",
    re.IGNORECASE,
)
_LOADING = re.compile(r"(?:currently |still )?loading|warming up|starting up|cold start", re.IGNORECASE)
_CROWDED = re.compile(r"^context size has been exceeded", re.IGNORECASE)  # llama.cpp's, of all its requests together
_TOO_LONG = re.compile(
    r"context[ _-]?(?:length|size|window|limit)|maximum context|exceed_context|too many tokens|prompt is too long"
    r"|too many total text bytes|input is too long"
    r"|tokens? .{0,40}exceeds?|reduce the length|reduce your (?:message|prompt|input)|too long for"
    r"|inputs?.{0,12} tokens \+ .?max_new_tokens|max_seq_len|longer than the (?:model|maximum)|prompt too long"
    r"|exceed\w* (?:the |your )?(?:model'?s? |maximum |max )*(?:token limit|(?:input |prompt )?length)"
    r"|range of (?:input|prompt) length|(?:input|prompt) length (?:should|must)"
    r"|inputs?\W{0,3} must have (?:less|fewer) than|maximum (?:prompt|input) length"
    r"|exceeds? the (?:maximum|max|model'?s?|allowed|limit)[^.]{0,40}(?:token|context|input|prompt|sequence)",
    re.IGNORECASE,
)
_TOO_LARGE = re.compile(r"request (?:entity )?(?:is )?too large|payload too large", re.IGNORECASE)
_MISREAD = (400, 404, 422, 500, 502, 503)  # statuses by which gateways pass on what is not theirs


def meaning_of(status: int, words: str, codes: str = "") -> Meaning:
    """What a refusal means; `words` and `codes` are what the service said with it."""
    said = f"{words} {codes}"
    own = "busy" if status == 500 and _CROWDED.search(words) else _of_one_article(status, words, said)
    if own is not None:
        return own
    told = _of_account(status, words, said)
    if told is not None:
        return told
    if status == 429 or (status in (400, 403, 503, 529) and (_BUSY.search(said) or _LOADING.search(words))):
        return "busy"
    if status == 404 and _NO_ROUTE.search(words) and not _MODEL.search(words):
        return "no route"
    if _ABOUT_VERSION.search(words) and status in (400, 404) and not _MODEL.search(words):
        return "no path"
    if status in (404, 405) and _NO_PATH.search(words) and not _MODEL.search(said):
        return "no path"
    if status in (401, 403) or (status in (400, 500) and _KEY.search(said)):
        return "key"
    if status == 404 or (status in (400, 422) and _MODEL.search(said)):
        return "model"
    return "failed" if status in (408, 409, 423, 424, 425, 498, 499) or status >= 500 else "refused"


def _of_one_article(status: int, words: str, said: str) -> Meaning | None:
    """What is wrong with this request alone, if anything is said to be."""
    if status in _MISREAD and _BAD_GENERATION.search(said):
        return "bad generation"
    if status in (400, 403, 422, 451, 500) and _FLAGGED.search(said):
        return "flagged"
    if status == 413 or (status in (400, 422, 429) and (_TOO_LARGE.search(words) or is_more_than_a_minutes(words))):
        return "too large"
    is_too_long = status in (400, 422, 500) and _TOO_LONG.search(said) and not is_about_answer(words)
    return "too large" if is_too_long else None


def _of_account(status: int, words: str, said: str) -> Meaning | None:
    """What is wrong with the account, if anything is said to be."""
    if status == 402 or (status in (400, 403, 412, 429) and _NO_CREDIT.search(said)):
        return "refused" if _AFFORDS_LESS.search(words) else "no credit"
    if status in (400, 401, 403, 404, 429) and _ACCOUNT.search(said):
        return "account"
    if status in (400, 500, 503) and _NO_MEMORY.search(words):
        return "no memory"
    return "model" if status in (401, 403) and _NO_ACCESS.search(words) else None
