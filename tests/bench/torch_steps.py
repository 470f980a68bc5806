"""One reference workload of Zhibei as a PyTorch user writes it, timed.

usage: python3 torch_steps.py WORKLOAD [--threads N] [--seconds S]     prints a JSON object
       python3 torch_steps.py WORKLOAD --export FILE.onnx              writes the untrained network instead

A step draws a shuffled batch, computes the loss and its gradients, and lets the optimizer move. The rate is the median of
five windows after a warm-up, as `zhibei bench` takes it.
"""
import argparse
import json
import statistics
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


def layers_of(widths, activation, end=()):
    """Fully connected layers; `activation` between them, `end` after the last."""
    stack = [nn.Linear(widths[0], widths[1])]
    for inputs, outputs in zip(widths[1:], widths[2:]):
        stack += [activation(), nn.Linear(inputs, outputs)]
    return stack + list(end)


class Batches:
    """Batches of a data set, in a new order every epoch."""

    def __init__(self, size, *tensors):
        self.size, self.tensors, self.waiting = size, tensors, ()

    def next(self):
        if not self.waiting:
            order = torch.randperm(len(self.tensors[0]))
            self.waiting = [part for part in order.split(self.size) if len(part) == self.size]
        chosen = self.waiting.pop()
        return [tensor[chosen] for tensor in self.tensors]


class Supervised:
    def __init__(self, network, batches, criterion, optimizer=None):
        self.network, self.batches, self.criterion = network, batches, criterion
        self.optimizer = optimizer or torch.optim.Adam(network.parameters(), lr=1e-3)
        self.batch = batches.size

    def step(self):
        inputs, targets = self.batches.next()
        self.optimizer.zero_grad(set_to_none=True)
        self.criterion(self.network(inputs), targets).backward()
        self.optimizer.step()

    def example(self):
        return self.batches.next()[0]


def pictures(count):
    return torch.rand(count, 1, 28, 28)


def classifier(network, count=8192, batch=64, criterion=F.cross_entropy):
    return Supervised(network, Batches(batch, pictures(count), torch.randint(10, (count,))), criterion)


def spiral_mlp():
    network = nn.Sequential(*layers_of([2, 8, 8, 1], nn.Tanh, [nn.Tanh()]))
    points, sides = torch.rand(500, 2) * 12 - 6, torch.randint(2, (500, 1)) * 2.0 - 1
    return Supervised(network, Batches(10, points, sides), F.mse_loss, torch.optim.SGD(network.parameters(), lr=0.03))


def digits_mlp():
    return classifier(nn.Sequential(nn.Flatten(), *layers_of([784, 128, 64, 10], nn.ReLU)))


def autoencoder():
    network = nn.Sequential(*layers_of([784, 256, 64, 2, 64, 256, 784], nn.ReLU, [nn.Sigmoid()]))
    rows = torch.rand(8192, 784)
    return Supervised(network, Batches(64, rows, rows), F.mse_loss)


def lenet():
    return classifier(nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(6, 16, 5), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), *layers_of([400, 120, 84, 10], nn.ReLU)))


def cnn():
    stack, before = [], 1
    for channels in (32, 64):
        for _ in range(2):
            stack += [nn.Conv2d(before, channels, 3, padding=1), nn.ReLU()]
            before = channels
        stack.append(nn.MaxPool2d(2))
    return classifier(nn.Sequential(*stack, nn.Flatten(), *layers_of([64 * 7 * 7, 256, 10], nn.ReLU)), count=2048)


class Characters(nn.Module):
    def __init__(self, letters=64, width=32, memory=128):
        super().__init__()
        self.letters = nn.Embedding(letters, width)
        self.cells = nn.LSTM(width, memory, batch_first=True)
        self.next = nn.Linear(memory, letters)

    def forward(self, text):
        states, _ = self.cells(self.letters(text))
        return self.next(states).flatten(0, 1)


def char_lstm():
    texts, answers = (torch.randint(64, (4096, 64)) for _ in range(2))
    return Supervised(Characters(), Batches(32, texts, answers), lambda scores, right: F.cross_entropy(scores, right.flatten()))


class Dcgan:
    """The discriminator learns from real and drawn pictures, then the generator from its judgement of the same drawings."""
    batch = 64

    def __init__(self):
        self.generator = nn.Sequential(
            nn.Linear(64, 64 * 7 * 7), nn.Unflatten(1, (64, 7, 7)), nn.BatchNorm2d(64), nn.ReLU(),
            nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1), nn.BatchNorm2d(32), nn.ReLU(),
            nn.ConvTranspose2d(32, 1, 4, stride=2, padding=1), nn.Tanh())
        self.discriminator = nn.Sequential(
            nn.Conv2d(1, 32, 4, stride=2, padding=1), nn.LeakyReLU(0.2),
            nn.Conv2d(32, 64, 4, stride=2, padding=1), nn.LeakyReLU(0.2), nn.Flatten(), nn.Linear(64 * 7 * 7, 1))
        self.optimizers = [torch.optim.Adam(part.parameters(), lr=2e-4, betas=(0.5, 0.999)) for part in (self.discriminator, self.generator)]
        self.real = pictures(8192) * 2 - 1

    def judged(self, images, answer):
        return F.binary_cross_entropy_with_logits(self.discriminator(images), torch.full((self.batch, 1), answer))

    def step(self):
        real = self.real[torch.randint(len(self.real), (self.batch,))]
        drawn = self.generator(torch.randn(self.batch, 64))
        for optimizer, loss in zip(self.optimizers, (lambda: self.judged(real, 1.0) + self.judged(drawn.detach(), 0.0),
                                                     lambda: self.judged(drawn, 1.0))):
            optimizer.zero_grad(set_to_none=True)
            loss().backward()
            optimizer.step()


def squash(vectors):
    square = vectors.square().sum(-1, keepdim=True)
    return vectors * (square / (1 + square) / (square + 1e-8).sqrt())


class Capsules(nn.Module):
    """9×9 convolutions of 64 channels, 288 primary capsules of 8 numbers, 10 capsules of 16, three rounds of routing; no
    reconstruction."""

    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(1, 64, 9), nn.Conv2d(64, 64, 9, stride=2)
        self.matrices = nn.Parameter(0.05 * torch.randn(288, 10, 16, 8))

    def forward(self, images):
        maps = self.second(F.relu(self.first(images))).unflatten(1, (8, 8)).flatten(3)    # capsule, number, place
        primary = squash(maps.transpose(2, 3).flatten(1, 2))
        votes = torch.matmul(self.matrices, primary[:, :, None, :, None])[..., 0]           # [batch][288][10][16]
        quiet, agreement = votes.detach(), votes.new_zeros(len(votes), 288, 10)
        for _ in range(2):
            sums = squash((agreement.softmax(2).unsqueeze(3) * quiet).sum(1, keepdim=True))
            agreement = agreement + (quiet * sums).sum(3)
        chosen = squash((agreement.softmax(2).unsqueeze(3) * votes).sum(1))
        return (chosen.square().sum(2) + 1e-8).sqrt()


def margin(lengths, classes):
    present = F.one_hot(classes, 10)
    return (present * F.relu(0.9 - lengths).square() + 0.5 * (1 - present) * F.relu(lengths - 0.1).square()).sum(1).mean()


def capsnet():
    return classifier(Capsules(), count=1024, batch=32, criterion=margin)


WORKLOADS = {'spiral-mlp': spiral_mlp, 'digits-mlp': digits_mlp, 'autoencoder': autoencoder, 'lenet': lenet, 'cnn': cnn,
             'char-lstm': char_lstm, 'dcgan': Dcgan, 'capsnet': capsnet}


def rate(step, seconds):
    """Steps a second."""
    done, start = 0, time.perf_counter()
    while True:
        step()
        done += 1
        passed = time.perf_counter() - start
        if passed >= seconds:
            return done / passed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('workload', choices=WORKLOADS)
    parser.add_argument('--threads', type=int, default=1)
    parser.add_argument('--seconds', type=float, default=1)
    parser.add_argument('--export')
    wanted = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(wanted.threads)
    training = WORKLOADS[wanted.workload]()
    if wanted.export:
        torch.onnx.export(training.network.eval(), training.example(), wanted.export, input_names=['x'], opset_version=13)
        return
    rate(training.step, min(0.3, wanted.seconds))
    steps = statistics.median(rate(training.step, wanted.seconds) for _ in range(5))
    print(json.dumps({'version': torch.__version__, 'steps_per_s': steps, 'samples_per_s': steps * training.batch}))


if __name__ == '__main__':
    main()
