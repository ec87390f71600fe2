"""What is shown of texts that a person brings."""
