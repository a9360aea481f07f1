"""What runs on the robot: the student network, its scene bundle, and the ROS 2 node that serves it."""

__version__ = "0.1.0"
