# What is taken where bytes are wanted.

def checked(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, memoryview):
        return bytes(data)
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
