#pragma once

#include "core/io/onnx/onnx_model.h"
#include "core/ops/ops.h"

namespace zhibei {

/// How windows go over a picture {channels, height, width}, or over a sequence {time, features} as one row whose
/// channels are the features. A convolution reads `channels` and writes `outputs`; a transposed one the other way.
struct ConvGeometry {
    int64_t channels = 1, height = 1, width = 1;
    int64_t outputs = 1, outHeight = 1, outWidth = 1;
    int64_t kernelHeight = 1, kernelWidth = 1, strideY = 1, strideX = 1, dilationY = 1, dilationX = 1;
    int64_t top = 0, left = 0, bottom = 0, right = 0; ///< padding with zeros
    int64_t groups = 1;
    bool sequence = false;

    int64_t kernelCount() const { return kernelHeight * kernelWidth; }
    bool padded() const { return top > 0 || left > 0 || bottom > 0 || right > 0; }
    int64_t paddedHeight() const { return height + top + bottom; }
    int64_t paddedWidth() const { return width + left + right; }
    /// Positions for these extents: ⌊(n + padding - dilation·(kernel - 1) - 1) / stride⌋ + 1, at least 0.
    int64_t positionsDown() const { return positions(paddedHeight(), kernelHeight, strideY, dilationY); }
    int64_t positionsAcross() const { return positions(paddedWidth(), kernelWidth, strideX, dilationX); }
    static int64_t positions(int64_t n, int64_t kernel, int64_t stride, int64_t dilation)
    {
        const int64_t room = n - dilation * (kernel - 1) - 1;
        return room < 0 ? 0 : room / stride + 1;
    }
    Shape bigShape() const { return sequence ? Shape({width, channels}) : Shape({channels, height, width}); }
    Shape smallShape() const { return sequence ? Shape({outWidth, outputs}) : Shape({outputs, outHeight, outWidth}); }

    Integers pack() const
    {
        return {channels, height, width, outputs, outHeight, outWidth, kernelHeight, kernelWidth, strideY, strideX, dilationY, dilationX,
                top, left, bottom, right, groups, sequence ? 1 : 0};
    }
    static ConvGeometry unpack(const Integers &i)
    {
        return {i[0], i[1], i[2], i[3], i[4], i[5], i[6], i[7], i[8], i[9], i[10], i[11], i[12], i[13], i[14], i[15], i[16], i[17] != 0};
    }
};

/// Whether a convolution is computed by minimal filtering (winograd.h), its transposed one and its weights' gradient too:
/// 3×3 windows one step apart, and channels enough to pay for the transforms.
bool filtersMinimally(const ConvGeometry &g);

/// Appends an operator that moves windows, over pictures and sequences alike; the result's name.
std::string windowsInOnnx(OnnxExport &e, const std::string &op, std::vector<std::string> inputs, const ConvGeometry &g,
                          std::map<std::string, OnnxAttribute> settings);
/// How a pooling's windows lie, as ONNX says it.
std::map<std::string, OnnxAttribute> poolingOnnx(const ConvGeometry &g);

} // namespace zhibei
