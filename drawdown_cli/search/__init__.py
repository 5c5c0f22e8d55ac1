"""Search: read a query, expand its words, ask the engine, rank and cut passages."""
