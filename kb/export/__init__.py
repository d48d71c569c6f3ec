"""Knowledge as files for other programs."""
