"""Losses: one number a sample; the loss of a batch is their mean."""
import torch
import torch.nn.functional as F

from .registry import kind


def wished(c, x):
    """A class is compared as one-hot numbers or, with one output, as -1 and +1."""
    if not c.classes[1]:
        return x[1].flatten(1)
    if x[0].shape[1] == 1:
        return 2 * x[1] - 1
    return F.one_hot(x[1].long().squeeze(1), c.classes[1]).to(x[0].dtype)


@kind
def squared(c, x, weights):
    return F.mse_loss(x[0].flatten(1), wished(c, x), reduction="none").mean(1)


@kind
def absolute(c, x, weights):
    return F.l1_loss(x[0].flatten(1), wished(c, x), reduction="none").mean(1)


@kind
def huber(c, x, weights):
    return F.huber_loss(x[0].flatten(1), wished(c, x), reduction="none", delta=c.delta).mean(1)


def cross_entropy_of(scores, classes, smoothing, class_weights):
    """Of every sample, or step of one, scores [..., classes]."""
    own = torch.tensor([float(w) for w in class_weights.split(",")], dtype=scores.dtype) if class_weights else None
    flat = F.cross_entropy(scores.flatten(0, -2), classes.flatten().long(), own, reduction="none", label_smoothing=smoothing)
    return flat.view(scores.shape[:-1])


@kind
def cross_entropy(c, x, weights):
    rows = x[1].shape[1]
    each = cross_entropy_of(x[0].reshape(c.batch, rows, -1), x[1], c.smoothing, c.class_weights)
    return each.mean(1) if x[2] is None else (each * x[2]).sum(1) / x[2].sum(1)


@kind
def binary_cross_entropy(c, x, weights):
    return F.binary_cross_entropy_with_logits(x[0], x[1], reduction="none").mean(1)


@kind
def hinge(c, x, weights):
    if x[0].shape[1] == 1:
        return F.relu(1 - wished(c, x) * x[0]).mean(1)
    return F.multi_margin_loss(x[0], x[1].long().squeeze(1), reduction="none")


@kind
def margin(c, x, weights):
    """Equation 4 of Sabour et al. (2017)."""
    there = F.one_hot(x[1].long().squeeze(1), x[0].shape[1])
    return (there * F.relu(0.9 - x[0]) ** 2 + 0.5 * (1 - there) * F.relu(x[0] - 0.1) ** 2).sum(1)


@kind
def divergence(c, x, weights):
    return F.kl_div(F.log_softmax(x[0], 1), x[1], reduction="none").sum(1)
