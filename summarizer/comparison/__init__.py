"""From the reports of several articles to one comparison: same facts, who agrees, who does not, who really knows."""
