"""The rooms of `offline.train`: split and extent, backbone, batches, loss, checkpoints, speed."""
