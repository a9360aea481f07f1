"""Who says where the surfaces are; every teacher writes the same label store."""
