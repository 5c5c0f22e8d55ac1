"""The index: SQLite as the truth, tantivy beside it for search."""
