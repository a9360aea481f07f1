"""Messages -> arrays and cameras, without ROS: anything with a message's fields will do.

The node gets its messages from rclpy, the lab from a bag; what they mean is known here only.
"""

from kd3d_ros.decoding.arrays import Floats, Pixels
from kd3d_ros.decoding.cameras import camera_of
from kd3d_ros.decoding.compressed import decode_compressed
from kd3d_ros.decoding.depths import decode_depth
from kd3d_ros.decoding.encodings import decode_image
from kd3d_ros.decoding.errors import MessageError

__all__ = [
    "Floats",
    "MessageError",
    "Pixels",
    "camera_of",
    "decode_compressed",
    "decode_depth",
    "decode_image",
]
