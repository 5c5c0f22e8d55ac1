"""Readers by file type: each yields the pages of one stream."""
