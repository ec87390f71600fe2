"""What ties two or more things."""
