"""What is known of frames before they are aligned: poses of the recording, scales from a depth sensor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial.transform import Rotation

from kd3d_ros.geometry import Array
from offline.alignment.sim3 import Sim3

SOFT = 100.0
"""Squared standard deviations at which a pose begins to be doubted: a wrong one pulls no harder than this."""


@dataclass(frozen=True)
class Priors:
    """NaN where nothing is known.  T_world_camera: (n, 4, 4).  log_scale: (n,), of canonical unit in metres.

    sigma_m, sigma_rad, sigma_scale: standard deviations of camera positions, rotations, and log scales.
    """

    T_world_camera: Array
    log_scale: Array
    sigma_m: float = 0.01
    sigma_rad: float = 0.005
    sigma_scale: float = 0.03

    @classmethod
    def none(cls, n: int) -> Priors:
        return cls(np.full((n, 4, 4), np.nan), np.full(n, np.nan))

    @property
    def posed(self) -> np.ndarray:
        """Indices of the frames whose pose is known."""
        return np.flatnonzero(np.isfinite(self.T_world_camera).all(axis=(1, 2)))

    @property
    def scaled(self) -> np.ndarray:
        """Indices of the frames whose scale is known."""
        return np.flatnonzero(np.isfinite(self.log_scale))

    def cost(self, G: Sim3) -> float:
        """What the frames' deviation from what is known costs."""
        size = self._size(*self._pose_deviations(G))
        return float(SOFT * np.log1p(size / SOFT).sum() + np.square(self._scale_deviations(G)).sum())

    def terms(self, G: Sim3) -> tuple[Array, Array]:
        """(n, 7, 7) information and (n, 7) half gradient of the cost, for displacements of `Sim3.retract`."""
        information, gradient = np.zeros((len(G), 7, 7)), np.zeros((len(G), 7))
        k, s = self.posed, self.scaled
        shift, turn = self._pose_deviations(G)
        soft = 1 / (1 + self._size(shift, turn) / SOFT)
        # A displacement v in the frame's own units moves the camera by s R v.
        J = G.scale[k, None, None] * (np.swapaxes(self.T_world_camera[k, :3, :3], 1, 2) @ G.R[k])
        J /= self.sigma_m
        information[k, :3, :3] = soft[:, None, None] * (np.swapaxes(J, 1, 2) @ J)
        gradient[k, :3] = soft[:, None] * np.einsum("nji,nj->ni", J, shift)
        information[k, 3:6, 3:6] = (soft / self.sigma_rad**2)[:, None, None] * np.eye(3)
        gradient[k, 3:6] = soft[:, None] * turn / self.sigma_rad
        information[s, 6, 6] = self.sigma_scale**-2
        gradient[s, 6] = self._scale_deviations(G) / self.sigma_scale
        return information, gradient

    def _pose_deviations(self, G: Sim3) -> tuple[Array, Array]:
        """Of the posed frames, translation and rotation (n, 3) in the known camera's frame, in sigmas."""
        k = self.posed
        back = np.swapaxes(self.T_world_camera[k, :3, :3], 1, 2)
        shift = np.einsum("nij,nj->ni", back, G.t[k] - self.T_world_camera[k, :3, 3])
        turn = Rotation.from_matrix(back @ G.R[k]).as_rotvec() if len(k) else np.zeros((0, 3))
        return shift / self.sigma_m, turn / self.sigma_rad

    def _scale_deviations(self, G: Sim3) -> Array:
        deviation: Array = (np.log(G.scale) - self.log_scale)[self.scaled] / self.sigma_scale
        return deviation

    @staticmethod
    def _size(shift: Array, turn: Array) -> Array:
        size: Array = np.square(shift).sum(axis=1) + np.square(turn).sum(axis=1)
        return size
