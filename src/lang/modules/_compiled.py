# Functions from their texts, compiled while the program runs: a call takes and tells what one of any function does.

# By name: parameters, and the lines of the body. `values`: of the names that these use beside builtins.
def functions(bodies, values):
    lines = ['def create(' + ', '.join(values) + '):']
    for name, (parameters, body) in bodies.items():
        text = [f' def {name}({parameters}):'] + ['  ' + line for line in body]
        # CPython compiles each of them in a text of its own.
        note_compiled('\n'.join([lines[0], *text, f' return {name}']))
        lines += text
    lines.append(' return (' + ''.join([name + ', ' for name in bodies]) + ')')
    module = new_module('builtins')
    compiled_text('\n'.join(lines), '<string>', 'exec', False, False, module)()
    return dict(zip(bodies, module.create(**values)))
