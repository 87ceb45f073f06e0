"""MACHINERY. What may have been meant by an expression: another axis, sign, comparison, slice, order, function."""

import ast
import copy
import itertools

# In the order in which they are tried: first those of which few programs have many, and that mean one thing alone.
AXIS, OF_SOFTMAX, TRANSPOSED, RESHAPED, SIGN, FACTOR, MASK, MINUS, ORDER, PLACE, CALL, NUMBER, PART, NAME = KINDS = (
    *("axis", "softmax's axis", "order of axes", "reshape", "sign", "factor", "mask", "minus", "order", "place"),
    *("function", "number", "part", "name"),
)
AXES = (-1, 0, 1, -2, 2)
OF_AXES = ("axis", "axes")
MODULES = ("np", "numpy", "ops", "tf", "jnp", "torch")  # of functions; of another name it is a method
TRANSPOSING = ("transpose", "permute_dims", "moveaxis", "swapaxes")
SOFTMAX = ("softmax", "log_softmax", "logsumexp")
ALONG = (
    *("sum", "mean", "max", "min", "amax", "amin", "prod", "std", "var", "average", "median", "norm", "normalize"),
    *("any", "all", "argmax", "argmin", "argsort", "sort", "cumsum", "flip", "roll", "diff", "stack", "concatenate"),
)
# Functions that are taken for one another.
FAMILIES = {
    SIGN: ("argmax argmin",),
    MASK: (
        *("greater greater_equal less less_equal", "equal not_equal", "logical_and logical_or"),
        *("ones_like zeros_like", "ones zeros", "triu tril"),
    ),
    CALL: (
        *("max min", "maximum minimum", "sum mean", "std var", "abs square", "sin cos", "tile repeat", "floor ceil"),
        "sigmoid tanh relu softplus softmax",
    ),
}
COMPARED = {
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
# (kind, the operator that is taken for it, whether the sides are taken for each other).
OPERATORS = {
    ast.Add: (SIGN, ast.Sub, False),
    ast.Sub: (SIGN, ast.Add, True),
    ast.Mult: (FACTOR, ast.Div, False),
    ast.Div: (FACTOR, ast.Mult, True),
    ast.BitAnd: (MASK, ast.BitOr, False),
    ast.BitOr: (MASK, ast.BitAnd, False),
    ast.MatMult: (PLACE, None, True),
}


def others(node):
    """Yields (kind, expression) of what may stand in the place of one."""
    match node:
        case ast.Call():
            yield from of_axes(node)
            yield from of_call(node)
        case ast.BinOp():
            yield from of_operator(node)
        case ast.Compare(ops=[op]):
            yield from ((MASK, replaced(node, ops=[other()])) for other in COMPARED.get(type(op), ()))
        case ast.BoolOp(op=op, values=values):
            yield MASK, ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=op, operand=operand) if number(node) is None:
            yield MINUS if isinstance(op, ast.USub) else MASK, operand
        case ast.Attribute(value=value, attr="T"):
            yield TRANSPOSED, value
        case ast.Subscript(slice=part):
            yield from ((kind, replaced(node, slice=other)) for kind, other in indices(part))
            yield PART, node.value
        case ast.Tuple(elts=parts):
            for i, part in enumerate(parts):
                if not isinstance(part, ast.Constant | ast.Slice | ast.UnaryOp):
                    yield MINUS, replaced(node, elts=[*parts[:i], negated(part), *parts[i + 1 :]])
    if (value := number(node)) is not None:
        yield from ((NUMBER, constant(other)) for other in near(value))


def of_axes(node):
    """Of a call along axes: with others, or in another order."""
    name, args = called(node), node.args
    kind = OF_SOFTMAX if name in SOFTMAX else TRANSPOSED if name in TRANSPOSING else AXIS
    for i, keyword in enumerate(node.keywords):
        for other in axes(keyword.value, kind) if keyword.arg in OF_AXES else ():
            keywords = [*node.keywords[:i], ast.keyword(keyword.arg, other), *node.keywords[i + 1 :]]
            yield kind, replaced(node, keywords=keywords)
    if name not in (*SOFTMAX, *ALONG, *TRANSPOSING, "reshape"):
        return
    for i, one in enumerate(args):
        yield from ((kind, replaced(node, args=put_in(args, i, other))) for other in axes(one, kind))
    if name == "reshape" and isinstance(node.func, ast.Attribute):
        # x.reshape(…), or ops.reshape(x, …): turned before, or in its place.
        of_itself = ast.unparse(node.func.value).rpartition(".")[2] not in MODULES
        for order in (order for rank in (2, 3, 4) for order in [*itertools.permutations(range(rank))][1:]):
            turned = ast.Call(replaced(node.func, attr="transpose"), [*args[: not of_itself], constant(order)], [])
            before = {"func": replaced(node.func, value=turned)} if of_itself else {"args": [turned, *args[1:]]}
            yield RESHAPED, replaced(node, **before)
            yield RESHAPED, turned
    elif name in TRANSPOSING and len(args) > 2 and all(number(one) is not None for one in args):
        yield from ((kind, replaced(node, args=[*order])) for order in [*itertools.permutations(args)][1:])
    elif len(args) < 2 and not any(keyword.arg in OF_AXES for keyword in node.keywords):
        keywords = [[*node.keywords, ast.keyword("axis", constant(axis))] for axis in AXES]
        yield from ((kind, replaced(node, keywords=given)) for given in keywords)


def of_call(node):
    """Of a call: of another function, with two arguments exchanged, or with another sign or factor of one; and what it
    is called with alone."""
    args = node.args
    for kind, families in FAMILIES.items():
        for family in families:
            known = family.split()
            for other in known if called(node) in known else ():
                if other != called(node):
                    yield kind, replaced(node, func=replaced(node.func, **{field_of(node.func): other}))
    for i in range(len(args) - 1):
        yield MASK if called(node) == "where" else PLACE, replaced(node, args=put_in(args, i, args[i + 1], args[i]))
    for i, one in enumerate(args):
        if not isinstance(one, ast.Constant | ast.Tuple | ast.List | ast.Starred | ast.UnaryOp):
            yield MINUS, replaced(node, args=put_in(args, i, negated(one)))
            yield from ((NUMBER, replaced(node, args=put_in(args, i, times(by, one)))) for by in (2.0, 0.5))
    if args and not isinstance(args[0], ast.Starred):
        yield PART, args[0]


def of_operator(node):
    """Of a sum, a product and the like: another operator or sign, its sides exchanged, a factor, a side alone."""
    left, right = node.left, node.right
    kind, other, sides = OPERATORS.get(type(node.op), (PLACE, None, False))
    if other:
        yield kind, replaced(node, op=other())
    if sides:
        yield kind, replaced(node, left=right, right=left)
    if kind == SIGN:
        yield MINUS, replaced(node, left=negated(left))
        for by in (2.0, 0.5):
            yield NUMBER, replaced(node, left=times(by, left))
            yield NUMBER, replaced(node, right=times(by, right))
    for side, one in (("left", left), ("right", right)):
        if isinstance(node.op, ast.Mult) and isinstance(one, ast.Name):
            yield MASK, replaced(node, **{side: ast.BinOp(constant(1.0), ast.Sub(), one)})
        yield PART, one


def indices(part):
    """Yields (kind, index) of what may stand in the place of an index or a slice."""
    match part:
        case ast.Slice(lower=None, upper=None, step=None):
            yield PLACE, ast.Slice(step=constant(-1))
        case ast.Slice(lower=lower, upper=upper, step=step) if step:
            yield PLACE, ast.Slice(lower, upper)
            yield TRANSPOSED, ast.Tuple([ast.Slice(), part], ast.Load())
        case ast.Slice(lower=lower, upper=upper) if not (lower and upper):
            end = lower or upper
            ends = [end] if number(end) is None else [end, constant(-number(end))]
            yield from ((PLACE, ast.Slice(*((None, one) if lower else (one, None)))) for one in ends)
            yield TRANSPOSED, ast.Tuple([ast.Slice(), part], ast.Load())
        case ast.Tuple(elts=parts):
            for i, one in enumerate(parts):
                for kind, other in indices(one):
                    yield kind, replaced(part, elts=put_in(parts, i, other))
                if i:
                    yield TRANSPOSED, replaced(part, elts=put_in(parts, i - 1, one, parts[i - 1]))


def axes(node, kind):
    """Yields other axes in the place of one, or of several: of a transposition, their orders."""
    numbers = [number(one) for one in getattr(node, "elts", [])]
    if (value := number(node)) is not None:
        yield from (constant(axis) for axis in AXES if axis != value)
    elif numbers and None not in numbers:
        shifted = [tuple(axis + by for axis in numbers) for by in (-1, 1)]
        orders = [*itertools.permutations(numbers)][1:]
        yield from map(constant, orders if kind == TRANSPOSED else [*shifted, *numbers])


def replaced(node, **fields):
    """A copy of a node with other fields; what they hold is shared."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def put_in(parts, i, *others):
    """A list with other parts from the i-th on."""
    return [*parts[:i], *others, *parts[i + len(others) :]]


def called(node):
    """The last name of what is called, such as mean of ops.mean."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def field_of(func):
    return "attr" if isinstance(func, ast.Attribute) else "id"


def negated(node):
    return ast.UnaryOp(ast.USub(), node)


def times(factor, node):
    return ast.BinOp(constant(factor), ast.Mult(), node)


def number(node):
    """The number that an expression is; None of others."""
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -value


def near(value):
    """Numbers that are written in the place of one."""
    if isinstance(value, int):
        return {value + 1, value - 1, -value} - {value}
    return {-value, 2 * value, value / 2, 1 - value, *([1 / value] if value else [])} - {value}


def constant(value):
    return ast.parse(repr(value), mode="eval").body
