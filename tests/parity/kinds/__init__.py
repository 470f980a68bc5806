"""What every kind computes, said with PyTorch's own operators.

A function here takes a case, the values that arrive (one tensor a wire, samples first; None where no wire is) and
`weights(name, shape)`, which draws a parameter. It gives back the outputs, port by port; a loss gives one number a sample.
Written from the mathematics of the papers and PyTorch's documentation, not from the engine.
"""
from . import arithmetic, capsules, convolutions, layers, losses, sequences
from .registry import KINDS
