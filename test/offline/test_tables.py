"""Columns are aligned."""

from __future__ import annotations

from offline.tables import aligned


def test_a_column_is_as_wide_as_its_widest_cell() -> None:
    assert aligned([("scene", "MB", ""), ("a", "10.5", "ok")]) == ["scene  MB", "a      10.5  ok"]
