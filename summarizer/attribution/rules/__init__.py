"""The rules: each reads one way in which news says who said what."""
