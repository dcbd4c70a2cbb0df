"""The build: land what is new, build the models, validate, publish."""
