"""The rooms of `offline.train`: batches, loss, backbone weights, checkpoints, precision."""
