// One reference workload in ConvNetJS, which trains sample by sample, timed. Prints a JSON object.
// usage: node convnet_steps.js spiral-mlp|digits-mlp|lenet SECONDS
const convnet = require('convnetjs');

const dense = (units, activation) => ({ type: 'fc', num_neurons: units, activation });
const window5 = (filters, pad) => ({ type: 'conv', sx: 5, stride: 1, filters, pad, activation: 'relu' });
const halve = { type: 'pool', sx: 2, stride: 2 };
const workloads = {
  'spiral-mlp': { input: [1, 1, 2], batch: 10, classes: 2, hidden: [dense(8, 'tanh'), dense(8, 'tanh')] },
  'digits-mlp': { input: [1, 1, 784], batch: 64, classes: 10, hidden: [dense(128, 'relu'), dense(64, 'relu')] },
  'lenet': { input: [28, 28, 1], batch: 64, classes: 10,
             hidden: [window5(6, 2), halve, window5(16, 0), halve, dense(120, 'relu'), dense(84, 'relu')] },
};

const [name, length] = process.argv.slice(2);
const { input: [width, height, depth], batch, classes, hidden } = workloads[name];
const net = new convnet.Net();
net.makeLayers([{ type: 'input', out_sx: width, out_sy: height, out_depth: depth }, ...hidden, { type: 'softmax', num_classes: classes }]);
const trainer = new convnet.Trainer(net, { method: 'sgd', learning_rate: 0.01, batch_size: batch });
const samples = [];
for (let i = 0; i < 100; ++i) samples.push(new convnet.Vol(width, height, depth)); // random numbers

function rate(milliseconds) {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < milliseconds) {
    trainer.train(samples[done % samples.length], done % classes);
    ++done;
  }
  return 1000 * done / (performance.now() - start);
}

const window = 1000 * Number(length);
rate(Math.min(300, window));
const rates = [1, 2, 3, 4, 5].map(() => rate(window)).sort((a, b) => a - b);
console.log(JSON.stringify({ version: require('convnetjs/package.json').version, samples_per_s: rates[2] }));
