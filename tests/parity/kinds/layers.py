"""Neurons and layers."""
import math

import torch
import torch.nn.functional as F

from .registry import activate, kind, linear


@kind
def dense(c, x, weights):
    return [activate(linear(c, x[0], c.units, weights), c.activation)]


@kind
def neuron(c, x, weights):
    return [activate(linear(c, torch.cat(x, 1), 1, weights), c.activation)]


@kind
def time_dense(c, x, weights):
    y = linear(c, x[0], c.units, weights)
    return [F.softmax(y, -1) if c.activation == "softmax" else activate(y, c.activation)]


@kind
def activation(c, x, weights):
    if c.function == "softmax" and c.axis >= 0:
        return [F.softmax(x[0], c.axis + 1)]
    if c.alpha > 0 and c.function in ("leaky_relu", "leaky_relu_2", "elu"):
        return [(F.elu if c.function == "elu" else F.leaky_relu)(x[0], c.alpha)]
    return [activate(x[0], c.function)]


@kind
def dropout(c, x, weights):
    return [F.dropout(x[0], c.rate, c.training)]


@kind
def flatten(c, x, weights):
    return [x[0].flatten(1)]


@kind
def reshape(c, x, weights):
    return [x[0].reshape(-1, *c.shape)]


@kind
def normalise(c, x, weights):
    rows = x[0].flatten(1)
    y = F.normalize(rows) if c.method == "length" else F.layer_norm(rows, rows.shape[1:])
    return [y.view_as(x[0])]


@kind
def batch_norm(c, x, weights):
    x = x[0].transpose(1, 2) if x[0].dim() == 3 else x[0]  # of a sequence the numbers are channels
    channels = x.shape[1:2]
    gain, shift = weights("gain", channels), weights("shift", channels)
    mean, variance = weights("mean", channels, learned=False), weights("variance", channels, learned=False, positive=True)
    y = F.batch_norm(x, mean.clone(), variance.clone(), gain, shift, c.training, c.momentum, c.epsilon)
    return [y.transpose(1, 2) if x.dim() == 3 else y]


@kind
def layer_norm(c, x, weights):
    row = x[0].shape[2:] if x[0].dim() == 3 else x[0].shape[1:]
    gain, shift = weights("gain", (math.prod(row),)), weights("shift", (math.prod(row),))
    return [F.layer_norm(x[0], row, gain.view(row), shift.view(row), c.epsilon)]
