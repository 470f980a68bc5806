#!/usr/bin/python3
"""Makes expected.safetensors anew: what PyTorch says of every case that tst_parity and tst_trajectories compare.

    /usr/bin/python3 tests/parity/make_expected.py [build/bin/parity_cases]

Needs Debian's python3-torch and a built tree; building, testing and using Zhibei need neither. Everything is computed in
double from numbers that float holds, each case drawn from its own name, so that a new case changes no other.
"""
import json
import pathlib
import subprocess
import sys
import types
import zlib

import numpy
import torch

from kinds import KINDS
from trajectories import trajectory

HERE = pathlib.Path(__file__).resolve().parent


def floats(array):
    """As double, but numbers that float holds."""
    return torch.from_numpy(numpy.asarray(array, dtype=numpy.float32).astype(numpy.float64))


def draw_input(random, case, port, given):
    """Quantities, or class indices, or a mask; KL divergence wants probabilities."""
    shape = (case["batch"], *given["shape"])
    if given["classes"]:
        return floats(random.integers(0, given["classes"], shape))
    if is_mask(case, port):
        mask = random.integers(0, 2, shape)
        mask[:, 0] = 1  # nothing at all to look at is another matter
        return floats(mask)
    if case["kind"] in ("divergence", "binary_cross_entropy") and port == 1:
        numbers = random.random(shape) + 0.05
        return floats(numbers / numbers.sum(1, keepdims=True) if case["kind"] == "divergence" else numbers / 1.1)
    return floats(random.normal(size=shape))


def is_mask(case, port):
    ports = {"attention": 3, "multi_head_attention": 3, "rnn": 1, "lstm": 1, "gru": 1, "cross_entropy": 2}
    return ports.get(case["kind"]) == port


def expected(case):
    """Everything of one case by name: inputs, parameters, outputs, and the gradients of both."""
    random = numpy.random.default_rng(zlib.crc32(case["name"].encode()))
    c = types.SimpleNamespace(**case["attributes"], batch=case["batch"], training=case["training"],
                              classes=[given["classes"] if given else 0 for given in case["inputs"]])
    found, leaves, inputs = {}, {}, []
    for port, given in enumerate(case["inputs"]):
        inputs.append(draw_input(random, case, port, given) if given else None)
        if not given:
            continue
        found[f"in{port}"] = inputs[-1].detach().flatten(1)
        if not given["classes"] and not is_mask(case, port):
            leaves[f"in{port}"] = inputs[-1].requires_grad_()

    def weights(name, shape, learned=True, positive=False):
        terms = numpy.prod(shape[1:])  # many of them: results of the size of one all the same, as the tolerance supposes
        numbers = random.normal(size=shape) * (0.7 if terms <= 64 else terms ** -0.5)
        found[name] = floats(abs(numbers) + 0.3 if positive else numbers)
        if not learned:
            return found[name]
        leaves[name] = found[name].clone().requires_grad_()
        return leaves[name]

    outputs = KINDS[case["kind"]](c, inputs, weights)
    if isinstance(outputs, torch.Tensor):
        outputs, total = [outputs], outputs.mean()
    else:
        total = torch.zeros(())
        for port, out in enumerate(outputs):
            found[f"pull{port}"] = floats(random.normal(size=out.flatten(1).shape))
            total = total + (out.flatten(1) * found[f"pull{port}"]).sum() / case["batch"]
    for port, out in enumerate(outputs):
        found[f"out{port}"] = out.detach().reshape(case["batch"], -1)
    if case["training"]:
        for name, gradient in gradients(total, leaves).items():
            found[f"d.{name}"] = gradient.reshape(found[name].shape)
    return found


def gradients(total, leaves):
    found = [None] * len(leaves)
    if total.requires_grad:
        found = torch.autograd.grad(total, list(leaves.values()), allow_unused=True)
    return {name: torch.zeros_like(leaves[name]) if g is None else g for name, g in zip(leaves, found)}


def save(tensors, path):
    """The safetensors format: the header's length, a header in JSON, the numbers."""
    header, parts, at = {}, [], 0
    for name, tensor in sorted(tensors.items()):
        part = tensor.detach().numpy().astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [at, at + len(part)]}
        parts.append(part)
        at += len(part)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + b"".join(parts))


def main():
    binary = sys.argv[1] if len(sys.argv) > 1 else HERE.parents[1] / "build/bin/parity_cases"
    cases = json.loads(subprocess.run([binary], check=True, capture_output=True).stdout)
    torch.set_num_threads(1)
    tensors = {}
    for case in cases["kinds"]:
        for name, tensor in expected(case).items():
            tensors[f"{case['name']}/{name}"] = tensor
    for case in cases["trajectories"]:
        tensors.update(trajectory(case, floats))
    save(tensors, HERE / "expected.safetensors")
    print(f"{len(cases['kinds'])} settings of kinds, {len(cases['trajectories'])} trainings, {len(tensors)} tensors")


if __name__ == "__main__":
    main()
