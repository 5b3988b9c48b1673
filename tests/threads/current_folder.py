"""`os.chdir`: relative names begin elsewhere."""
import contextlib, glob, os, pathlib, shutil, tempfile


@contextlib.contextmanager
def inside(folder):
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


with tempfile.TemporaryDirectory() as folder:
    start = os.getcwd()
    with inside(folder):
        print(os.getcwd() == folder, os.getcwd() == start)
        with open('a.txt', 'w') as file:
            file.write('one')
        os.mkdir('sub')
        with inside('sub'):
            print(os.getcwd() == os.path.join(folder, 'sub'), os.path.abspath('x') == os.path.join(folder, 'sub', 'x'))
            pathlib.Path('b.txt').write_text('two')
            print(os.listdir(), os.path.exists('../a.txt'), pathlib.Path('..', 'a.txt').read_text())
            os.chdir('..')
            print(os.getcwd() == folder)
        print(sorted(os.listdir('.')), os.path.getsize('a.txt'), pathlib.Path.cwd() == pathlib.Path(folder))
        print(sorted(glob.glob('*')), [p.name for p in sorted(pathlib.Path().rglob('*.txt'))])
        os.rename('a.txt', 'sub/c.txt')
        print(sorted(os.listdir('sub')))
        for wrong in ('nope', 'sub/b.txt'):
            try:
                os.chdir(wrong)
            except OSError as error:
                print(type(error).__name__, error)
        try:
            open('nope')
        except OSError as error:
            print(error)
        shutil.rmtree('sub')
    print(os.getcwd() == start, os.listdir(folder))
# expect:
# True False
# True True
# ['b.txt'] True one
# True
# ['a.txt', 'sub'] 3 True
# ['a.txt', 'sub'] ['a.txt', 'b.txt']
# ['b.txt', 'c.txt']
# FileNotFoundError [Errno 2] No such file or directory: 'nope'
# NotADirectoryError [Errno 20] Not a directory: 'sub/b.txt'
# [Errno 2] No such file or directory: 'nope'
# True []
