"""ROS messages <-> arrays.  The only package that knows how messages are laid out.

Images come in as sensor_msgs/Image or CompressedImage; clouds go out as sensor_msgs/PointCloud2.
"""

from kd3d_ros.messages.arrays import Pixels
from kd3d_ros.messages.clouds import pack_cloud, read_cloud, sample_colours
from kd3d_ros.messages.errors import MessageError
from kd3d_ros.messages.images import ImageDecoder, image_decoder, image_message
from kd3d_ros.messages.status import diagnostics_message

__all__ = [
    "ImageDecoder",
    "MessageError",
    "Pixels",
    "diagnostics_message",
    "image_decoder",
    "image_message",
    "pack_cloud",
    "read_cloud",
    "sample_colours",
]
