# Objects as bytes on their way to another process.

__all__ = ['ForkingPickler', 'dumps', 'loads', 'dump']


class ForkingPickler:
    @staticmethod
    def dumps(obj, protocol=None):
        import pickle
        return pickle.dumps(obj, protocol)

    @staticmethod
    def loads(data):
        import pickle
        return pickle.loads(data)


dumps = ForkingPickler.dumps
loads = ForkingPickler.loads


def dump(obj, file, protocol=None):
    file.write(dumps(obj, protocol))
