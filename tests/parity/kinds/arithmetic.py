"""Arithmetic, and putting numbers into order."""
import torch

from .registry import kind


@kind
def concatenate(c, x, weights):
    return [torch.cat(x, 1)]


@kind
def add(c, x, weights):
    return [sum(x)]


@kind
def subtract(c, x, weights):
    return [x[0] - x[1]]


@kind
def multiply(c, x, weights):
    return [torch.stack(x).prod(0)]


@kind
def matrix_product(c, x, weights):
    return [x[0] @ x[1]]


@kind
def function(c, x, weights):
    positive = x[0] > 0
    return [{
        "exp": lambda x: torch.exp(x), "log": lambda x: torch.log(x.clamp(min=1e-30)), "reciprocal": lambda x: 1 / x,
        "sqrt": lambda x: torch.where(positive, torch.sqrt(torch.where(positive, x, torch.ones_like(x))), torch.zeros_like(x)),
        "magnitude": lambda x: torch.abs(x), "erf": lambda x: torch.erf(x),
    }[c.function](x[0])]


def reduced(c, x, function):
    y = function(x.flatten(1), 1) if c.axis < 0 else function(x, c.axis + 1)
    return y.unsqueeze(1) if y.dim() == 1 else y


@kind
def sum_(c, x, weights):
    return [reduced(c, x[0], torch.sum)]


@kind
def mean(c, x, weights):
    return [reduced(c, x[0], torch.mean)]


@kind
def slice_(c, x, weights):
    return [x[0].narrow(c.axis + 1, c.begin, c.count or x[0].shape[c.axis + 1] - c.begin)]


@kind
def transpose(c, x, weights):
    return [x[0].permute(0, *(axis + 1 for axis in c.order))]


@kind
def repeat(c, x, weights):
    return [torch.stack([x[0]] * c.times, 1)]


@kind
def scale(c, x, weights):
    return [x[0] * c.factor + c.offset]


@kind
def constant(c, x, weights):
    return [torch.full((c.batch, *c.shape), c.value, dtype=torch.float64)]


@kind
def stop_gradient(c, x, weights):
    return [x[0].detach()]
