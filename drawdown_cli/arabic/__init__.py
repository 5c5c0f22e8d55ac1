"""The Arabic language: letters, folding, tokens, sentences, inflection, stems, numerals, romanisation."""
