"""`importlib.util`: where modules would be found, and modules made of files."""
import importlib, importlib.util, os, sys, tempfile, types


def failure(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)


def written(path, text):
    with open(path, 'w') as file:
        file.write(text)


print(importlib.util.find_spec('no_such_module_here'), importlib.util.find_spec('json').name)
print(importlib.util.find_spec('json.decoder') is not None, importlib.util.find_spec('json.nothing'))
failure(importlib.util.find_spec, 'no_such_package.part')
failure(importlib.util.find_spec, '__main__')
print([name for name in ('os', 'numpy_of_nobody', 'threading') if importlib.util.find_spec(name) is None])

with tempfile.TemporaryDirectory() as folder:
    folder = os.path.realpath(folder)
    path = os.path.join(folder, 'plugin.py')
    written(path, '"""A plugin."""\nNAME = __name__\ndef run(x):\n    return x * 2\nclass Thing:\n    pass\n')
    spec = importlib.util.spec_from_file_location('my_plugin', path)
    print(spec.name, spec.origin == path, spec.has_location, spec.parent == '', spec.submodule_search_locations)
    print(type(spec).__name__, type(spec.loader).__name__, spec.loader.name, spec.loader.path == path)
    module = importlib.util.module_from_spec(spec)
    print(isinstance(module, types.ModuleType), module.__name__, module.__file__ == path, hasattr(module, 'run'))
    spec.loader.exec_module(module)
    print(module.NAME, module.run(21), module.__doc__, module.__spec__ is spec, module.__loader__ is spec.loader)
    print(module.Thing.__module__, 'my_plugin' in sys.modules)
    sys.modules['my_plugin'] = module
    import my_plugin
    print(my_plugin is module, importlib.import_module('my_plugin').run(1))
    written(path, 'def run(x):\n    return x * 3\n')
    spec.loader.exec_module(module)
    print(module.run(21), module.NAME)

    os.mkdir(os.path.join(folder, 'pack'))
    written(os.path.join(folder, 'pack', '__init__.py'), 'VALUE = 5\n')
    written(os.path.join(folder, 'pack', 'part.py'), 'PART = __name__\n')
    sys.path.insert(0, folder)
    found = importlib.util.find_spec('pack')
    print(found.name, found.origin == os.path.join(folder, 'pack', '__init__.py'), 'pack' in sys.modules)
    print(found.submodule_search_locations == [os.path.join(folder, 'pack')], found.parent)
    part = importlib.util.find_spec('pack.part')
    print(part.name, part.parent, 'pack' in sys.modules, 'pack.part' in sys.modules, importlib.util.find_spec('pack.none'))
    from pack import part
    print(part.PART, importlib.util.find_spec('pack.part').name)
    print(importlib.util.find_spec('.part', 'pack').name, importlib.util.resolve_name('.part', 'pack'))
    failure(importlib.util.find_spec, 'pack.part.more')
    failure(importlib.util.resolve_name, '.part', '')

    for name in sorted(os.listdir(folder)):
        if name.endswith('.py'):
            each = importlib.util.spec_from_file_location(name[:-3], os.path.join(folder, name))
            loaded = importlib.util.module_from_spec(each)
            each.loader.exec_module(loaded)
            print(name, [known for known in vars(loaded) if not known.startswith('_')])

    print(importlib.util.spec_from_file_location('text', os.path.join(folder, 'text.txt')))
    wrong = importlib.util.spec_from_file_location('wrong', os.path.join(folder, 'none.py'))
    made = importlib.util.module_from_spec(wrong)
    try:
        wrong.loader.exec_module(made)
    except FileNotFoundError as error:
        print(error.errno, error.filename == os.path.join(folder, 'none.py'))
    written(path, 'raise ValueError("from the plugin")\n')
    failure(spec.loader.exec_module, module)
    written(path, 'def broken(:\n')
    failure(lambda: spec.loader.exec_module(module))
# expect:
# None json
# True None
# ModuleNotFoundError No module named 'no_such_package'
# ValueError __main__.__spec__ is None
# ['numpy_of_nobody']
# my_plugin True True True None
# ModuleSpec SourceFileLoader my_plugin True
# True my_plugin True False
# my_plugin 42 A plugin. True True
# my_plugin False
# True 2
# 63 my_plugin
# pack True False
# True pack
# pack.part pack True False None
# pack.part pack.part
# pack.part pack.part
# ModuleNotFoundError __path__ attribute not found on 'pack.part' while trying to find 'pack.part.more'
# ImportError no package specified for '.part' (required for relative module names)
# plugin.py ['run']
# None
# 2 True
# ValueError from the plugin
# SyntaxError invalid syntax (plugin.py, line 1)
