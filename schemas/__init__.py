"""JSON Schemas generated from the pydantic models by `summarizer schema`."""
