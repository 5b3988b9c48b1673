# A package of `futures` only.
