# What few programs ask `unittest.mock` for.

# A mock in the place of `open`: whoever opens is given the same text, from its beginning.
def mock_open(mock=None, read_data=''):
    from io import BytesIO, StringIO
    mock = MagicMock(name='open') if mock is None else mock
    handle = MagicMock()
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    opened = []

    def begin(*args, **kwargs):
        opened[:] = [BytesIO(read_data) if isinstance(read_data, bytes) else StringIO(read_data)]
        return DEFAULT

    def answers(name):
        method = getattr(handle, name)
        method.return_value = None

        def answer(*args, **kwargs):
            return getattr(opened[0], name)(*args, **kwargs) if method.return_value is None else method.return_value
        method.side_effect = answer

    for name in ('read', 'readline', 'readlines'):
        answers(name)
    begin()
    handle.__iter__.side_effect = lambda: iter(opened[0])
    mock.side_effect = begin
    mock.return_value = handle
    return mock
