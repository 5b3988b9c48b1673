import logging

for style, format in (('{', '{message'), ('{', 'nothing'), ('{', '{a b}'), ('{', '{message!x}'), ('{', '{message:>>}'), ('{', '{}'),
                      ('%', 'nothing'), ('$', 'nothing'), ('?', 'x')):
    try:
        logging.Formatter(format, style=style)
        print('taken', format)
    except ValueError as error:
        print(style, format, error)
record = logging.makeLogRecord({'msg': 'told', 'levelname': 'INFO', 'name': 'a.b', 'lineno': 7, 'wait': 0.25})
for format in ('{levelname:<8}|{message}', '{lineno:04d} {wait:.1f} {name!r:>8}', '{{{message}}}', '{levelname[0]} {message.__class__.__name__}'):
    print(logging.Formatter(format, style='{').format(record))

# expect:
# { {message invalid format: expected '}' before end of string
# { nothing invalid format: no fields
# { {a b} invalid format: invalid field name/expression: 'a b'
# { {message!x} invalid format: invalid conversion: 'x'
# taken {message:>>}
# { {} invalid format: no fields
# % nothing Invalid format 'nothing' for '%' style
# $ nothing invalid format: no fields
# ? x Style must be one of: %,{,$
# INFO    |told
# 0007 0.2    'a.b'
# {told}
# I str
