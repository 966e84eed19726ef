"""Reports as tables: records, CSV, Parquet, a database, and frames of pandas and Arrow, all with the same columns."""
