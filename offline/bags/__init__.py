"""Rosbag2: reading, recovering, writing, playing, cutting."""
