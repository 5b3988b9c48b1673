import platform
print(platform.python_implementation(), platform.python_version().startswith("3.11"), type(platform.system()).__name__)

# expect:
# CPython True str
