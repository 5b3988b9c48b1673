# The log set up from one dict, changed by another, and what is wrong with dicts.
import logging
import logging.config
import logging.handlers
import sys

print(logging._levelToName[logging.ERROR], logging._nameToLevel['WARN'])

old = logging.getLogger('set_up.old')
child = logging.getLogger('set_up.app.child')
other = logging.getLogger('set_up.other')
child.setLevel(logging.ERROR)


class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


class Drop:
    def __init__(self, word):
        self.word = word

    def filter(self, record):
        return self.word not in record.getMessage()


config = {
    'version': 1, 'levels': {'low': 'INFO'}, 'disable_existing_loggers': True,
    'formatters': {
        'plain': {'format': '%(levelname)s:%(name)s:%(message)s'},
        'braces': {'format': '{name} {message}', 'style': '{'},
        'own': {'()': Upper, 'fmt': '%(message)s!'},
        'named': {'class': '__main__.Upper', 'format': '%(name)s'},
    },
    'filters': {'drop': {'()': Drop, 'word': 'secret'}, 'only': {'name': 'set_up'}},
    'handlers': {
        'out': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'formatter': 'plain', 'level': 'INFO',
                'filters': ['drop']},
        'own': {'class': 'logging.StreamHandler', 'stream': sys.stdout, 'formatter': 'own', 'level': 'cfg://levels.low'},
        'memory': {'class': 'logging.handlers.MemoryHandler', 'capacity': 2, 'target': 'out'},
    },
    'loggers': {
        'set_up.app': {'level': 'DEBUG', 'handlers': ['out'], 'propagate': False},
        'set_up.mem': {'handlers': ['memory'], 'level': 20, 'propagate': 0},
    },
    'root': {'level': 'WARNING', 'handlers': ['own'], 'filters': ['only']},
}
logging.config.dictConfig(config)
app = logging.getLogger('set_up.app')
app.debug('one')
app.info('two')
app.warning('secret')
child.info('three')
old.error('no')
logging.warning('root no')
logging.getLogger('set_up.new').warning('new')
kept = logging.getLogger('set_up.mem')
kept.info('m1')
print('-')
kept.info('m2')
print(old.disabled, child.disabled, child.level, app.handlers[0].name, logging.root.handlers[0].name)
levels = {'handlers': {'out': {'level': 'ERROR'}}, 'loggers': {'set_up.app': {'level': 'ERROR'}}}
logging.config.dictConfig({'version': 1, 'incremental': True, **levels})
app.warning('x')
app.error('y')


def bad(**config):
    try:
        logging.config.dictConfig(config)
    except ValueError as error:
        print(error, '|', repr(error.__cause__))


bad()
bad(version=2)
bad(version=1, handlers={'h': {'class': 'logging.StreamHandler', 'formatter': 'none'}})
bad(version=1, handlers={'h': {'class': 'logging.Nothing'}})
bad(version=1, handlers={'h': {'class': 'nomodule.Nothing'}})
bad(version=1, handlers={'h': {'class': 'logging.StreamHandler', 'level': 'LOUD'}})
bad(version=1, loggers={'a': {'handlers': ['x']}})
bad(version=1, root={'level': 'LOUD'})
bad(version=1, formatters={'f': {'format': 'nothing'}})
bad(version=1, incremental=True, handlers={'q': {'level': 1}})
logging.config.dictConfig({
    'version': 1,
    'disable_existing_loggers': False,
    'handlers': {'shown': {'class': 'logging.StreamHandler', 'stream': sys.stdout}},
    'root': {'handlers': ['shown'], 'level': 'INFO'},
})
other.info('again')
logging.info('root')
print(other.disabled, len(logging.root.handlers))
logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False, 'root': {'level': 'WARNING'}})
for logger in logging.root.manager.loggerDict.values():
    logger.disabled = False

# expect:
# ERROR 30
# INFO:set_up.app:two
# INFO:set_up.app.child:three
# NEW!
# -
# INFO:set_up.mem:m1
# INFO:set_up.mem:m2
# True False 0 out own
# ERROR:set_up.app:y
# dictionary doesn't specify a version | None
# Unsupported version: 2 | None
# Unable to configure handler 'h' | ValueError("Unable to set formatter 'none'")
# Unable to configure handler 'h' | ValueError("Cannot resolve 'logging.Nothing': No module named 'logging.Nothing'")
# Unable to configure handler 'h' | ValueError("Cannot resolve 'nomodule.Nothing': No module named 'nomodule'")
# Unable to configure handler 'h' | ValueError("Unknown level: 'LOUD'")
# Unable to configure logger 'a' | ValueError("Unable to add handler 'x'")
# Unable to configure root logger | ValueError("Unknown level: 'LOUD'")
# Unable to configure formatter 'f' | ValueError("Invalid format 'nothing' for '%' style")
# No handler found with name 'q' | None
# again
# False 1
