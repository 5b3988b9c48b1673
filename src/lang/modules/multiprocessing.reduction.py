# Objects as bytes on their way to another process.

import pickle

__all__ = ['ForkingPickler', 'dumps', 'loads', 'dump']


class ForkingPickler:
    @staticmethod
    def dumps(obj, protocol=None):
        return pickle._message(obj, protocol)

    loads = staticmethod(pickle.loads)


dumps = ForkingPickler.dumps
loads = pickle.loads


def dump(obj, file, protocol=None):
    file.write(dumps(obj, protocol))
