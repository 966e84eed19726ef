"""Reports in the forms of others: Web Annotations, schema.org, FollowTheMoney entities, Label Studio tasks."""
