#!/usr/bin/env python3
"""Zhibei beside PyTorch, ONNX Runtime and ConvNetJS on the reference workloads, on this machine and in the same minutes.

usage: ./lab bench --peers [WORKLOAD…] [--seconds S] [--node-modules DIR] [--python PYTHON] [--json]

Each workload is measured in turn: ours, the peers, ours again. A rate is the median of five windows of S seconds, and of
each program the better of one thread and all. Memory is the most that the process ever held. A peer that is not installed
is left out, with a word on how to get it.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

# What a training step has to reach: times the peer's rate. ONNX Runtime only computes predictions, a third of the work.
WISHES = {
    'spiral-mlp': {'convnet': 30},
    'digits-mlp': {'ort': 0.33},
    'autoencoder': {'ort': 0.30},
    'lenet': {'ort': 0.25},
    'cnn': {'ort': 0.25, 'torch': 2},
    'char-lstm': {'ort': 0.25, 'torch': 4},
    'dcgan': {'torch': 3},
    'capsnet': {'torch': 3},
}
ORT_INPUTS = {'digits-mlp': ('float32', '64x1x28x28'), 'autoencoder': ('float32', '64x784'), 'lenet': ('float32', '64x1x28x28'),
              'cnn': ('float32', '64x1x28x28'), 'char-lstm': ('int64', '32x64')}
CONVNET = ('spiral-mlp', 'digits-mlp', 'lenet')
NAMES = {'torch': 'PyTorch', 'ort': 'ONNX Runtime forward', 'convnet': 'ConvNetJS'}
TO_INSTALL = {'torch': 'apt-get install python3-torch libopenblas0-pthread',
              'ort': 'npm install --ignore-scripts onnxruntime-node, then --node-modules DIR or NODE_PATH',
              'convnet': 'npm install convnetjs, then --node-modules DIR or NODE_PATH'}


def run(command, **environment):
    """What a program prints, as JSON, and the most memory it held in MiB."""
    with tempfile.TemporaryFile('w+') as errors:
        process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, stderr=errors, text=True,
                                   env={**os.environ, **environment})
        out = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(f'{" ".join(map(str, command))}\nfailed:\n{errors.read().strip()}')
    return (json.loads(out) if out.strip() else {}), used.ru_maxrss / 1024


def works(*command, **environment):
    try:
        return subprocess.run([str(word) for word in command], capture_output=True, env={**os.environ, **environment}).returncode == 0
    except OSError:
        return False


class Peers:
    def __init__(self, wanted):
        self.seconds, self.threads = wanted.seconds, sorted({1, os.cpu_count()})
        self.node = {'NODE_PATH': wanted.node_modules} if wanted.node_modules else {}
        self.python = next((python for python in wanted.python or (sys.executable, '/usr/bin/python3') if works(python, '-c', 'import torch')), None)
        has_node = shutil.which('node')
        self.here = {'torch': bool(self.python)}
        for peer, module in (('ort', 'onnxruntime-node'), ('convnet', 'convnetjs')):
            self.here[peer] = bool(has_node) and works('node', '-e', f'require("{module}")', **self.node)
        self.blas = self.best_blas() if self.python else {}
        self.folder = tempfile.TemporaryDirectory()

    def best_blas(self):
        """OpenBLAS takes its kernels by the processor's name and may not know a new one: which of them are the fastest?"""
        kinds = [{}, {'OPENBLAS_CORETYPE': 'SkylakeX'}, {'OPENBLAS_CORETYPE': 'Haswell'}]
        flags = Path('/proc/cpuinfo').read_text()
        kinds = [kind for kind in kinds if not kind or ('avx512f' if kind['OPENBLAS_CORETYPE'] == 'SkylakeX' else 'avx2') in flags]
        rated = []
        for kind in kinds:
            figures, _ = run([self.python, HERE / 'torch_steps.py', 'digits-mlp', '--seconds', 0.2], **kind)
            rated.append((figures['samples_per_s'], kind))
        return max(rated, key=lambda pair: pair[0])[1]

    def torch(self, workload):
        results = [run([self.python, HERE / 'torch_steps.py', workload, '--threads', threads, '--seconds', self.seconds], **self.blas)
                   for threads in self.threads]
        return {'samples_per_s': max(figures['samples_per_s'] for figures, _ in results), 'version': results[0][0]['version'],
                'mib': min(mib for _, mib in results)}

    def ort(self, workload):
        if workload not in ORT_INPUTS or not self.python: # PyTorch writes the network
            return None
        model = Path(self.folder.name) / f'{workload}.onnx'
        run([self.python, HERE / 'torch_steps.py', workload, '--export', model])
        return max((run(['node', HERE / 'ort_forward.js', model, *ORT_INPUTS[workload], threads, self.seconds], **self.node)[0]
                    for threads in self.threads), key=lambda figures: figures['samples_per_s'])

    def convnet(self, workload):
        return run(['node', HERE / 'convnet_steps.js', workload, self.seconds], **self.node)[0] if workload in CONVNET else None

    def measure(self, workload):
        found = {peer: getattr(self, peer)(workload) for peer in NAMES if self.here[peer]}
        return {peer: figures for peer, figures in found.items() if figures}


def measure(workload, zhibei, peers, seconds):
    def ours():
        figures, mib = run([zhibei, 'bench', workload, '--seconds', seconds, '--json'])
        return figures[workload]['samples_per_s'], mib

    before, mib = ours()
    theirs = peers.measure(workload)
    after, mib_again = ours()
    rate = (before + after) / 2
    row = {'samples_per_s': rate, 'runs': [before, after], 'mib': max(mib, mib_again), 'peers': theirs, 'wishes': []}
    for figures in theirs.values():
        figures['ratio'] = rate / figures['samples_per_s']
    for peer, wish in WISHES[workload].items():
        reached = theirs[peer]['ratio'] if peer in theirs else None
        row['wishes'].append({'peer': peer, 'ratio': wish, 'reached': None if reached is None else reached >= wish})
    return row


def count(rate):
    return f'{rate:,.0f}' if rate < 1e5 else f'{rate / 1e3:,.0f} k' if rate < 1e7 else f'{rate / 1e6:,.1f} M'


HEADINGS = ('workload', 'Zhibei', *(word for name in ('PyTorch', 'ORT fwd', 'ConvNetJS') for word in (name, 'ratio')), 'MiB ours',
            'PyTorch', 'wished')
WIDTHS = (12, 10, 10, 8, 10, 8, 10, 8, 8, 8, 0)


def line(cells):
    return '  '.join(cell.ljust(width) if i in (0, len(cells) - 1) else cell.rjust(width) for i, (cell, width) in enumerate(zip(cells, WIDTHS))).rstrip()


def table_row(workload, row):
    cells = [workload, count(row['samples_per_s'])]
    for peer in NAMES:
        figures = row['peers'].get(peer)
        cells += [count(figures['samples_per_s']), f'{figures["ratio"]:.3g}'] if figures else ['–', '']
    cells += [f'{row["mib"]:.0f}', f'{row["peers"]["torch"]["mib"]:.0f}' if 'torch' in row['peers'] else '–']
    words = {True: 'reached', False: 'NOT reached', None: 'not measured'}
    cells.append(', '.join(f'{wish["ratio"]:g} × {NAMES[wish["peer"]]}: {words[wish["reached"]]}' for wish in row['wishes']))
    return line(cells)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('workloads', nargs='*', metavar='WORKLOAD', help=', '.join(WISHES))
    parser.add_argument('--zhibei', default=HERE.parent.parent / 'build/bin/zhibei', help='the program')
    parser.add_argument('--seconds', type=float, default=1, help='length of a window (default: 1)')
    parser.add_argument('--node-modules', metavar='DIR', help='where npm has installed the peers')
    parser.add_argument('--python', action='append', help='the Python that has PyTorch')
    parser.add_argument('--json', action='store_true', help='print a JSON object')
    wanted = parser.parse_args()
    unknown = set(wanted.workloads) - set(WISHES)
    if unknown:
        parser.error(f'there is no workload {", ".join(sorted(unknown))}')
    if not works(wanted.zhibei, '--version'):
        sys.exit(f'{wanted.zhibei} does not run: build it first, ./lab build')

    peers = Peers(wanted)
    if not wanted.json:
        for peer, here in peers.here.items():
            if not here:
                print(f'{NAMES[peer]} is not installed here and is left out. To have it: {TO_INSTALL[peer]}')
            elif peer == 'ort' and not peers.python:
                print(f'{NAMES[peer]} needs PyTorch, which writes its networks.')
        print('Samples a second; “ratio” is ours by theirs.\n' + line(HEADINGS), flush=True)
    rows = {}
    for workload in wanted.workloads or WISHES:
        rows[workload] = measure(workload, wanted.zhibei, peers, wanted.seconds)
        if not wanted.json:
            print(table_row(workload, rows[workload]), flush=True)
    if wanted.json:
        print(json.dumps(rows))


if __name__ == '__main__':
    main()
