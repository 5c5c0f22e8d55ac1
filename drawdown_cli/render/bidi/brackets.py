"""Paired brackets (UAX #9, BD16) and mirrored characters (L4)."""

from __future__ import annotations

_PAIRS = (
    "()",
    "[]",
    "{}",
    "⁅⁆",
    "⁽⁾",
    "₍₎",
    "\u2329\u232a",
    "❨❩",
    "❪❫",
    "❬❭",
    "❮❯",
    "❰❱",
    "❲❳",
    "❴❵",
    "⟅⟆",
    "⟦⟧",
    "⟨⟩",
    "⟪⟫",
    "⟬⟭",
    "⟮⟯",
    "⦃⦄",
    "⦅⦆",
    "⦇⦈",
    "⦉⦊",
    "⦋⦌",
    "⦍⦐",
    "⦏⦎",
    "⦑⦒",
    "⦓⦔",
    "⦕⦖",
    "⦗⦘",
    "⧘⧙",
    "⧚⧛",
    "⧼⧽",
    "⌈⌉",
    "⌊⌋",
    "༺༻",
    "༼༽",
    "᚛᚜",
    "⸢⸣",
    "⸤⸥",
    "⸦⸧",
    "⸨⸩",
    "⹕⹖",
    "⹗⹘",
    "⹙⹚",
    "⹛⹜",
    "〈〉",
    "《》",
    "「」",
    "『』",
    "【】",
    "〔〕",
    "〖〗",
    "〘〙",
    "〚〛",
    "﹙﹚",
    "﹛﹜",
    "﹝﹞",
    "（）",
    "［］",
    "｛｝",
    "｟｠",
    "｢｣",
)

CLOSING = {pair[0]: pair[1] for pair in _PAIRS}
"""The closing bracket of each opening one."""

OPENING = {pair[1]: pair[0] for pair in _PAIRS}
"""The opening bracket of each closing one."""

CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
"""Brackets that are canonically other brackets."""

MIRRORED = {
    **CLOSING,
    **OPENING,
    "<": ">",
    ">": "<",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "≤": "≥",
    "≥": "≤",
}
"""What a character looks like where text runs from right to left."""
