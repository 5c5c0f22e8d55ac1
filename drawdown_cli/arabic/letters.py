"""Arabic letters and marks by name, and the classes that folding and tokenizing need.

The one home of PyArabic, whose character classes we use; a test keeps them in step with Unicode's.
"""

from __future__ import annotations

import unicodedata
import warnings

with warnings.catch_warnings():
    # PyArabic 0.6.15 has an invalid escape sequence, a SyntaxWarning since Python 3.12.
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from pyarabic import araby

ALEF = araby.ALEF
ALEF_MAKSURA = araby.ALEF_MAKSURA
BEH = araby.BEH
FEH = araby.FEH
HAMZA = araby.HAMZA
HEH = araby.HEH
LAM = araby.LAM
MEEM = araby.MEEM
NOON = araby.NOON
SEEN = araby.SEEN
SHADDA = araby.SHADDA
TATWEEL = araby.TATWEEL
TEH = araby.TEH
TEH_MARBUTA = araby.TEH_MARBUTA
WAW = araby.WAW
YEH = araby.YEH
DAMMA = araby.DAMMA
FATHA = araby.FATHA
FATHATAN = araby.FATHATAN
ALEF_MADDA = araby.ALEF_MADDA
ALEF_HAMZA_ABOVE = araby.ALEF_HAMZA_ABOVE
ALEF_HAMZA_BELOW = araby.ALEF_HAMZA_BELOW

TASHKEEL = frozenset(araby.TASHKEEL)
ALEF_FORMS = frozenset(araby.ALEFAT) - {ALEF, araby.ALEF_MAKSURA, araby.SMALL_ALEF}
WAW_HAMZA = araby.WAW_HAMZA
YEH_HAMZA = araby.YEH_HAMZA

ARABIC_MARKS = frozenset(
    chr(code)
    for block in (range(0x0600, 0x0700), range(0x0890, 0x0900))
    for code in block
    if unicodedata.category(chr(code)) == "Mn"
)
"""Every nonspacing mark of the Arabic blocks: harakat, Quranic signs, combining hamza and madda."""

INVISIBLE = frozenset(
    "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{WORD JOINER}"
    "\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}\N{ARABIC LETTER MARK}"
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
) | {chr(code) for block in (range(0x202A, 0x202F), range(0x2066, 0x206A)) for code in block}
"""Characters that a reader cannot see and a search must not."""

PERSO_ARABIC = {
    "\N{ARABIC LETTER KEHEH}": araby.KAF,
    "\N{ARABIC LETTER SWASH KAF}": araby.KAF,
    "\N{ARABIC LETTER GAF}": araby.KAF,
    "\N{ARABIC LETTER FARSI YEH}": YEH,
    "\N{ARABIC LETTER YEH BARREE}": YEH,
    "\N{ARABIC LETTER YEH WITH TAIL}": YEH,
    "\N{ARABIC LETTER E}": YEH,
    "\N{ARABIC LETTER HEH GOAL}": HEH,
    "\N{ARABIC LETTER HEH DOACHASHMEE}": HEH,
    "\N{ARABIC LETTER HEH WITH YEH ABOVE}": HEH,
    "\N{ARABIC LETTER HEH GOAL WITH HAMZA ABOVE}": HEH,
    "\N{ARABIC LETTER AE}": HEH,
    "\N{ARABIC LETTER TEH MARBUTA GOAL}": HEH,
    "\N{ARABIC LETTER PEH}": araby.BEH,
    "\N{ARABIC LETTER TCHEH}": araby.JEEM,
    "\N{ARABIC LETTER JEH}": araby.ZAIN,
    "\N{ARABIC LETTER VEH}": araby.FEH,
    "\N{ARABIC LETTER TTEH}": TEH,
    "\N{ARABIC LETTER DDAL}": araby.DAL,
    "\N{ARABIC LETTER RREH}": araby.REH,
    "\N{ARABIC LETTER NOON GHUNNA}": NOON,
    "\N{ARABIC LETTER OE}": WAW,
    "\N{ARABIC LETTER U}": WAW,
    "\N{ARABIC LETTER YU}": WAW,
    "\N{ARABIC LETTER VE}": WAW,
}
"""Persian, Urdu, Kurdish and Pashto letters, and the Arabic letter that the press writes for each."""
