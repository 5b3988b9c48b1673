# Programs tell it that a block of shared memory is not theirs. Nobody here ends what others have left, so there is nothing to do.

__all__ = ['ensure_running', 'register', 'unregister']


class ResourceTracker:
    def getfd(self):
        return -1

    def ensure_running(self):
        pass

    def register(self, name, rtype):
        pass

    def unregister(self, name, rtype):
        pass

_resource_tracker = ResourceTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd
