class Resource:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, tb):
        print(kind.__name__, tb.tb_lineno)
        self.close()
    def clos(self):
        pass
def use():
    with Resource() as r:
        value = r.missing[0] if r else None
use()
