# What a program changes in its environment its children have, however they begin; the key of its family leaves it for a child
# alone.
import multiprocessing as mp
import os
import pickle


def tell(connection):
    connection.send((os.environ.get('ADDED'), os.environ.get('HOME'), os.getenv('CHANGED')))


if __name__ == '__main__':
    os.environ['ADDED'] = 'yes'
    os.environ['CHANGED'] = 'once'
    os.environ['CHANGED'] = 'twice'
    os.environ.pop('HOME', None)
    for method in ('fork', 'spawn'):
        here, there = mp.Pipe()
        child = mp.get_context(method).Process(target=tell, args=(there,))
        child.start()
        print(method, here.recv())
        child.join()
    try:
        pickle.dumps(mp.Process(target=tell))
    except TypeError as error:
        print(error)
    print(mp.SUBDEBUG, mp.SUBWARNING)

# expect:
# fork ('yes', None, 'twice')
# spawn ('yes', None, 'twice')
# Pickling an AuthenticationString object is disallowed for security reasons
# 5 25
