"""What makes a training step on a CPU cheaper."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable

import torch
from torch import Tensor, nn

M_TRIM_THRESHOLD, M_TOP_PAD, M_MMAP_MAX = -1, -2, -4  # malloc.h


def keep_freed_memory() -> None:
    """Let glibc keep the memory of freed activations instead of asking the kernel for it in every step.

    A training step of kd3d_s takes 0.87 times as long that way.  Does nothing on other systems.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):
        libc.mallopt(M_MMAP_MAX, 0)
        libc.mallopt(M_TRIM_THRESHOLD, 2**31 - 1)
        libc.mallopt(M_TOP_PAD, 256 * 2**20)


def depthwise_in_float32(model: nn.Module) -> None:
    """Let depthwise convolutions compute in float32 under CPU autocast.

    oneDNN's bfloat16 gradient of a depthwise convolution is several times slower than its float32 one:
    99 against 57 ms an image for a whole training step on two cores (docs/BENCHMARKS.md).
    """
    for module in model.modules():
        if isinstance(module, nn.Conv2d) and module.groups == module.in_channels > 1:
            module.forward = _without_autocast(module.forward)  # type: ignore[method-assign,assignment]


def _without_autocast(forward: Callable[[Tensor], Tensor]) -> Callable[[Tensor], Tensor]:
    def in_float32(x: Tensor) -> Tensor:
        with torch.autocast(x.device.type, enabled=False):
            return forward(x.float())

    return in_float32


def bfloat16_pays(step: Callable[[bool], object], repeats: int = 2) -> bool:
    """Whether `step(True)` (bfloat16) is faster than `step(False)` (float32), each warmed up once."""
    best = {}
    for bfloat16 in (True, False):
        step(bfloat16)
        times = []
        for _ in range(repeats):
            start = time.perf_counter()
            step(bfloat16)
            times.append(time.perf_counter() - start)
        best[bfloat16] = min(times)
    return best[True] < best[False]
