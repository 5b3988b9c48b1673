import os
import os.path
from os.path import basename, join

print(join("a", "b", "c.txt"), join("a/", "b"), join("a", "/b"), basename("x/y.z"), os.path.dirname("x/y.z"), os.path.split("/a/b"))
print(os.path.splitext("a/b.tar.gz"), os.path.splitext(".profile"), os.path.splitext("a.b/c"), os.path.isabs("/a"), os.path.normpath("a/./b/../c//d"))
print(os.sep, os.linesep == "\n", os.curdir, os.name, os.path.sep, os.extsep)
print(isinstance(os.getpid(), int), os.cpu_count() > 0, os.environ.get("GILSIM_NOT_SET"), os.environ.get("GILSIM_NOT_SET", "default"), os.getenv("GILSIM_NOT_SET", 3))
os.environ["GILSIM_OWN"] = "value"
print(os.environ["GILSIM_OWN"], "GILSIM_OWN" in os.environ, os.environ.get("GILSIM_OWN"))
try:
    os.environ["GILSIM_NOT_SET"]
except KeyError as error:
    print("KeyError", error)
print(os.path.commonprefix(["abc", "abd"]), os.path.normpath("/../a"), os.path.normpath(""))
# expect:
# a/b/c.txt a/b /b y.z x ('/a', 'b')
# ('a/b.tar', '.gz') ('.profile', '') ('a.b/c', '') True a/c/d
# / True . posix / .
# True True None default 3
# value True value
# KeyError 'GILSIM_NOT_SET'
# ab /a .
