"""Finds, in the text of a module, where it writes rows of another stage.

The reading is local: a name is taken for a row or a set of rows of a stage when it is imported
from that stage's models, annotated with such a class, or assigned from an expression that begins
with one. That is how our code is written; what it misses, the reviewer sees.
"""

import ast
import re
from dataclasses import dataclass

_BULK = ("get_or_create", "update_or_create", "bulk_create", "bulk_update")
_VERBS = ("create", "update", "delete", "save", *_BULK)
WRITES = frozenset((*_VERBS, *(f"a{verb}" for verb in _VERBS)))
_CALL = re.compile(rf"\.\s*(?:{'|'.join(WRITES)})\s*\(")
_SQL = re.compile(r"\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+?)_\w+", re.IGNORECASE)


@dataclass(frozen=True)
class Write:
    """A write of `stage`'s rows at `line`."""

    line: int
    stage: str
    what: str


def writes(text: str, stages: frozenset[str]) -> list[Write]:
    """Every write of rows of one of `stages` that the module's text holds."""
    # Most modules hold no word that could be one: reading them closely would take seconds.
    if not (_CALL.search(text) or _SQL.search(text)):
        return []
    tree = ast.parse(text)
    walker = _Walker(_imported(tree, stages), stages)
    walker.visit(tree)
    return sorted(walker.found, key=lambda write: write.line)


def _imported(tree: ast.AST, stages: frozenset[str]) -> dict[str, str]:
    """Names of model classes and model modules in this module, with their stage."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = node.module.split(".")
            if parts[0] != "aboveboard" or len(parts) < 2 or parts[1] not in stages:
                continue
            for alias in node.names:
                if parts[-1] == "models" or "models" in parts[2:] or alias.name == "models":
                    names[alias.asname or alias.name] = parts[1]
    return names


class _Walker(ast.NodeVisitor):
    def __init__(self, names: dict[str, str], stages: frozenset[str]) -> None:
        self._scopes = [dict(names)]
        self._stages = stages
        self.found: list[Write] = []

    # -- where names get their meaning -----------------------------------------------------------

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._scopes.append({})
        arguments = node.args
        for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]:
            if argument.annotation and (stage := self._named(argument.annotation)):
                self._scopes[-1][argument.arg] = stage
        self.generic_visit(node)
        self._scopes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self._bind(target, self._stage_of(node.value))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.generic_visit(node)
        self._bind(node.target, self._named(node.annotation))

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit(node.value)
        self._bind(node.target, self._stage_of(node.value))

    def visit_For(self, node: ast.For) -> None:
        self._bind(node.target, self._stage_of(node.iter))
        self.generic_visit(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> None:
        self._bind(node.target, self._stage_of(node.iter))
        self.generic_visit(node)

    def _bind(self, target: ast.expr, stage: str) -> None:
        if isinstance(target, ast.Tuple | ast.List):
            for part in target.elts:
                self._bind(part, stage)
        elif isinstance(target, ast.Name):
            self._scopes[-1][target.id] = stage

    def _look_up(self, name: str) -> str:
        for scope in reversed(self._scopes):
            if name in scope:
                return scope[name]
        return ""

    def _named(self, annotation: ast.expr) -> str:
        """The stage of a class named in an annotation such as `Post | None`."""
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            annotation = ast.parse(annotation.value, mode="eval").body
        for node in ast.walk(annotation):
            if isinstance(node, ast.Name) and (stage := self._look_up(node.id)):
                return stage
        return ""

    def _stage_of(self, value: ast.expr) -> str:
        """The stage whose rows an expression such as `Post.objects.filter(…)[0]` gives."""
        while True:
            match value:
                case ast.Call(func=ast.Name(id=name)):
                    return self._look_up(name)
                case ast.Call(func=inner) | ast.Await(value=inner) | ast.Subscript(value=inner):
                    value = inner
                case ast.Attribute(value=inner):
                    value = inner
                case ast.Name(id=name):
                    return self._look_up(name)
                case _:
                    return ""

    # -- what counts as a write ------------------------------------------------------------------

    def visit_Call(self, node: ast.Call) -> None:
        func = node.func
        is_write = isinstance(func, ast.Attribute) and func.attr in WRITES
        if is_write and (stage := self._stage_of(func)):
            self.found.append(Write(node.lineno, stage, ast.unparse(func)[:80]))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            for match in _SQL.finditer(node.value):
                if match[1] in self._stages:
                    self.found.append(Write(node.lineno, match[1], match[0]))
