"""sensor_msgs/CameraInfo -> Camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kd3d_ros.camera import Camera, CameraError
from kd3d_ros.decoding.errors import MessageError

if TYPE_CHECKING:
    from sensor_msgs.msg import CameraInfo


def camera_of(info: CameraInfo, rectified: bool = False) -> Camera:
    """The camera of the images that come with `info`: its region of interest, binned.

    rectified: of their rectified version, by P and without distortion.  Raises MessageError.
    sensor_msgs/CameraInfo: K, D and P belong to the full resolution.
    """
    try:
        return _camera(info, rectified)
    except CameraError as error:
        raise MessageError("camera_info", f"camera_info: {error}") from error


def _camera(info: CameraInfo, rectified: bool) -> Camera:
    full = info.width, info.height
    if rectified:
        if not info.p[0]:
            raise CameraError("P is zero, which rectified images need")
        camera = Camera(full, info.p[0], info.p[5], info.p[2], info.p[6])
    else:
        model, D = info.distortion_model, tuple(info.d)
        if model == "equidistant":
            D = D or (0.0,) * 4
        elif not any(D):  # whatever the model is called
            model, D = "", ()
        camera = Camera(full, info.k[0], info.k[4], info.k[2], info.k[5], model, D)
    x, y, width, height = _region(info)
    binning = max(1, info.binning_x), max(1, info.binning_y)
    size = width // binning[0], height // binning[1]
    if min(size) < 1:
        raise CameraError(f"binning {binning} leaves nothing of {width}x{height}")
    used = size[0] * binning[0], size[1] * binning[1]
    return camera.cropped(x, y, used).resized(size)


def _region(info: CameraInfo) -> tuple[int, int, int, int]:
    """x, y, width, height of the region of interest: the whole image where none is given."""
    roi = info.roi
    if roi.width == 0 and roi.height == 0:
        return 0, 0, info.width, info.height
    if roi.x_offset + roi.width > info.width or roi.y_offset + roi.height > info.height:
        raise CameraError(
            f"roi of {roi.width}x{roi.height} at ({roi.x_offset}, {roi.y_offset}) is not within the image "
            f"of {info.width}x{info.height}"
        )
    return roi.x_offset, roi.y_offset, roi.width, roi.height
