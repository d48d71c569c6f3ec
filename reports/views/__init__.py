"""What each page shows, as frozen values; templates only set them."""
