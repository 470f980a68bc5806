"""Sabour, Frosst and Hinton, "Dynamic routing between capsules" (2017)"""
import torch
import torch.nn.functional as F

from .convolutions import convolve
from .registry import kind


def squash(s):
    length = s.norm(dim=-1, keepdim=True)
    return length ** 2 / (1 + length ** 2) * s / length


@kind
def primary_capsules(c, x, weights):
    y = convolve(c, x[0], c.maps * c.size, weights)
    return [squash(y.unflatten(1, (c.maps, c.size)).flatten(3).transpose(2, 3).flatten(1, 2))]


@kind
def capsules(c, x, weights):
    """Procedure 1 of the paper; nothing flows back through the rounds that weigh the votes."""
    below, inside = x[0].shape[1:]
    w = weights("weights", (inside, below * c.units * c.size)).view(inside, below, c.units, c.size)
    votes = torch.einsum("eijd,bie->bijd", w, x[0])
    logits = torch.zeros(votes.shape[:3], dtype=votes.dtype)
    for _ in range(c.iterations):
        share = F.softmax(logits, 2)
        v = squash(torch.einsum("bij,bijd->bjd", share, votes))
        logits = logits + torch.einsum("bijd,bjd->bij", votes, v).detach()
    return [v, share]


@kind
def capsule_length(c, x, weights):
    return [x[0].norm(dim=2)]


@kind
def label_mask(c, x, weights):
    chosen = x[1].long().squeeze(1) if c.training else x[0].norm(dim=2).argmax(1)
    return [x[0] * F.one_hot(chosen, x[0].shape[1]).unsqueeze(2)]
