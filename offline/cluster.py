"""A Ray cluster to work on: the one place that imports Ray, which is an optional extra."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

OBJECT_STORE_BYTES = 512 << 20
CONNECT_TIMEOUT_S = 5.0
ATTEMPTS = 3
"""So often is work tried whose worker dies."""


class ClusterError(Exception):
    """Ray or a cluster that is not there; the message says what to do."""


@contextmanager
def cluster(address: str | None, workers: int | None = None) -> Iterator[Any]:
    """Ray, connected to the cluster at `address`, or to one of this machine that ends with the context.

    address: `host:port` of the head node, or `auto` for a cluster that this machine belongs to.  workers: at
    least so many places on this machine.  Within a connection it is that one.  Raises ClusterError.
    """
    ray = _import_ray()
    if ray.is_initialized():
        yield ray
        return
    # Nobody asked for reports to Ray's makers, nor for the working folder to be copied to every worker.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0")
    options: dict[str, Any] = {"address": address, "log_to_driver": False, "logging_level": logging.WARNING}
    if address is None:
        options |= {
            "address": "local",
            "num_cpus": max(workers or 1, os.cpu_count() or 1),
            "include_dashboard": False,
            "object_store_memory": OBJECT_STORE_BYTES,
        }
    elif address != "auto":
        _check_answers(address)
    try:
        ray.init(**options)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise ClusterError(
            f"no Ray cluster to work with at {options['address']!r}: {error}; if it asks for a token, set "
            "RAY_AUTH_MODE=token and RAY_AUTH_TOKEN_PATH as Ray's documentation says"
        ) from error
    try:
        yield ray
    finally:
        ray.shutdown()


def _check_answers(address: str) -> None:
    """Raise ClusterError unless something listens at `address`: Ray itself would wait for many minutes."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        raise ClusterError(f"Ray address {address!r} is not allowed; it must be host:port or auto")
    try:
        socket.create_connection((host, int(port)), CONNECT_TIMEOUT_S).close()
    except (OSError, OverflowError) as error:
        raise ClusterError(f"no Ray cluster at {address!r}: {error}") from error


def _import_ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise ClusterError("engine ray needs Ray: pip install 'kd3d_ros[cluster]'") from error
    return ray
