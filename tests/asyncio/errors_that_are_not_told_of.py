# Whether a future tells of an exception that nobody asks for can be seen, and given up.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    told = []
    loop.set_exception_handler(lambda loop, context: told.append(context['message']))
    for is_silent in False, True:
        future = loop.create_future()
        print(future._log_traceback, end=' ')
        future.set_exception(ValueError('nobody asks'))
        print(future._log_traceback, end=' ')
        try:
            future._log_traceback = True
        except ValueError as error:
            print(error, end=' ')
        if is_silent:
            future._log_traceback = False
        print(future._log_traceback)
        del future
    print(told)
    print([hasattr(kind(), '__dict__') for kind in (asyncio.BaseProtocol, asyncio.Protocol, asyncio.BufferedProtocol,
                                                   asyncio.DatagramProtocol)])


asyncio.run(main())

# expect:
# False True _log_traceback can only be set to False True
# False True _log_traceback can only be set to False False
# ['Future exception was never retrieved']
# [False, False, False, False]
