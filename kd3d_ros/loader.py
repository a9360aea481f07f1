"""Scenes from disk to warm students, beside the one that is being served."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

from kd3d_ros.device import keep_to_one_thread, leave_a_core
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
        self.student_thread.submit(leave_a_core).result()  # before the loading thread is told otherwise
        self._loading_thread = ThreadPoolExecutor(1, "loading", initializer=keep_to_one_thread)

    def load(self, values: NodeParameters) -> Serving:
        """The scene of these parameters, warm.  Raises ParameterError, SceneError, DeviceError.

        What is served in the student's thread goes on meanwhile, between predictions of the new one.
        """
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

    def _between_frames(self, predict: Callable[[], Trial]) -> Trial:
        if self._stopping:
            raise SceneError("the node is being stopped, so the scene is not loaded to its end")
        return self.student_thread.submit(predict).result()


def _read(values: NodeParameters) -> Serving:
    if not values.scene:
        raise ParameterError("scene '' is not allowed; allowed: the name of a bundle (scene:=office)")
    scenes_dir = Path(values.scenes_dir).expanduser() if values.scenes_dir else default_scenes_dir()
    bundle = load_scene(scenes_dir, values.scene)
    fit = cast(Fit, values.image_fit)
    predictor = Predictor(bundle, values.device, values.precision, fit, values.camera_turned)
    return Serving(bundle, predictor)
