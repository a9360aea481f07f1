"""The networks that a student can be: images -> raw maps, in units of the scene's extent."""
