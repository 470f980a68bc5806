// Runs folders of test data (model.onnx, test_data_set_0) with ONNX Runtime and prints the largest difference of each:
//
//     ZHIBEI_ONNX_OUT=/tmp/onnx build/bin/tst_onnx_round_trip
//     NODE_PATH=/where/npm/put/node_modules node tests/io/onnx_runtime_check.js /tmp/onnx
//
// Exit status 1 where one is above 1e-4 (absolute, or relative for numbers above 1). Needs npm's onnxruntime-node.
const fs = require('fs');
const path = require('path');
const ort = require('onnxruntime-node');

function varint(bytes, at) {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
        const byte = bytes[at++];
        value |= BigInt(byte & 127) << shift;
        if (byte < 128)
            return [value, at];
    }
}

// A TensorProto as Zhibei writes it: dims, type, name and raw numbers.
function readTensor(file) {
    const bytes = fs.readFileSync(file);
    const tensor = { dims: [], name: '', type: 1, raw: Buffer.alloc(0) };
    for (let at = 0; at < bytes.length;) {
        let tag, value;
        [tag, at] = varint(bytes, at);
        [value, at] = varint(bytes, at);
        const field = Number(tag >> 3n);
        if ((tag & 7n) === 2n) {
            const part = bytes.subarray(at, at + Number(value));
            at += Number(value);
            if (field === 1)
                for (let k = 0; k < part.length;) {
                    [value, k] = varint(part, k);
                    tensor.dims.push(Number(value));
                }
            if (field === 8)
                tensor.name = part.toString();
            if (field === 9)
                tensor.raw = Buffer.from(part);
        } else if (field === 1) {
            tensor.dims.push(Number(value));
        } else if (field === 2) {
            tensor.type = Number(value);
        }
    }
    const buffer = tensor.raw.buffer.slice(tensor.raw.byteOffset, tensor.raw.byteOffset + tensor.raw.byteLength);
    tensor.data = tensor.type === 7 ? new BigInt64Array(buffer) : new Float32Array(buffer);
    return tensor;
}

async function differenceOf(folder) {
    const session = await ort.InferenceSession.create(path.join(folder, 'model.onnx'), { logSeverityLevel: 3 });
    const set = path.join(folder, 'test_data_set_0');
    const feeds = {};
    for (const file of fs.readdirSync(set).filter(name => name.startsWith('input_'))) {
        const tensor = readTensor(path.join(set, file));
        feeds[tensor.name] = new ort.Tensor(tensor.type === 7 ? 'int64' : 'float32', tensor.data, tensor.dims);
    }
    const results = await session.run(feeds);
    let worst = 0;
    for (const file of fs.readdirSync(set).filter(name => name.startsWith('output_'))) {
        const ours = readTensor(path.join(set, file)), theirs = results[ours.name];
        if (theirs.data.length !== ours.data.length && !(theirs.dims[0] === 1 && ours.data.length % theirs.data.length === 0))
            throw new Error(`${ours.name}: ${theirs.dims} against ${ours.dims}`);
        ours.data.forEach((number, k) => {
            const other = theirs.data[k % theirs.data.length], difference = Math.abs(number - other) / Math.max(1, Math.abs(number));
            worst = Math.max(worst, Object.is(number, other) ? 0 : Number.isNaN(difference) ? Infinity : difference);
        });
    }
    return worst;
}

(async () => {
    let failed = false;
    for (const name of fs.readdirSync(process.argv[2]).sort()) {
        const folder = path.join(process.argv[2], name);
        let line;
        try {
            const worst = await differenceOf(folder);
            failed ||= !(worst <= 1e-4);
            line = worst.toExponential(1) + (worst <= 1e-4 ? '' : '  TOO FAR');
        } catch (error) {
            failed = true;
            line = 'FAILED ' + String(error.message).split('\n')[0];
        }
        console.log(`${name.padEnd(40)} ${line}`);
    }
    process.exit(failed ? 1 : 0);
})();
