"""ROS messages <-> arrays; `kd3d_ros.decoding` has what needs no ROS, and no other package knows layouts.

Images come in as sensor_msgs/Image or CompressedImage; clouds go out as sensor_msgs/PointCloud2.
"""

from kd3d_ros.decoding import MessageError, Pixels, camera_of
from kd3d_ros.messages.clouds import pack_cloud, read_cloud, sample_colours
from kd3d_ros.messages.geometry import (
    camera_info_message,
    depth_message,
    matrix_of,
    pose_matrix,
    pose_message,
    transform_message,
)
from kd3d_ros.messages.images import ImageDecoder, image_decoder, image_message
from kd3d_ros.messages.status import diagnostics_message

__all__ = [
    "ImageDecoder",
    "MessageError",
    "Pixels",
    "camera_info_message",
    "camera_of",
    "depth_message",
    "diagnostics_message",
    "image_decoder",
    "image_message",
    "matrix_of",
    "pack_cloud",
    "pose_matrix",
    "pose_message",
    "read_cloud",
    "sample_colours",
    "transform_message",
]
