"""What a reader of a claim should doubt."""
