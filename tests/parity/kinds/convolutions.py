"""Windows over pictures and sequences."""
import math

import torch
import torch.nn.functional as F

from .registry import activate, kind


def along(c, axes):
    """Window and stride of each axis: those down are as those across unless given."""
    across = [(c.kernel, c.stride)]
    down = [(getattr(c, "kernel_height", 0) or c.kernel, getattr(c, "stride_down", 0) or c.stride)]
    return across if axes == 1 else down + across


def edges(c, extent, kernel, stride, down):
    """Zeros before and after along one axis; "same" as TensorFlow defines it, for PyTorch has it at stride 1 only."""
    if c.padding == "edges":
        return c.edges[0 if down else 1], c.edges[2 if down else 3]
    if c.padding == "explicit":
        return c.pad, c.pad
    if c.padding == "valid":
        return 0, 0
    reach = getattr(c, "dilation", 1) * (kernel - 1) + 1
    zeros = max(0, (math.ceil(extent / stride) - 1) * stride + reach - extent)
    return zeros // 2, zeros - zeros // 2


def padded(c, x, value=0.0):
    axes = x.dim() - 2
    zeros = [edges(c, extent, *window, axes == 2 and axis == 0) for axis, (extent, window) in enumerate(zip(x.shape[2:], along(c, axes)))]
    return F.pad(x, sum(reversed(zeros), ()), value=value)


def convolve(c, x, filters, weights):
    window, strides = zip(*along(c, x.dim() - 2))
    w = weights("weights", (filters, x.shape[1] // getattr(c, "groups", 1), *window))
    bias = weights("bias", (filters,)) if c.bias else None
    function = F.conv1d if len(window) == 1 else F.conv2d
    return function(padded(c, x), w, bias, strides, 0, getattr(c, "dilation", 1), getattr(c, "groups", 1))


@kind
def conv2d(c, x, weights):
    return [activate(convolve(c, x[0], c.filters, weights), c.activation)]


@kind
def conv1d(c, x, weights):
    return [activate(convolve(c, x[0].transpose(1, 2), c.filters, weights).transpose(1, 2), c.activation)]


@kind
def conv_transpose2d(c, x, weights):
    """The whole of it, then cut to size: "same" is stride times as large; a negative edge adds zeros."""
    window, strides = zip(*along(c, 2))
    w = weights("weights", (x[0].shape[1], c.filters // c.groups, *window))
    y = F.conv_transpose2d(x[0], w, stride=strides, groups=c.groups, dilation=c.dilation)
    zeros = ()
    for axis in (1, 0):
        reach = c.dilation * (window[axis] - 1) + 1
        cut = {"valid": 0, "same": reach - strides[axis], "explicit": 2 * c.pad, "edges": c.edges[axis] + c.edges[axis + 2]}[c.padding]
        before = c.edges[axis] if c.padding == "edges" else max(0, cut) // 2
        zeros += (-before, before - cut)
    y = F.pad(y, zeros)
    if c.bias:
        y = y + weights("bias", (c.filters,)).view(1, -1, 1, 1)
    return [activate(y, c.activation)]


def pooled(x, function):
    return function(x.transpose(1, 2).unsqueeze(2)).squeeze(2).transpose(1, 2) if x.dim() == 3 else function(x)


def window(c, x):
    """Of a sequence a row."""
    kernel, stride = zip(*along(c, x.dim() - 2))
    return ((1, *kernel), (1, *stride)) if x.dim() == 3 else (kernel, stride)


def padded_picture(c, x, sequence, value):
    return padded(c, x.squeeze(2), value).unsqueeze(2) if sequence else padded(c, x, value)


@kind
def max_pool(c, x, weights):
    sequence, (kernel, stride) = x[0].dim() == 3, window(c, x[0])
    return [pooled(x[0], lambda p: F.max_pool2d(padded_picture(c, p, sequence, -math.inf), kernel, stride, dilation=(1, c.dilation) if sequence else c.dilation))]


@kind
def average_pool(c, x, weights):
    """Padding is counted where it is said."""
    sequence, (kernel, stride) = x[0].dim() == 3, window(c, x[0])
    mean = lambda p: F.avg_pool2d(padded_picture(c, p, sequence, 0.0), kernel, stride)
    return [pooled(x[0], lambda p: mean(p) if c.count_padding else mean(p) / mean(torch.ones_like(p)))]


@kind
def global_pool(c, x, weights):
    axes = (2, 3) if x[0].dim() == 4 else (1,)
    return [x[0].amax(axes) if c.method == "max" else x[0].mean(axes)]


@kind
def upsample(c, x, weights):
    if c.method == "bilinear":
        return [F.interpolate(x[0], scale_factor=c.factor, mode="bilinear", align_corners=False)]
    return [F.interpolate(x[0], scale_factor=c.factor, mode="nearest")]


@kind
def pad(c, x, weights):
    return [F.pad(x[0], (c.amount,) * 4)]


@kind
def crop(c, x, weights):
    return [F.pad(x[0], (-c.amount,) * 4)]
