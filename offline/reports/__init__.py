"""What a scene's report shows: one HTML file with all that it needs inside."""
