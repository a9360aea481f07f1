"""Diagnostics: one status as a message."""

from __future__ import annotations

from collections.abc import Mapping

from builtin_interfaces.msg import Time
from diagnostic_msgs.msg import DiagnosticArray, DiagnosticStatus, KeyValue

_LEVELS = {"ok": DiagnosticStatus.OK, "warn": DiagnosticStatus.WARN, "error": DiagnosticStatus.ERROR}


def diagnostics_message(
    name: str, hardware_id: str, level: str, summary: str, values: Mapping[str, object], stamp: Time
) -> DiagnosticArray:
    """One status as a DiagnosticArray; `level` is 'ok', 'warn' or 'error'."""
    status = DiagnosticStatus(level=_LEVELS[level], name=name, message=summary)
    status.hardware_id = hardware_id
    status.values = [KeyValue(key=key, value=str(value)) for key, value in values.items()]
    msg = DiagnosticArray(status=[status])
    msg.header.stamp = stamp
    return msg
