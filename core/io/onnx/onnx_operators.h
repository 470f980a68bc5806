#pragma once

namespace zhibei {

struct OnnxNode;
class OnnxImporter;

// What each operator becomes; import_*.cpp of this folder.
namespace onnx_import {

// import_math.cpp
void add(OnnxImporter &, const OnnxNode &);
void subtract(OnnxImporter &, const OnnxNode &);
void multiply(OnnxImporter &, const OnnxNode &);
void divide(OnnxImporter &, const OnnxNode &);
void negate(OnnxImporter &, const OnnxNode &);
void power(OnnxImporter &, const OnnxNode &);
void largest(OnnxImporter &, const OnnxNode &);
void smallest(OnnxImporter &, const OnnxNode &);
void clip(OnnxImporter &, const OnnxNode &);
void equal(OnnxImporter &, const OnnxNode &);
void negation(OnnxImporter &, const OnnxNode &);
void choose(OnnxImporter &, const OnnxNode &);

// import_functions.cpp
void activation(OnnxImporter &, const OnnxNode &);
void function(OnnxImporter &, const OnnxNode &);
void leakyRelu(OnnxImporter &, const OnnxNode &);
void elu(OnnxImporter &, const OnnxNode &);
void selu(OnnxImporter &, const OnnxNode &);
void softmax(OnnxImporter &, const OnnxNode &);
void hardmax(OnnxImporter &, const OnnxNode &);
void pass(OnnxImporter &, const OnnxNode &);
void dropout(OnnxImporter &, const OnnxNode &);

// import_products.cpp
void gemm(OnnxImporter &, const OnnxNode &);
void product(OnnxImporter &, const OnnxNode &);

// import_shapes.cpp
void reshape(OnnxImporter &, const OnnxNode &);
void flatten(OnnxImporter &, const OnnxNode &);
void squeeze(OnnxImporter &, const OnnxNode &);
void unsqueeze(OnnxImporter &, const OnnxNode &);
void transpose(OnnxImporter &, const OnnxNode &);
void expand(OnnxImporter &, const OnnxNode &);
void shape(OnnxImporter &, const OnnxNode &);
void constant(OnnxImporter &, const OnnxNode &);

// import_places.cpp
void concat(OnnxImporter &, const OnnxNode &);
void slice(OnnxImporter &, const OnnxNode &);
void split(OnnxImporter &, const OnnxNode &);
void gather(OnnxImporter &, const OnnxNode &);
void oneHot(OnnxImporter &, const OnnxNode &);
void pad(OnnxImporter &, const OnnxNode &);
void resize(OnnxImporter &, const OnnxNode &);

// import_reductions.cpp
void sum(OnnxImporter &, const OnnxNode &);
void mean(OnnxImporter &, const OnnxNode &);
void maximum(OnnxImporter &, const OnnxNode &);

// import_windows.cpp
void conv(OnnxImporter &, const OnnxNode &);
void convTranspose(OnnxImporter &, const OnnxNode &);
void maxPool(OnnxImporter &, const OnnxNode &);
void averagePool(OnnxImporter &, const OnnxNode &);
void globalPool(OnnxImporter &, const OnnxNode &);

// import_norms.cpp
void batchNorm(OnnxImporter &, const OnnxNode &);
void layerNorm(OnnxImporter &, const OnnxNode &);

// import_recurrent.cpp
void recurrent(OnnxImporter &, const OnnxNode &);

} // namespace onnx_import

} // namespace zhibei
