# The whole log set up from one dict.

import logging as _logging
from importlib import import_module as _import_module
from _logging_handlers import _handlers, _lock

__all__ = ['DictConfigurator', 'dictConfig']


class DictConfigurator:
    __module__ = 'logging.config'

    def __init__(self, config):
        self.config = config
        self._made = {'formatters': {}, 'filters': {}, 'handlers': {}}

    # A dotted name: modules as far as they go, then attributes.
    def resolve(self, text):
        names = text.split('.')
        path = names[0]
        try:
            found = _import_module(path)
            for name in names[1:]:
                path += '.' + name
                try:
                    found = getattr(found, name)
                except AttributeError:
                    _import_module(path)
                    found = getattr(found, name)
            return found
        except ImportError as error:
            raise ValueError('Cannot resolve %r: %s' % (text, error)) from error

    def _inside(self, path):
        found = self.config
        for key in path.replace('[', '.').replace(']', '').split('.'):
            found = found[int(key) if isinstance(found, (list, tuple)) else key]
        return self.convert(found)

    # With what is named by `ext://` and `cfg://` in its place.
    def convert(self, value):
        if isinstance(value, dict):
            return {key: self.convert(each) for key, each in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)([self.convert(each) for each in value])
        if isinstance(value, str):
            if value.startswith('ext://'):
                return self.resolve(value[6:])
            if value.startswith('cfg://'):
                return self._inside(value[6:])
        return value

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError('Unsupported version: %s' % config['version'])
        with _lock:
            if config.get('incremental', False):
                self._change()
            else:
                self._set_up()

    # Only levels, and whether records are passed on.
    def _change(self):
        by_name = {handler.name: handler for handler in _handlers}
        for name, handler in self.config.get('handlers', {}).items():
            if name not in by_name:
                raise ValueError('No handler found with name %r' % name)
            if handler.get('level'):
                by_name[name].setLevel(handler['level'])
        self._loggers(True)

    def _set_up(self):
        existing = [(name, logger) for name, logger in _logging.root.manager.loggerDict.items()
                    if isinstance(logger, _logging.Logger)]
        for handler in _handlers[:]:
            handler.flush()
            handler.close()
        for kind, make in (('formatters', self._formatter), ('filters', self._filter)):
            for name, told in self.config.get(kind, {}).items():
                try:
                    self._made[kind][name] = make(self.convert(told))
                except Exception as error:
                    raise ValueError('Unable to configure %s %r' % (kind[:-1], name)) from error
        for name in sorted(self.config.get('handlers', {})):
            self._handler(name)
        self._loggers(False)
        self._put_aside(existing)

    # Loggers that the dict does not name: those below one that it names go on, the others say nothing any more.
    def _put_aside(self, existing):
        named = self.config.get('loggers', {})
        disables = self.config.get('disable_existing_loggers', True)
        for name, logger in existing:
            if name in named:
                continue
            if any(name.startswith(above + '.') for above in named):
                logger.setLevel(_logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = disables

    def _custom(self, told):
        factory = told.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = told.pop('.', None)
        made = factory(**{name: value for name, value in told.items() if name.isidentifier()})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def _formatter(self, told):
        if '()' in told:
            try:
                return self._custom(dict(told))
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                told['fmt'] = told.pop('format')
                return self._custom(told)
        kind = self.resolve(told['class']) if told.get('class') else _logging.Formatter
        given = [told.get('format'), told.get('datefmt'), told.get('style', '%')]
        if 'validate' in told:
            given.append(told['validate'])
        return kind(*given)

    def _filter(self, told):
        return self._custom(told) if '()' in told else _logging.Filter(told.get('name', ''))

    def _add_filters(self, to, filters):
        for name in filters:
            try:
                to.addFilter(name if callable(getattr(name, 'filter', name)) else self._made['filters'][name])
            except Exception as error:
                raise ValueError('Unable to add filter %r' % name) from error

    # A handler of handlers may name one that is made later.
    def _handler(self, name):
        made = self._made['handlers'].get(name)
        if made is None:
            try:
                made = self._new_handler(self.convert(self.config['handlers'][name]))
            except Exception as error:
                raise ValueError('Unable to configure handler %r' % name) from error
            made.name = name
            self._made['handlers'][name] = made
        return made

    def _new_handler(self, told):
        formatter = told.pop('formatter', None)
        if formatter:
            try:
                formatter = self._made['formatters'][formatter]
            except Exception as error:
                raise ValueError('Unable to set formatter %r' % formatter) from error
        level = told.pop('level', None)
        filters = told.pop('filters', None)
        if '()' not in told:
            told['()'] = told.pop('class')
        if isinstance(told.get('target'), str) and told['target'] in self.config['handlers']:
            told['target'] = self._handler(told['target'])
        made = self._custom(told)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(level)
        if filters:
            self._add_filters(made, filters)
        return made

    def _loggers(self, is_incremental):
        for name, told in self.config.get('loggers', {}).items():
            try:
                logger = _logging.getLogger(name)
                self._logger(logger, self.convert(told), is_incremental)
                logger.disabled = False
                if told.get('propagate') is not None:
                    logger.propagate = told['propagate']
            except Exception as error:
                raise ValueError('Unable to configure logger %r' % name) from error
        if self.config.get('root'):
            try:
                self._logger(_logging.getLogger(), self.convert(self.config['root']), is_incremental)
            except Exception as error:
                raise ValueError('Unable to configure root logger') from error

    def _logger(self, logger, told, is_incremental):
        if told.get('level') is not None:
            logger.setLevel(told['level'])
        if is_incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in told.get('handlers') or ():
            try:
                logger.addHandler(self._made['handlers'][name])
            except Exception as error:
                raise ValueError('Unable to add handler %r' % name) from error
        self._add_filters(logger, told.get('filters') or ())


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
