"""What a recording of any format covers: which surfaces were seen, from where, and where to record more."""
