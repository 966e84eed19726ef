"""What flows between the stages; it imports nothing of ours."""
