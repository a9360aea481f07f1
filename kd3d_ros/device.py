"""Where torch runs a student: the only file that knows its devices.

CUDA: pinned memory, so that the upload does not wait, and one blocking copy back, which is the only
synchronization of a frame (PyTorch, CUDA semantics: asynchronous execution, use pinned memory buffers).
"""

from __future__ import annotations

import os

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kd3d_ros.backends import DeviceError

HALF_PRECISION = {"cpu": "bf16", "cuda": "fp16"}
"""What a device computes faster in than in fp32."""
DTYPES = {"bf16": torch.bfloat16, "fp16": torch.float16}


def available_devices() -> list[str]:
    """Names that `resolve_device` takes here, besides auto."""
    return ["cpu", *(f"cuda:{i}" for i in range(torch.cuda.device_count()))]


def resolve_device(name: str) -> torch.device:
    """`auto` is the first GPU if there is one, else the CPU.  Raises DeviceError."""
    available = available_devices()
    if name == "auto":
        return torch.device(available[-1] if len(available) == 1 else available[1])
    wanted = "cuda:0" if name == "cuda" else name
    if wanted not in available:
        raise DeviceError(f"device {name!r} is not available; choose from {['auto', *available]}")
    return torch.device(wanted)


def autocast(precision: str, device: torch.device) -> torch.autocast:
    """Within it a network computes in this one of PRECISIONS, but for what `mixed` keeps in float32."""
    dtype = DTYPES[precision if precision in DTYPES else HALF_PRECISION[device.type]]
    return torch.autocast(device.type, dtype, enabled=precision != "fp32")


def upload(image: NDArray[np.uint8], device: torch.device) -> Tensor:
    """An image (h, w, 3) as a batch (1, 3, h, w) of float32 on `device`."""
    # Images that are views of a message's bytes are read-only, which torch warns of.
    pixels = torch.from_numpy(np.require(image, requirements=["C", "W"]))
    if device.type == "cuda":
        pixels = pixels.pin_memory()
    on_device = pixels.to(device, non_blocking=True)
    return on_device.permute(2, 0, 1)[None].to(torch.float32, memory_format=torch.channels_last)


def download(maps: Tensor) -> NDArray[np.float32]:
    """Maps (1, c, h, w) on a device as an array (h, w, c) float32; waits for them."""
    array: NDArray[np.float32] = maps[0].permute(1, 2, 0).to("cpu", torch.float32).numpy()
    return array


def wait_for(device: torch.device) -> None:
    """Until it has computed all that it was told; a CPU always has."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def leave_a_core(threads: int = 0) -> None:
    """Let what this thread computes on the CPU have helpers, whatever `keep_to_one_thread` says elsewhere.

    threads: so many in all.  0: one core is left to what brings images and takes clouds: with a helper on
    every core, all of them wait at each layer for the one that was interrupted; $OMP_NUM_THREADS, where it
    is set, is taken as it is.
    """
    if not threads:
        many = torch.get_num_threads()
        threads = many if "OMP_NUM_THREADS" in os.environ else max(1, many - 1)
    torch.set_num_threads(threads)


def keep_to_one_thread() -> None:
    """Let what this thread computes on the CPU have no helpers; nor threads that begin to compute later."""
    torch.set_num_threads(1)
