"""Recurrent layers and attention."""
import math

import torch
import torch.nn.functional as F

from .registry import kind, linear


@kind
def embedding(c, x, weights):
    return [F.embedding(x[0].long(), weights("weights", (c.classes[0], c.size)))]


@kind
def one_hot(c, x, weights):
    y = F.one_hot(x[0].long(), c.classes[0]).to(x[0].dtype)
    return [y.squeeze(1) if x[0].shape[1] == 1 else y]


@kind
def padding_mask(c, x, weights):
    return [(x[0] != c.filler).to(x[0].dtype)]


@kind
def positional_encoding(c, x, weights):
    steps, size = x[0].shape[1:]
    time, pair = torch.arange(steps).double().unsqueeze(1), torch.arange(0, size, 2).double()
    angle = time * torch.exp(-math.log(10000) * pair / size)
    code = torch.zeros(steps, size, dtype=x[0].dtype)
    code[:, 0::2] = torch.sin(angle)
    code[:, 1::2] = torch.cos(angle)[:, : size // 2]
    return [x[0] + code]


def recurrent(c, x, weights, gates, whole, cell):
    """PyTorch's layer as a `whole`; with a mask its cells, one by one, for it knows none: where the mask is 0 the state stays."""
    x, mask, states = x[0], x[1], x[2:]
    inputs, parameters = x.shape[2], []
    for layer in range(c.layers):
        for back in ([False, True] if c.both_ways else [False]):
            suffix = (f"_{layer + 1}" if layer else "") + ("_back" if back else "")
            own = [weights("weights" + suffix, (inputs, gates * c.units)).T, weights("recurrent" + suffix, (c.units, gates * c.units)).T]
            if c.bias:  # only in a GRU is a second one more than the first
                own.append(weights("bias" + suffix, (gates * c.units,)))
                own.append(weights("recurrent_bias" + suffix, (gates * c.units,)) if gates == 3 else torch.zeros_like(own[2]))
            parameters.append(own)
        inputs = c.units * (2 if c.both_ways else 1)
    zero = torch.zeros(len(parameters), x.shape[0], c.units, dtype=x.dtype)
    begin = [zero if s is None else s.view(-1, len(parameters), c.units).transpose(0, 1) for s in states]
    if mask is None:
        hidden = begin if gates == 4 else begin[0]
        y, *ends = whole(x, hidden, sum(parameters, []), c.bias, c.layers, 0.0, True, c.both_ways, True)
    else:
        y, ends = masked(c, x, mask, begin, parameters, cell)
    if c.returns == "last":
        y = torch.cat(list(ends[0][-2 if c.both_ways else -1:]), 1)
    return [y] + [end.transpose(0, 1).flatten(1) for end in ends]


def masked(c, x, mask, begin, parameters, cell):
    sides = 2 if c.both_ways else 1
    ends = [[] for _ in begin]
    for k, own in enumerate(parameters):
        backwards = k % sides == 1
        if not backwards:
            below, x = x, []
        state, outputs = [b[k] for b in begin], []
        for t in reversed(range(below.shape[1])) if backwards else range(below.shape[1]):
            fresh, m = cell(below[:, t], state, own), mask[:, t : t + 1]
            state = [torch.where(m > 0, f, s) for f, s in zip(fresh, state)]
            outputs.append(state[0])
        x.append(torch.stack(outputs[::-1] if backwards else outputs, 1))
        for end, s in zip(ends, state):
            end.append(s)
        if k % sides == sides - 1:
            x = torch.cat(x, 2)
    return x, [torch.stack(end) for end in ends]


@kind
def rnn(c, x, weights):
    whole, cell = (torch.rnn_relu, torch.rnn_relu_cell) if c.activation == "relu" else (torch.rnn_tanh, torch.rnn_tanh_cell)
    return recurrent(c, x, weights, 1, whole, lambda x, s, own: [cell(x, s[0], *own)])


@kind
def lstm(c, x, weights):
    return recurrent(c, x, weights, 4, torch.lstm, lambda x, s, own: torch.lstm_cell(x, s, *own))


@kind
def gru(c, x, weights):
    return recurrent(c, x, weights, 3, torch.gru, lambda x, s, own: [torch.gru_cell(x, s[0], *own)])


def attend(c, q, k, v, mask):
    scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    if c.causal:
        scores = scores.masked_fill(torch.ones(scores.shape[-2:]).triu(1).bool(), -math.inf)
    if mask is not None:
        scores = scores.masked_fill(mask.view(mask.shape[0], *(1,) * (scores.dim() - 2), -1) == 0, -math.inf)
    share = F.softmax(scores, -1)
    return share @ v, share


@kind
def attention(c, x, weights):
    return list(attend(c, *x))


@kind
def multi_head_attention(c, x, weights):
    query = x[0]
    key = query if x[1] is None else x[1]
    value = key if x[2] is None else x[2]
    heads = lambda x, name: linear(c, x, c.size, weights, name).unflatten(-1, (c.heads, -1)).transpose(1, 2)
    y, share = attend(c, heads(query, "_query"), heads(key, "_key"), heads(value, "_value"), x[3])
    return [linear(c, y.transpose(1, 2).flatten(2), c.size, weights, "_output"), share]
