"""Rosbag2 as a recording: its frames, which of them are worth learning from, and what they cover."""
