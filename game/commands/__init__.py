"""The commands of the command line, one module each: `run(options, words)` does it and returns the exit code."""
