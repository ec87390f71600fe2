"""The pages of the app, one file a page; what they share is in `views.parts`, their words in `views/words`."""
