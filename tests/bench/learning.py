#!/usr/bin/env python3
"""What the templates learn, worst of several seeds, as a table. Takes a quarter of an hour and more.

    tests/bench/learning.py [--zhibei build/bin/zhibei] [--seeds 1,2,3] [NAME…]

Every row names the command it ran. dcgan is judged by a lenet trained here: needs numpy."""
import argparse
import json
import math
import os
import subprocess
import sys
import tempfile


def run(*arguments):
    if arguments[0] == "train":  # the number of threads changes no number, only the time
        arguments += ("--threads", str(options.threads))
    return subprocess.run([options.zhibei, *arguments], check=True, capture_output=True, text=True).stdout


def figures(*arguments):
    """The figures of a training as the command prints them."""
    return json.loads(run("train", *arguments, "--json").strip().splitlines()[-1])


def accuracy(*arguments):
    return lambda seed: 100 * figures(*arguments, "--seed", str(seed))["test_accuracy"]


def unigram_entropy():
    """Of the training characters: what a model that only counts them would lose."""
    import numpy
    numpy_file = os.path.join(folder, "characters.npy")
    run("predict", "char-lstm", "--node", "input1", "--part", "train", "--out", numpy_file)
    counts = numpy.bincount(numpy.load(numpy_file).astype(int).ravel())
    share = counts[counts > 0] / counts.sum()
    return float(-(share * numpy.log(share)).sum())


def characters(seed):
    found = figures("char-lstm", "--epochs", "80", "--seed", str(seed))
    return 100 * found["train_loss"] / unigram_entropy()


def generated(seed):
    """Digits out of noise: how many does a lenet name with more than 0.9, and how many classes hold 3 % and more?"""
    import numpy
    judge, forger = os.path.join(folder, "judge.zhibei"), os.path.join(folder, "forger.zhibei")
    pictures, nothing, verdicts = (os.path.join(folder, name) for name in ("pictures.npy", "nothing.npy", "verdicts.npy"))
    if not os.path.exists(judge):
        run("train", "lenet", "--epochs", "60", "--seed", "1", "--save", judge)
    run("train", "dcgan", "--epochs", str(options.dcgan_epochs), "--seed", str(seed), "--save", forger)
    run("predict", forger, "--node", "g_conv2", "--samples", "1000", "--seed", str(seed), "--out", pictures)
    drawn = (numpy.load(pictures) + 1) / 2
    numpy.save(pictures, drawn.astype("float32"))
    numpy.save(nothing, numpy.arange(1000) % 10)
    # The samples keep their order where none is kept for testing and nothing is standardised.
    run("predict", judge, "--data", f"npy:{pictures},{nothing}?layout=channels_first&test_share=0", "--out", verdicts)
    says = numpy.load(verdicts)
    sure = says.max(1) > 0.9
    shares = numpy.bincount(says.argmax(1), minlength=10) / 10.0
    print(f"    dcgan seed {seed}: {100 * sure.mean():.1f} % named, classes in %: {shares.round(1).tolist()}", flush=True)
    return 100 * sure.mean() if (shares >= 3).sum() >= 9 else 0.0


ROWS = {  # name: what is measured, what must come true, worst of seeds, how
    "digits-mlp": ("test accuracy, %", ">=", 95, accuracy("digits-mlp", "--epochs", "20")),
    "lenet": ("test accuracy, %", ">=", 97.5, accuracy("lenet", "--epochs", "20")),
    "capsnet": ("test accuracy, %", ">=", 97, accuracy("capsnet", "--epochs", "6")),
    "cnn": ("Fashion-MNIST test accuracy, %", ">=", 91, accuracy("cnn", "--epochs", "12")),
    "autoencoder": ("test MSE", "<=", 0.043, lambda seed: figures("autoencoder", "--epochs", "60", "--seed", str(seed))["test_loss"]),
    "char-lstm": ("training loss, % of the unigram entropy", "<", 60, characters),
    "dcgan": ("digits a lenet names with > 0.9, %; 0 unless 9 classes hold 3 %", ">=", 85, generated),
}

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("names", nargs="*", metavar="NAME", help="rows (default: all): " + ", ".join(ROWS))
parser.add_argument("--zhibei", default=os.path.join(os.path.dirname(__file__), "../../build/bin/zhibei"))
parser.add_argument("--seeds", default="1,2,3")
parser.add_argument("--threads", type=int, default=os.cpu_count())
parser.add_argument("--dcgan-epochs", type=int, default=120)
options = parser.parse_args()
for name in options.names:
    if name not in ROWS:
        parser.error(f"no row {name!r}")

missed = []
with tempfile.TemporaryDirectory() as folder:
    for name in options.names or ROWS:
        measured, sign, goal, measure = ROWS[name]
        found = [measure(int(seed)) for seed in options.seeds.split(",")]
        worst = min(found) if sign == ">=" else max(found)
        reached = not math.isnan(worst) and {">=": worst >= goal, "<=": worst <= goal, "<": worst < goal}[sign]
        missed += [] if reached else [name]
        print(f"{name:12}  {'yes' if reached else 'NO':3}  worst {worst:.4g} {sign} {goal}  ({measured}; seeds: {', '.join(f'{x:.4g}' for x in found)})", flush=True)
sys.exit(1 if missed else 0)
