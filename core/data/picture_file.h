#pragma once

#include "core/data/data_source.h"

#include <optional>

namespace zhibei {

/// A decoded picture: rows from the top, three bytes a pixel. What is transparent shows white paper.
struct Picture {
    int64_t width = 0, height = 0;
    std::vector<unsigned char> rgb;
};

/// Reads a PNG, JPEG, BMP or GIF file (of an animation, the first picture). Nothing if it is not one, is damaged, or is
/// larger than 64 MiB or 64 million pixels.
std::optional<Picture> readPicture(const std::string &path);

/// The picture stretched to width × height by averaging areas, channels first: [3, height, width], or grey
/// [1, height, width] (0.299 R + 0.587 G + 0.114 B), 0 … 1.
std::vector<float> resized(const Picture &picture, int64_t width, int64_t height, bool colour);

} // namespace zhibei
