import configparser
import io

TEXT = '''
# A comment.
[DEFAULT]
Compression = yes
level = 9

[server]
host = example.org
port: 8080
debug = off
timeout=2.5
path = /srv
full = %(path)s/data
percent = 100%%
about = one
    two
    three

; another
[empty]
[last]
key = a = b ; c
'''
config = configparser.ConfigParser()
config.read_string(TEXT)
print(config.sections(), 'server' in config, 'x' in config, len(config), list(config))
print(config['server']['host'], config.getint('server', 'port'), config['server'].getboolean('debug'), config.getfloat('server', 'timeout'))
print(config.get('server', 'FULL'), config['server']['percent'], config.get('server', 'full', raw=True), repr(config['server']['about']))
print(config['empty']['compression'], config['empty'].getint('level'), dict(config['empty']), config.defaults())
print(config.items('last'), config['last'].get('nothing'), config.get('last', 'nothing', fallback='here'), config['last'].getint('no', 7))
print(config.options('server'), config.has_option('server', 'Port'), config.has_section('nope'), config['server'])
for section in config.sections():
    print(section, [(key, value) for key, value in config[section].items()])

config['new'] = {'Name': 'x', 'count': 3}
config.add_section('more')
config.set('more', 'key', 'value')
config['more']['other'] = 'text'
del config['more']['key']
config.remove_option('server', 'about')
config.remove_section('empty')
out = io.StringIO()
config.write(out)
print(out.getvalue())
again = configparser.ConfigParser()
again.read_string(out.getvalue())
print(again == config)

def tried(function, *given):
    try:
        print(function(*given))
    except (configparser.Error, KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, '-', error)

tried(config.get, 'nope', 'key')
tried(config.get, 'server', 'nope')
tried(config.getint, 'server', 'host')
tried(config.getboolean, 'server', 'host')
tried(lambda: config['nope'])
tried(lambda: config['server']['nope'])
tried(config.set, 'server', 'port', 1)
tried(config.set, 'server', 'port', '5%')
tried(config.add_section, 'server')
tried(config.add_section, 'DEFAULT')
for wrong in ('key = 1\n', '[a]\nx\n', '[a]\nx=1\nx=2\n', '[a]\n[a]\n', '[a]\nx=%(y)s\n', '[a]\nx=%y\n', '[a]\nx=%(x)s\n'):
    tried(lambda: configparser.ConfigParser().read_string(wrong) or 'read')
    other = configparser.ConfigParser(strict=False, allow_no_value=True)
    tried(lambda: other.read_string(wrong) or other.get('a', 'x'))
plain = configparser.RawConfigParser(delimiters=('=',), inline_comment_prefixes=(';',))
plain.optionxform = str
plain.read_string('[s]\nKey:1 = %(v)s ; note\n')
print(plain.items('s'))
plain.read_dict({'t': {'A': 1}})
print(dict(plain['t']), plain.getint('t', 'A'))
# expect:
# ['server', 'empty', 'last'] True False 4 ['DEFAULT', 'server', 'empty', 'last']
# example.org 8080 False 2.5
# /srv/data 100% %(path)s/data 'one\ntwo\nthree'
# yes 9 {'compression': 'yes', 'level': '9'} {'compression': 'yes', 'level': '9'}
# [('compression', 'yes'), ('level', '9'), ('key', 'a = b ; c')] None here 7
# ['host', 'port', 'debug', 'timeout', 'path', 'full', 'percent', 'about', 'compression', 'level'] True False <Section: server>
# server [('host', 'example.org'), ('port', '8080'), ('debug', 'off'), ('timeout', '2.5'), ('path', '/srv'), ('full', '/srv/data'), ('percent', '100%'), ('about', 'one\ntwo\nthree'), ('compression', 'yes'), ('level', '9')]
# empty [('compression', 'yes'), ('level', '9')]
# last [('key', 'a = b ; c'), ('compression', 'yes'), ('level', '9')]
# [DEFAULT]
# compression = yes
# level = 9
#
# [server]
# host = example.org
# port = 8080
# debug = off
# timeout = 2.5
# path = /srv
# full = %(path)s/data
# percent = 100%%
#
# [last]
# key = a = b ; c
#
# [new]
# name = x
# count = 3
#
# [more]
# other = text
#
#
# True
# NoSectionError - No section: 'nope'
# NoOptionError - No option 'nope' in section: 'server'
# ValueError - invalid literal for int() with base 10: 'example.org'
# ValueError - Not a boolean: example.org
# KeyError - 'nope'
# KeyError - 'nope'
# TypeError - option values must be strings
# ValueError - invalid interpolation syntax in '5%' at position 1
# DuplicateSectionError - Section 'server' already exists
# ValueError - Invalid section name: 'DEFAULT'
# MissingSectionHeaderError - File contains no section headers.
# file: '<string>', line: 1
# 'key = 1\n'
# MissingSectionHeaderError - File contains no section headers.
# file: '<string>', line: 1
# 'key = 1\n'
# ParsingError - Source contains parsing errors: '<string>'
# 	[line  2]: 'x\n'
# None
# DuplicateOptionError - While reading from '<string>' [line  3]: option 'x' in section 'a' already exists
# 2
# DuplicateSectionError - While reading from '<string>' [line  2]: section 'a' already exists
# NoOptionError - No option 'x' in section: 'a'
# read
# InterpolationMissingOptionError - Bad value substitution: option 'x' in section 'a' contains an interpolation key 'y' which is not a valid option name. Raw value: '%(y)s'
# read
# InterpolationSyntaxError - '%' must be followed by '%' or '(', found: '%y'
# read
# InterpolationDepthError - Recursion limit exceeded in value substitution: option 'x' in section 'a' contains an interpolation key which cannot be substituted in 10 steps. Raw value: '%(x)s'
# [('Key:1', '%(v)s')]
# {'A': '1'} 1
