"""Scenes from disk to warm students, beside the one that is being served."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

from kd3d_ros.backends import may_use_torch
from kd3d_ros.parameters import NodeParameters, ParameterError
from kd3d_ros.placement import Fit
from kd3d_ros.predictor import Predictor, Trial
from kd3d_ros.scene import SceneError, default_scenes_dir, load_scene
from kd3d_ros.serving import Serving


class SceneLoader:
    """Loads scenes, and owns the thread that computes with them.

    All that computes with torch runs in the one student's thread: where two threads do, OpenMP has more
    workers than a small CPU has cores, puts them to sleep after each layer, and a frame takes twice as long.
    For the same reason the thread that builds a network has no workers.
    """

    def __init__(self) -> None:
        self._stopping = False
        self.student_thread = ThreadPoolExecutor(1, "student")
        self._loading_thread = ThreadPoolExecutor(1, "loading")
        self._torch_told = False

    def load(self, values: NodeParameters) -> Serving:
        """The scene of these parameters, warm.  Raises ParameterError, SceneError, DeviceError.

        What is served in the student's thread goes on meanwhile, between predictions of the new one.
        """
        if not self._torch_told and may_use_torch(values.backend):
            self._tell_torch(values.threads)
        serving = self._loading_thread.submit(_read, values).result()
        serving.predictor.settle(self._between_frames)
        return serving

    def stop(self) -> None:
        """Let a load that is under way end soon, with a SceneError."""
        self._stopping = True

    def shutdown(self) -> None:
        """Let the threads go."""
        self._loading_thread.shutdown()
        self.student_thread.shutdown()

    def _tell_torch(self, threads: int) -> None:
        """Tell each thread, once, with how many others it computes."""
        from kd3d_ros.device import keep_to_one_thread, leave_a_core

        # First the student's: what the other one is told is the rule for threads to come.
        self.student_thread.submit(leave_a_core, threads).result()
        self._loading_thread.submit(keep_to_one_thread).result()
        self._torch_told = True

    def _between_frames(self, predict: Callable[[], Trial]) -> Trial:
        if self._stopping:
            raise SceneError("the node is being stopped, so the scene is not loaded to its end")
        return self.student_thread.submit(predict).result()


def give_back_memory() -> None:
    """Return what was freed to the system, as after a scene was let go; glibc keeps it otherwise."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "malloc_trim"):
        libc.malloc_trim(0)


def _threads() -> int:
    """Of onnxruntime, by the rule that `device.leave_a_core` has for torch."""
    told = os.environ.get("OMP_NUM_THREADS", "")
    if told.isdecimal() and int(told):
        return int(told)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, cores - 1)


def _read(values: NodeParameters) -> Serving:
    if not values.scene:
        raise ParameterError("scene '' is not allowed; allowed: the name of a bundle (scene:=office)")
    scenes_dir = Path(values.scenes_dir).expanduser() if values.scenes_dir else default_scenes_dir()
    bundle = load_scene(scenes_dir, values.scene)
    fit = cast(Fit, values.image_fit)
    threads = values.threads or _threads()
    predictor = Predictor(
        bundle, values.device, values.precision, fit, values.camera_turned, values.backend, threads
    )
    return Serving(bundle, predictor)
