# The start of a process that is no copy of its parent: what it is told, and how it imports the program again.

import multiprocessing.process as process
import os
import sys

__all__ = ['freeze_support', 'get_preparation_data', 'spawn_main']

_importing_main = False


# Only frozen programs need it.
def freeze_support():
    pass


def _check_not_importing_main():
    if _importing_main:
        raise RuntimeError('''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        ''')


def get_preparation_data(name):
    from multiprocessing import util
    from multiprocessing.context import get_start_method
    _check_not_importing_main()
    data = {'name': name, 'sys_argv': sys.argv, 'sys_path': sys.path, 'start_method': get_start_method(),
            'environ': os.environ._own, 'authkey': process._current_process._config['authkey']}
    if util._log_to_stderr:
        data['log_to_stderr'] = True
    if util._logger is not None:
        data['log_level'] = util._logger.getEffectiveLevel()
    return data


def _prepare(data):
    global _importing_main
    from multiprocessing.context import set_start_method
    process._current_process._name = data['name']
    process._current_process._config['authkey'] = data['authkey']
    _prepare_log(data)
    sys.argv = data['sys_argv']
    sys.path = data['sys_path']
    os.environ._own.update(data['environ'])
    set_start_method(data['start_method'], force=True)
    _importing_main = True
    try:
        import __mp_main__
    finally:
        _importing_main = False


def _prepare_log(data):
    if 'log_to_stderr' in data or 'log_level' in data:
        from multiprocessing import util
        if 'log_to_stderr' in data:
            util.log_to_stderr()
        util.get_logger().setLevel(data['log_level'])


# An interpreter in this very process has the program's functions, and nothing of its data.
def _serve(ends):
    global _importing_main
    from concurrent.futures.interpreter import serve
    _importing_main = True
    try:
        import __mp_main__
    finally:
        _importing_main = False
    serve(*ends)


# Answers the exit status; None for an interpreter that is no process.
def spawn_main(message):
    kind, *ends = message.split()
    if kind == b'interpreter':
        return _serve([int(end) for end in ends])
    from _process import read
    import io
    import pickle
    end, size = [int(part) for part in message.split()]
    data = b''
    pieces = []
    had = 0
    while had < size:
        piece = read(end, size - had)
        if isinstance(piece, tuple) or not piece:
            # The parent is gone, and nobody wants this process any more.
            return 1
        pieces.append(piece)
        had += len(piece)
    start = io.BytesIO(b''.join(pieces))
    _prepare(pickle.load(start))
    return pickle.load(start)._bootstrap(parent_sentinel=end)
