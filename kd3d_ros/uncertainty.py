"""What to think of a student's points and poses, as measured on frames that it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kd3d_ros.geometry import Points


@dataclass(frozen=True)
class Calibration:
    """Knots of a monotone map: where a network says `predicted`, half of its points err less than `actual`.

    predicted, actual: as many each, metres, ascending.  Between knots logarithms are interpolated; beyond
    them the ratio stays.
    """

    predicted: Sequence[float] = (1.0,)
    actual: Sequence[float] = (1.0,)

    def __post_init__(self) -> None:
        """Raises ValueError for knots that describe no monotone map."""
        for name, values in (("predicted", self.predicted), ("actual", self.actual)):
            positive = all(isinstance(v, int | float) and 1e-6 <= v < float("inf") for v in values)
            if not values or not positive or list(values) != sorted(values):
                raise ValueError(f"{name} {values!r} are not positive numbers in ascending order")
        if len(self.predicted) != len(self.actual):
            raise ValueError(f"{len(self.predicted)} predicted, but {len(self.actual)} actual uncertainties")

    def __call__(self, predicted: Points) -> Points:
        """Calibrated uncertainty, metres, of what the network said; any shape, float32."""
        x = np.log(predicted)
        knots = np.log(self.predicted)
        offset = np.interp(x, knots, np.log(self.actual) - knots)
        calibrated: Points = np.exp(x + offset, dtype=np.float32)
        return calibrated

    def as_dict(self) -> dict[str, list[float]]:
        """Plain values for YAML."""
        return {"predicted": list(self.predicted), "actual": list(self.actual)}


@dataclass(frozen=True)
class LocalizationStatistics:
    """What is usual of the poses that follow from a student's points, in its own place.

    inlier_ratio, uncertainty_m: medians of PoseEstimate's.  covariance_scale: by how much more poses err than
    their covariance says that takes the points' errors as independent.
    """

    inlier_ratio: float
    uncertainty_m: float
    covariance_scale: float

    def __post_init__(self) -> None:
        """Raises ValueError for what no measurement gives."""
        for name, value in vars(self).items():
            if not isinstance(value, int | float) or not 0 < value < float("inf"):
                raise ValueError(f"{name} {value!r} is not a positive number")

    def as_dict(self) -> dict[str, float]:
        """Plain values for YAML."""
        return dict(vars(self))


UNMEASURED = LocalizationStatistics(2.0, 1.0, 1.0)
"""Of a student that gave hardly any pose: none has so many inliers, so that all is LOST."""
