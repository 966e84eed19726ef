"""What a refusal means, in the wordings of real services."""

from __future__ import annotations

import pytest

from summarizer.endpoint.refusals import Meaning, meaning_of

SAID: list[tuple[int, str, str, Meaning]] = [
    (400, "Failed to generate JSON. Please adjust your prompt.", "json_validate_failed", "bad generation"),
    (400, "Failed to call a function.", "tool_use_failed", "bad generation"),
    (500, "The model produced invalid content. Consider modifying your prompt", "model_error", "bad generation"),
    (403, "Your chosen model requires moderation and your input was flagged", "", "flagged"),
    (400, "The response was filtered due to the prompt triggering the content management policy.", "", "flagged"),
    (400, "Something", "content_filter", "flagged"),
    (400, "Content Exists Risk", "", "flagged"),
    (400, "Input data may contain inappropriate content.", "data_inspection_failed", "flagged"),
    (403, "Country, region, or territory not supported", "", "key"),
    (401, "Incorrect", "", "key"),
    (400, "API key not valid. Please pass a valid API key.", "API_KEY_INVALID", "key"),
    (400, "No connected db.", "no_db_connection", "key"),
    (400, "Invalid model name passed in model=sea", "", "model"),
    (400, "sea/wave is not a valid model ID", "", "model"),
    (400, "The model `sea` has been decommissioned and is no longer supported.", "", "model"),
    (400, "Model Not Exist", "", "model"),
    (404, "model 'sea' not found, try pulling it first", "", "model"),
    (404, "No endpoints found for sea/wave.", "", "model"),
    (404, "404 Not Found", "", "no path"),
    (404, "Not Found", "", "no path"),
    (404, "404 page not found", "", "no path"),
    (404, "Cannot POST /v1/chat/completions", "", "no path"),
    (404, "Invalid URL (POST /v1/v1/chat/completions)", "", "no path"),
    (404, "Resource not found", "", "no path"),
    (405, "405 Not Allowed", "", "no path"),
    (400, "api-version is a required query parameter.", "", "no path"),
    (404, "Missing required query parameter: api-version", "", "no path"),
    (400, "API version not supported", "", "no path"),
    (404, "No endpoints found that can handle the requested parameters.", "", "no route"),
    (404, "No endpoints found that support tool use.", "", "no route"),
    (400, "The requested model is not supported.", "", "model"),
    (400, "The requested model 'sea/wave-2.5' is not supported by any provider of yours.", "", "model"),
    (400, "The requested model is not supported with response_format.", "", "refused"),
    (400, "Your request exceeded model token limit: 8192", "", "too large"),
    (400, "Prompt exceeds max length", "", "too large"),
    (400, "Range of input length should be [1, 30720]", "", "too large"),
    (400, "max_tokens exceeds the model token limit of 1500", "", "refused"),
    (402, "Insufficient Balance", "", "no credit"),
    (400, "Your credit balance is too low", "", "no credit"),
    (429, "You exceeded your current quota", "insufficient_quota", "no credit"),
    (429, "You exceeded your current quota", "RESOURCE_EXHAUSTED", "busy"),
    (402, "more credits, or fewer max_tokens: can only afford 3000", "", "refused"),
    (413, "Too big", "", "too large"),
    (429, "Request too large on tokens per min (TPM): Limit 6000, Requested 8888.", "tokens", "too large"),
    (429, "Limit 6000, Used 5034, Requested 1443. Please try again in 8s", "tokens", "busy"),
    (503, "Rate limit reached", "", "busy"),
    (503, "Loading model", "unavailable_error", "busy"),
    (503, "Model sea/wave is currently loading", "", "busy"),
    (400, "the request exceeds the available context size (4096 tokens)", "", "too large"),
    (422, "`inputs` tokens + `max_new_tokens` must be <= 4096.", "", "too large"),
    (503, "The model is overloaded. Please try again later.", "UNAVAILABLE", "failed"),
    (500, "Internal server error", "server_error", "failed"),
    (400, "max_tokens is too large: 9000. This model supports at most 4096", "", "refused"),
    (400, "Unsupported parameter: 'max_tokens' is not supported with this model.", "", "refused"),
    (400, "max_tokens 9000 exceeds the maximum of 1500 for this model", "", "refused"),
    (400, "max_tokens is too large: 9000. The maximum context length is 8192 tokens", "", "too large"),
    (400, "System role not supported", "", "refused"),
    (400, "'response_format' of type 'json_schema' is not supported with this model.", "", "refused"),
    (400, "Invalid schema for response_format 'Draft': 'required' is required", "", "refused"),
]


@pytest.mark.parametrize(("status", "words", "codes", "meaning"), SAID)
def test_a_refusal_means_what_its_words_say(status: int, words: str, codes: str, meaning: Meaning) -> None:
    assert meaning_of(status, words, codes) == meaning
