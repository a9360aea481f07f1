"""One loaded scene: image in; pointmap, pose and whether to trust it out.  Knows no ROS."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kd3d_ros.camera import Camera, CameraError
from kd3d_ros.localization import Localization, Localizer
from kd3d_ros.placement import fits_aspect
from kd3d_ros.predictor import PointMap, Predictor
from kd3d_ros.scene import SceneBundle


@dataclass(frozen=True)
class Answer:
    """What one image gave.  camera: of the image, None if unknown.  predict_s: seconds in the predictor."""

    pointmap: PointMap
    localization: Localization
    camera: Camera | None
    predict_s: float

    def depth(self) -> NDArray[np.float32]:
        """(h, w) metres along the camera's z axis; NaN where there is no point, or one behind the camera."""
        estimate = self.localization.estimate
        assert estimate is not None, "only a pose tells where the camera is"
        R, centre = estimate.T_world_camera[:3, :3], estimate.T_world_camera[:3, 3]
        z: NDArray[np.float32] = (self.pointmap.points - centre.astype(np.float32)) @ R[:, 2].astype(
            np.float32
        )
        return np.where((z > 0) & np.isfinite(z), z, np.float32(np.nan))


class Serving:
    """Answers images of one scene.  One thread at a time."""

    def __init__(self, bundle: SceneBundle, predictor: Predictor) -> None:
        self.bundle = bundle
        self.predictor = predictor
        self._localizer = Localizer(bundle.localization)

    def answer(
        self, rgb: NDArray[np.uint8], calibrated: Camera | CameraError | None, stamp_s: float
    ) -> Answer:
        """Of an image (h, w, 3).  calibrated: what camera_info says, if anything, or why it is no camera.

        Raises ImageError.
        """
        start = time.monotonic()
        pointmap = self.predictor.predict(rgb)
        predict_s = time.monotonic() - start
        try:
            camera = self._camera((rgb.shape[1], rgb.shape[0]), calibrated)
        except CameraError as error:
            return Answer(pointmap, Localization(None, str(error)), None, predict_s)
        return Answer(pointmap, self._localizer.locate(pointmap, camera, stamp_s), camera, predict_s)

    def _camera(self, size: tuple[int, int], calibrated: Camera | CameraError | None) -> Camera:
        """Of images of `size`: calibrated, or else the one that the scene was learned with."""
        if isinstance(calibrated, CameraError):
            raise calibrated
        if calibrated is None:
            camera = self.bundle.camera
            if self.predictor.turned_deg or not fits_aspect(size, camera.size):
                raise CameraError(
                    f"no camera_info; the scene's own intrinsics are for upright images of "
                    f"{camera.size[0]}x{camera.size[1]}, not {size[0]}x{size[1]}"
                )
            return camera.resized(size)
        if not fits_aspect(size, calibrated.size):
            raise CameraError(
                f"camera_info is of {calibrated.size[0]}x{calibrated.size[1]}, the image {size[0]}x{size[1]}"
            )
        return calibrated if size == calibrated.size else calibrated.resized(size)
