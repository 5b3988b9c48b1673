def encode(obj, encoding='utf-8', errors='strict'):
    return obj.encode(encoding, errors)
