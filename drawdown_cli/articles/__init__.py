"""Input files to articles: readers by file type, encodings, the date of publication."""
