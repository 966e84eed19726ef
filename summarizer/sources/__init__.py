"""Who a source is: its fullest name, kind, role and relays."""
