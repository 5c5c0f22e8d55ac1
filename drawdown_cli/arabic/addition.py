"""Add up the words of a number one by one, refusing what begins another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from drawdown_cli.models import QuantityForm


class Piece(NamedTuple):
    """One word or run of digits on the way through a number."""

    value: float | int
    role: str
    joined: bool
    definite: bool
    proclitic: str
    last: int


@dataclass(slots=True)
class Sum:
    """A number while it is read: what is closed by a scale word, and the group still open."""

    closed: float | int = 0
    group: float | int | None = None
    smallest_scale: float = float("inf")
    last_role: str = ""
    last_value: float | int = 0
    last_scaled: float | int = 0
    form: QuantityForm = QuantityForm.CARDINAL
    words: bool = False
    pieces: int = 0

    def start(self, piece: Piece) -> bool:
        """Take the first piece; False where a number cannot begin with it."""
        if piece.role in ("scales", "fractions"):
            return False
        if piece.role in ("scale", "scale_or_dual", "dual"):
            self._close(1 if piece.role == "scale" else 2 if piece.role == "scale_or_dual" else 1, piece)
        else:
            self.group = piece.value
        if piece.role == "fraction":
            self.form = QuantityForm.FRACTION
        if piece.role in ("ordinal", "ordinal_part"):
            self.form = QuantityForm.ORDINAL
        self._took(piece)
        return True

    def add(self, piece: Piece) -> bool:
        """Take a further piece; False where it begins something else."""
        if self.pieces == 1 and self.last_role == "scale_or_dual" and piece.joined:
            # A dual in the construct state needs its noun next to it: 'ألفا ومئة' is 1,100.
            self.closed = self.last_scaled = self.smallest_scale
        if self.form is QuantityForm.ORDINAL:
            taken = self._add_to_ordinal(piece)
        elif piece.role in ("scale", "scales", "scale_or_dual", "dual"):
            taken = self._add_scale(piece)
        elif piece.role in ("fraction", "fractions"):
            taken = self._add_fraction(piece)
        elif piece.joined:
            taken = self._add_joined(piece)
        else:
            taken = self._add_unjoined(piece)
        if taken:
            self._took(piece)
        return taken

    def end_alone(self) -> None:
        """Close a number that no noun follows: 'بلغ عددهم ألفا' is one thousand in the accusative."""
        if self.last_role == "scale_or_dual":
            self.closed = self.last_scaled = self.smallest_scale

    def is_complete(self) -> bool:
        """Return whether what was read is a number by itself: 'one of' before ten alone is not."""
        return not (self.pieces == 1 and self.last_role in ("part", "ordinal_part"))

    def value(self) -> float | int:
        """Return the number read so far."""
        total = self.closed + (self.group or 0)
        return int(total) if total == int(total) else total

    def _took(self, piece: Piece) -> None:
        self.words = self.words or piece.role != "digits"
        self.last_role, self.last_value = piece.role, piece.value
        self.pieces += 1

    def _close(self, count: float | int, piece: Piece) -> None:
        self.last_scaled = count * piece.value
        self.closed += self.last_scaled
        self.smallest_scale = piece.value / 2 if piece.role == "dual" else piece.value
        self.group = None

    def _add_to_ordinal(self, piece: Piece) -> bool:
        """'الثالث عشر', 'الحادي والثلاثين'."""
        group = self.group or 0
        if not piece.joined and piece.role == "ten" and group % 100 < 10 and self.last_role != "ten":
            self.group = group + 10
            return True
        if piece.joined and piece.role == "tens" and group % 100 < 10:
            self.group = group + piece.value
            return True
        return False

    def _add_scale(self, piece: Piece) -> bool:
        if piece.role == "dual":
            fits = piece.joined and piece.value < self.smallest_scale
            if fits:
                self._flush()
                self._close(1, piece)
            return fits
        if piece.joined:
            return self._add_joined_scale(piece)
        if self.group is None:
            return self._add_scale_to_scale(piece)
        if piece.value >= self.smallest_scale:
            return False
        if self.form is QuantityForm.FRACTION:
            self.form = QuantityForm.CARDINAL
        self._close(self.group, piece)
        return True

    def _add_scale_to_scale(self, piece: Piece) -> bool:
        """'ألف مليون' multiplies; 'مليون ونصف المليون' only names the scale again."""
        if self.last_role == "fraction" and piece.value == self.smallest_scale:
            return True
        if self.last_role in ("scale", "scales") and piece.value > self.last_value:
            self.closed += self.last_scaled * (piece.value - 1)
            self.last_scaled *= piece.value
            return True
        return False

    def _add_joined_scale(self, piece: Piece) -> bool:
        """'مليون وألف': one thousand more; 'مئة وعشرة ومليون' in the old order."""
        if piece.role == "scales" or not (piece.value < self.smallest_scale):
            return False
        if self.last_role == "digits" or (self.group is not None and self.group < 100):
            return False
        self._flush()
        self._close(2 if piece.role == "scale_or_dual" else 1, piece)
        return True

    def _flush(self) -> None:
        self.closed += self.group or 0
        self.group = None

    def _add_fraction(self, piece: Piece) -> bool:
        if piece.role == "fractions":
            # 'عشرون وثلاثة أخماس': the last count is of the parts.
            if self.group is None or piece.joined or self.last_value < 2:
                return False
            counted = self.last_value if self.last_value <= 10 else self.group
            self.group += counted * (piece.value - 1)
            if self.group < 1 and not self.closed:
                self.form = QuantityForm.FRACTION
            return True
        if not piece.joined or piece.definite:
            return False
        if self.group is None:
            self.closed += piece.value * self.last_scaled
        else:
            self.group += piece.value
        return True

    def add_parts(self, count: Piece, part: Piece) -> bool:
        """Take 'and three fifths' after a whole number."""
        if self.form is not QuantityForm.CARDINAL or not 2 <= count.value <= 10:
            return False
        self._flush()
        self.closed += count.value * part.value
        self._took(part)
        return True

    def add_beyond(self, hundreds: int) -> None:
        """Take 'after the hundredth'."""
        self.closed += hundreds
        self.form = QuantityForm.ORDINAL

    def _add_unjoined(self, piece: Piece) -> bool:
        group = self.group
        if group is None:
            return False
        if piece.role == "hundred" and (group < 100 or self.last_role == "digits"):
            self.group = group * 100
            self.form = QuantityForm.CARDINAL
            return True
        if piece.role == "ten" and self.last_role in ("unit", "part") and 1 <= self.last_value <= 9:
            self.group = group + 10
            return True
        return False

    def _add_joined(self, piece: Piece) -> bool:
        if piece.role in ("ordinal", "ordinal_part"):
            return self._add_joined_ordinal(piece)
        if self.group is None:
            if not piece.value < self.smallest_scale:
                return False
            self.group = piece.value
            return True
        if self._is_ascending(piece):
            self.group += piece.value
            return True
        after_digits = self.last_role == "digits" and (piece.role == "digits" or self.group < 100)
        if after_digits or not _places_free(self.group, piece.value):
            return False
        self.group += piece.value
        return True

    def _is_ascending(self, piece: Piece) -> bool:
        """'ثمانين وتسعمئة': the old order, units and tens before hundreds."""
        hundreds = piece.role in ("hundred", "hundreds")
        return hundreds and self.group is not None and 0 < self.group < 100 and self.last_role != "digits"

    def _add_joined_ordinal(self, piece: Piece) -> bool:
        """'المئة والخامسة والعشرون'."""
        if self.group is None or self.group % 100:
            return False
        self.group += piece.value
        self.form = QuantityForm.ORDINAL
        return True


def _places_free(group: float | int, value: float | int) -> bool:
    """Whether `value` fills places that `group` leaves free, a smaller number never before hundreds."""
    if group != int(group) or value != int(value) or not 0 < value < 100:
        return False
    below = int(group) % 100
    if below == 0:
        return True
    if 1 <= below <= 9:
        return value >= 20 and value % 10 == 0
    return below >= 20 and below % 10 == 0 and 1 <= value <= 9
