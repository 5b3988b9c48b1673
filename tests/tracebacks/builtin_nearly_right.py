# A function that is built in and nearly right.
pritn("x")
