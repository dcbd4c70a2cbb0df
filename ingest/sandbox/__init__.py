"""Documents are read in forked processes with limits; whatever one of them does, the build goes on."""
