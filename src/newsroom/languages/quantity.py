"""A number that a text says, with what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

QuantityKind = Literal["cardinal", "ordinal", "fraction", "multiple", "year", "clock", "code"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text, from ``start`` to before ``end``, its unit included.

    ``unit`` is empty where it is not told. ``others`` are values that may be meant as well. The value of a clock time
    is its hour and minutes, 8.30; that of a code, such as a telephone number, its digits as one number. ``sign`` is
    that which was written, and ``scale`` the thousand or million that is in the value already.
    """

    value: Decimal
    unit: str
    start: int
    end: int
    kind: QuantityKind = "cardinal"
    in_digits: bool = True
    others: tuple[Decimal, ...] = ()
    sign: Literal["", "+", "-"] = ""
    scale: Decimal = Decimal(1)

    @property
    def readings(self) -> tuple[Decimal, ...]:
        """Every value that may be meant."""
        return self.value, *self.others
