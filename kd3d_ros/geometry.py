"""Pinhole cameras and rigid transforms, for the node and the lab alike.

Pixel convention (OpenCV, ROS CameraInfo): integer coordinates are pixel *centres*, so the image
spans [-0.5, width - 0.5].  Camera frame (REP-103 optical): x right, y down, z forward.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Points = NDArray[np.float32]
Depth = NDArray[np.floating]


def scale_intrinsics(K: Array, size_from: tuple[int, int], size_to: tuple[int, int]) -> Array:
    """`K` (3, 3) of the same camera after a resize between two (width, height) sizes.

    Pixel centres move by u' = (u + 0.5) * s - 0.5, which is what `cv2.resize` does.
    """
    sx, sy = size_to[0] / size_from[0], size_to[1] / size_from[1]
    resize = np.array([[sx, 0, 0.5 * sx - 0.5], [0, sy, 0.5 * sy - 0.5], [0, 0, 1.0]])
    return resize @ np.asarray(K, dtype=np.float64)


def resize_affine(size_from: tuple[int, int], size_to: tuple[int, int]) -> Array:
    """(2, 3) map from pixel centres of the resized image back to the original's; sizes (width, height)."""
    sx, sy = size_from[0] / size_to[0], size_from[1] / size_to[1]
    return np.array([[sx, 0, 0.5 * sx - 0.5], [0, sy, 0.5 * sy - 0.5]])


def pixel_grid(width: int, height: int, stride: int = 1) -> Points:
    """Centres (height // stride, width // stride, 2) of the stride x stride blocks of an image."""
    u = np.arange(width // stride, dtype=np.float32) * stride + (stride - 1) / 2
    v = np.arange(height // stride, dtype=np.float32) * stride + (stride - 1) / 2
    return np.stack(np.meshgrid(u, v), axis=-1)


def unproject(depth: Depth, K: Array, T_world_camera: Array | None = None) -> Points:
    """Pointmap (h, w, 3) float32 of a depth image (h, w), metres along z; NaN where depth <= 0.

    In the world frame if the 4x4 camera-to-world pose is given, else in the camera frame.
    """
    height, width = depth.shape
    return unproject_pixels(pixel_grid(width, height), depth, K, T_world_camera)


def unproject_at(pixels: Points, depth: Depth, K: Array, T_world_camera: Array) -> Points:
    """World points (..., 3) float32 seen at `pixels` (..., 2), at the depth of the nearest pixel of `depth`.

    NaN outside the image and where depth <= 0.
    """
    return unproject_pixels(pixels, depth_at(pixels, depth), K, T_world_camera)


def depth_at(pixels: Points, depth: Depth) -> Depth:
    """Depth (...) of the pixel of `depth` (h, w) that is nearest to each of `pixels` (..., 2); 0 outside."""
    height, width = depth.shape
    u, v = np.moveaxis(np.rint(pixels).astype(np.int32), -1, 0)
    inside = (u >= 0) & (u < width) & (v >= 0) & (v < height)
    return np.where(inside, depth[v.clip(0, height - 1), u.clip(0, width - 1)], 0)


def unproject_pixels(pixels: Points, depth: Depth, K: Array, T_world_camera: Array | None = None) -> Points:
    """Points (..., 3) float32 at `depth` (...) along the rays of `pixels` (..., 2); NaN where depth <= 0."""
    valid_depth = np.where(depth > 0, depth, np.nan).astype(np.float32)
    K_inv = np.linalg.inv(K).astype(np.float32)
    rays = pixels.astype(np.float32) @ K_inv[:, :2].T + K_inv[:, 2]
    points = rays * valid_depth[..., None]
    return points if T_world_camera is None else transform_points(T_world_camera, points)


def transform_points(T: Array, points: Points) -> Points:
    """Points (..., 3) float32 moved by the 4x4 transform `T`."""
    T32 = np.asarray(T, dtype=np.float32)
    moved: Points = points @ T32[:3, :3].T + T32[:3, 3]
    return moved


def rotation_angle_deg(R: Array) -> float:
    """Angle of a rotation matrix, degrees in [0, 180]; exact near 0, unlike arccos of the trace."""
    sine = 0.5 * np.linalg.norm([R[2, 1] - R[1, 2], R[0, 2] - R[2, 0], R[1, 0] - R[0, 1]])
    return float(np.degrees(np.arctan2(sine, 0.5 * (np.trace(R) - 1.0))))


def pose_error(T_estimated: Array, T_true: Array) -> tuple[float, float]:
    """Translation error in metres and rotation error in degrees between two 4x4 poses."""
    translation = float(np.linalg.norm(T_estimated[:3, 3] - T_true[:3, 3]))
    return translation, rotation_angle_deg(T_estimated[:3, :3].T @ T_true[:3, :3])


def quaternion(R: Array) -> tuple[float, float, float, float]:
    """Unit quaternion (x, y, z, w), w >= 0, of a rotation matrix (3, 3) (Shepperd 1978)."""
    trace = np.trace(R)
    squares = np.array([*(1 + 2 * np.diag(R) - trace), 1 + trace])  # four times x^2, y^2, z^2, w^2
    largest = int(np.argmax(squares))
    i, j, k = (largest % 3, (largest + 1) % 3, (largest + 2) % 3)
    q = np.empty(4)
    if largest == 3:
        q[:] = [R[2, 1] - R[1, 2], R[0, 2] - R[2, 0], R[1, 0] - R[0, 1], squares[3]]
    else:
        q[i], q[j], q[k] = squares[i], R[j, i] + R[i, j], R[k, i] + R[i, k]
        q[3] = R[k, j] - R[j, k]
    q /= np.linalg.norm(q) * (1 if q[3] >= 0 else -1)
    x, y, z, w = q.tolist()
    return x, y, z, w


def rotation_matrix(q: tuple[float, float, float, float]) -> Array:
    """Rotation (3, 3) of a quaternion (x, y, z, w) of any length but 0."""
    x, y, z, w = np.asarray(q, np.float64) / np.linalg.norm(q)
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )
