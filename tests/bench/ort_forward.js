// Forward passes of one network in ONNX Runtime, timed. Prints a JSON object.
// usage: node ort_forward.js MODEL.onnx float32|int64 ROWSxCOLUMNS… THREADS SECONDS
const ort = require('onnxruntime-node');

const [file, type, extents, threads, length] = process.argv.slice(2);
const shape = extents.split('x').map(Number);
const count = shape.reduce((product, extent) => product * extent, 1);
const numbers = type === 'int64' ? BigInt64Array.from({ length: count }, (_, i) => BigInt(i % 64))
                                 : Float32Array.from({ length: count }, (_, i) => (i * 37 % 101) / 101);

async function rate(session, feeds, milliseconds) {
  const start = performance.now();
  let runs = 0, passed = 0;
  while (passed < milliseconds) {
    await session.run(feeds);
    ++runs;
    passed = performance.now() - start;
  }
  return 1000 * runs / passed;
}

async function main() {
  const session = await ort.InferenceSession.create(file, { intraOpNumThreads: Number(threads), interOpNumThreads: 1 });
  const feeds = { x: new ort.Tensor(type, numbers, shape) };
  const window = 1000 * Number(length);
  await rate(session, feeds, Math.min(300, window));
  const rates = [];
  for (let i = 0; i < 5; ++i) rates.push(await rate(session, feeds, window));
  rates.sort((a, b) => a - b);
  console.log(JSON.stringify({ version: require('onnxruntime-node/package.json').version, samples_per_s: rates[2] * shape[0] }));
}

main();
