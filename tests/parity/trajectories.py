"""Twenty training steps of three small nets with PyTorch's own layers, optimizers and schedules."""
import zlib

import numpy
import torch
import torch.nn.functional as F
from torch import nn
from torch.optim import lr_scheduler

from kinds.losses import cross_entropy_of

STEPS, BATCH, CLASSES = 20, 19, 3
LETTERS, TIME = 5, 6
FEATURES = {"mlp": (4,), "convnet": (1, 6, 6), "letters": (TIME,)}

# What the engine calls a parameter, what PyTorch calls it, and whether the two hold it turned.
NAMES = {
    "mlp": [("dense1.weights", "0.weight", True), ("dense1.bias", "0.bias", False),
            ("dense2.weights", "2.weight", True), ("dense2.bias", "2.bias", False)],
    "convnet": [("conv2d1.weights", "0.weight", False), ("conv2d1.bias", "0.bias", False),
                ("batch_norm1.gain", "2.weight", False), ("batch_norm1.shift", "2.bias", False),
                ("batch_norm1.mean", "2.running_mean", False), ("batch_norm1.variance", "2.running_var", False),
                ("dense1.weights", "5.weight", True), ("dense1.bias", "5.bias", False)],
    "letters": [("embedding1.weights", "embedding.weight", False), ("lstm1.weights", "lstm.weight_ih_l0", True),
                ("lstm1.recurrent", "lstm.weight_hh_l0", True), ("lstm1.bias", "lstm.bias_ih_l0", False),
                ("time_dense1.weights", "dense.weight", True), ("time_dense1.bias", "dense.bias", False)],
}


class Letters(nn.Module):
    """A class for every letter. One bias a gate is enough: PyTorch's second stays zero."""

    def __init__(self):
        super().__init__()
        self.embedding, self.lstm, self.dense = nn.Embedding(LETTERS, 4), nn.LSTM(4, 5, batch_first=True), nn.Linear(5, CLASSES)
        nn.init.zeros_(self.lstm.bias_hh_l0).requires_grad_(False)

    def forward(self, x):
        return self.dense(self.lstm(self.embedding(x.long()))[0])


def network(name):
    if name == "mlp":
        return nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, CLASSES)).double()
    if name == "letters":
        return Letters().double()
    return nn.Sequential(nn.Conv2d(1, 3, 3, padding="same"), nn.ReLU(), nn.BatchNorm2d(3), nn.MaxPool2d(2), nn.Flatten(),
                         nn.Linear(27, CLASSES)).double()


def begin(name, floats):
    """The net's weights and data; all trainings of one net begin alike."""
    random = numpy.random.default_rng(zlib.crc32(name.encode()))
    found = {}
    state = network(name).state_dict()
    for own, theirs, _ in NAMES[name]:
        if "running" not in theirs:
            state[theirs] = floats(random.normal(size=state[theirs].shape) * 0.4 + ("gain" in own))
    found.update(weights_of(name, state))
    size = (STEPS, BATCH, *FEATURES[name])
    x = floats(random.integers(0, LETTERS, size) if name == "letters" else random.normal(size=size))
    y = floats(random.integers(0, CLASSES, size if name == "letters" else size[:2]))
    found["features"], found["classes"] = x.flatten(2), y
    return found, state, x, y


def weights_of(name, state):
    return {own: (state[theirs].T if turned else state[theirs]).detach().clone() for own, theirs, turned in NAMES[name]}


def optimizer(o, net):
    """Penalties act on weights, not on biases, gains and shifts."""
    weights = [p for p in net.parameters() if p.dim() > 1]
    rest = [p for p in net.parameters() if p.dim() == 1 and p.requires_grad]
    decay = o["decay"] if o["optimizer"] == "adamw" else 0
    groups = [{"params": weights, "weight_decay": decay}, {"params": rest, "weight_decay": 0}]
    make = {
        "sgd": lambda: torch.optim.SGD(groups, o["rate"]),
        "momentum": lambda: torch.optim.SGD(groups, o["rate"], momentum=o["momentum"]),
        "rmsprop": lambda: torch.optim.RMSprop(groups, o["rate"], alpha=o["beta2"]),
        "adam": lambda: torch.optim.Adam(groups, o["rate"], (o["beta1"], o["beta2"])),
        "adamw": lambda: torch.optim.AdamW(groups, o["rate"], (o["beta1"], o["beta2"])),
    }
    return make[o["optimizer"]](), weights


def schedule(o, moves):
    """The cosine ends at zero and stays there; PyTorch's would rise again, so it stops being asked."""
    parts = []
    if o["schedule"] == "step":
        parts.append(lr_scheduler.StepLR(moves, o["period"], o["factor"]))
    if o["schedule"] == "exponential":
        parts.append(lr_scheduler.ExponentialLR(moves, o["factor"] ** (1 / o["period"])))
    if o["schedule"] == "cosine":
        parts.append(lr_scheduler.CosineAnnealingLR(moves, o["period"]))
    if o["warmup"] > 1:
        parts.append(lr_scheduler.LinearLR(moves, 1 / o["warmup"], total_iters=o["warmup"] - 1))
    return parts


def trajectory(case, floats):
    o, name = case["objective"], case["net"]
    start, state, x, y = begin(name, floats)
    net = network(name)
    net.load_state_dict(state)
    moves, weights = optimizer(o, net)
    schedules = schedule(o, moves)
    average, updates, losses = weights_of(name, net.state_dict()), 0, []
    for step in range(STEPS):
        loss = cross_entropy_of(net(x[step]), y[step], o["smoothing"], o["class_weights"]).mean()
        losses.append(loss.detach())
        (loss / o["accumulate"]).backward()
        if (step + 1) % o["accumulate"]:
            continue
        if o["clip"]:
            nn.utils.clip_grad_norm_(net.parameters(), o["clip"])
        with torch.no_grad():
            for w in weights:
                w.grad += o["l2"] * w + o["l1"] * w.sign()
        moves.step()
        moves.zero_grad()
        updates += 1
        for part in schedules:
            if not (isinstance(part, lr_scheduler.CosineAnnealingLR) and updates > o["period"]):
                part.step()
        # A young average moves faster: min(decay, (1 + n) / (10 + n)), as TensorFlow's ExponentialMovingAverage
        keep = min(o["average"], updates / (updates + 9))
        average = {key: keep * average[key] + (1 - keep) * new for key, new in weights_of(name, net.state_dict()).items()}
    found = {f"{case['name']}/{key}": value for key, value in weights_of(name, net.state_dict()).items()}
    if o["average"]:
        found.update({f"{case['name']}/average.{key}": value for key, value in average.items()})
    found[f"{case['name']}/losses"] = torch.stack(losses)
    found.update({f"{name}/{key}": value for key, value in start.items()})
    return found
