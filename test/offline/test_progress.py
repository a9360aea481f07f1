"""Bars count what passes."""

from __future__ import annotations

import pytest

from offline.progress import progress


def test_everything_passes_and_a_log_stays_short(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress(range(500), desc="labelling", unit="frame")) == list(range(500))
    text = capsys.readouterr().err
    assert "labelling: 100%" in text
    assert text.count("\r") <= 3
