"""The smells, one a file, named by its code: `SAYS` is what it tells, `WHY` what it does to a talk, `find` where."""
