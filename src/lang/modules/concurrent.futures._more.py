# Parts of the package that programs name without importing them. Executed in the variables of `concurrent.futures`, when wanted.

import concurrent.futures._base as _base, concurrent.futures.process as process, concurrent.futures.thread as thread
