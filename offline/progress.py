"""Progress bars that are pleasant in a terminal and short in a log file."""

from __future__ import annotations

import sys
from typing import Any

from tqdm import tqdm


def progress(*args: Any, **kwargs: Any) -> Any:
    """`tqdm` that redraws often in a terminal and every 15 s elsewhere."""
    kwargs.setdefault("mininterval", 0.2 if sys.stderr.isatty() else 15.0)
    return tqdm(*args, dynamic_ncols=True, **kwargs)
