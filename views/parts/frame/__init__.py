"""What surrounds every page: address, language, navigation, the open graph."""
