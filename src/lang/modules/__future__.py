annotations = generator_stop = division = absolute_import = print_function = unicode_literals = with_statement = None
nested_scopes = generators = barry_as_FLUFL = None
