# What is taken where bytes are wanted.

def checked(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, memoryview):
        return bytes(data)
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


# Into a buffer that has room for them; how many they were. None, where a stream has nothing yet, stays None.
def put_into(buffer, data):
    if data is None:
        return None
    memoryview(buffer)[:len(data)] = data
    return len(data)
