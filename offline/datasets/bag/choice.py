"""The flags that say what of a bag to use.  Imports nothing: every stage's command line has them."""

from __future__ import annotations

from dataclasses import asdict, dataclass

NONE = "none"
"""The topic of what is not to be used."""


@dataclass(frozen=True, kw_only=True)
class BagTopics:
    """What of a bag to use, where more than one thing can be meant."""

    image_topic: str | None = None
    """The camera's images, raw or compressed."""
    depth_topic: str | None = None
    """Depth images, or none to do without."""
    camera_info_topic: str | None = None
    """The calibration of the images, or none to do without."""
    pose_topic: str | None = None
    """Poses (Odometry, PoseStamped, PoseWithCovarianceStamped) in place of TF, or none."""
    map_frame: str | None = None
    """The world frame; default: the first of map, odom, world that TF has, else its root."""
    camera_frame: str | None = None
    """The camera's optical frame; default: the frame_id of its images."""

    @property
    def given(self) -> dict[str, str]:
        """Those that were given, by field."""
        return {field: value for field, value in asdict(self).items() if value is not None}


def flag(field: str) -> str:
    """A field as it is on the command line."""
    return "--" + field.replace("_", "-")
