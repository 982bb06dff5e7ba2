"""Forms bound together: a union-find whose outcome does not depend on the order of binding."""

Key = tuple[str, str]
"""Kind and folded form."""


class Groups:
    """Keys that are one."""

    def __init__(self) -> None:
        self.parent: dict[Key, Key] = {}

    def find(self, key: Key) -> Key:
        """The key that stands for all that are bound to one."""
        root = key
        while self.parent.get(root, root) != root:
            root = self.parent[root]
        while self.parent.get(key, key) != root:
            self.parent[key], key = root, self.parent[key]
        return root

    def bind(self, one: Key, other: Key) -> None:
        """Make two keys one."""
        first, second = sorted((self.find(one), self.find(other)))
        self.parent[second] = first
