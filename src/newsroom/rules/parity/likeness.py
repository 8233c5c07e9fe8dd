"""When two numbers say the same, and when one could stand in the other's place."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from newsroom.languages.quantity import Quantity
from newsroom.languages.units import PERCENT, in_smaller, may_be_same
from newsroom.rules.facts import Said

_CLOSE: Final = Decimal("0.5")
"""Percentage points by which *a third* may differ from 33%."""

Number = Said[Quantity]


def say_the_same(one: Number, two: Number) -> bool:
    """The same value of the same unit, as far as both tell it."""
    return same_value(one, two) and may_be_same(one.fact.unit, two.fact.unit)


def same_value(one: Number, two: Number) -> bool:
    """The same value, whatever it counts."""
    first, second = one.fact, two.fact
    if first.sign and second.sign and first.sign != second.sign:
        return False
    if first.value == second.value or not set(first.readings).isdisjoint(second.readings):
        return True
    return _are_part_and_percent(first, second) or are_worth_the_same(one, two)


def are_worth_the_same(one: Number, two: Number) -> bool:
    """Whether they say the same in two units: 500 baisas and half a riyal, an hour and a half and 90 minutes."""
    first, second = one.fact, two.fact
    if not first.unit or not second.unit or first.unit == second.unit:
        return False
    return in_smaller(first.value, first.unit) == in_smaller(second.value, second.unit)


def could_stand_for(one: Number, two: Number) -> bool:
    """Whether one may be what the other should have been: both years, both of a unit, both plain numbers."""
    first, second = one.fact, two.fact
    return first.kind == second.kind != "multiple" and may_be_same(first.unit, second.unit)


def distance(one: Number, two: Number) -> float:
    """How far apart two numbers are, as a share of the larger."""
    first, second = abs(float(one.fact.value)), abs(float(two.fact.value))
    return abs(first - second) / (max(first, second) or 1.0)


def _are_part_and_percent(one: Quantity, two: Quantity) -> bool:
    part, percent = (one, two) if one.kind == "fraction" else (two, one)
    if part.kind != "fraction" or percent.unit != PERCENT:
        return False
    return abs(part.value * 100 - percent.value) < _CLOSE
