"""One request to an endpoint: its form, its limits, its price, its retries."""
