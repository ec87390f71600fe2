"""What each page of the app shows, as plain values."""
