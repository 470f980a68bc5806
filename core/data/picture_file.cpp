#include "core/data/picture_file.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_BMP
#define STBI_ONLY_GIF
#define STBI_NO_STDIO
#define STBI_NO_THREAD_LOCALS
#define STBI_MAX_DIMENSIONS 16384
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

namespace zhibei {

namespace {

constexpr int64_t mostBytes = int64_t(64) << 20;
constexpr int64_t mostPixels = int64_t(64) << 20;

using Bytes = std::vector<unsigned char>;

/// Empty if the file cannot be read or is too large.
Bytes fileBytes(const std::string &path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) > uintmax_t(mostBytes) || error)
        return {};
    std::ifstream file(path, std::ios::binary);
    Bytes bytes{std::istreambuf_iterator<char>(file), {}};
    return static_cast<int64_t>(bytes.size()) <= mostBytes ? bytes : Bytes();
}

int byteAt(const Bytes &bytes, size_t at)
{
    return at < bytes.size() ? bytes[at] : 0;
}

/// Whether each Huffman table of the segment whose length stands at `at` has at most 256 codes.
bool tablesFit(const Bytes &bytes, size_t at)
{
    int left = (byteAt(bytes, at) << 8 | byteAt(bytes, at + 1)) - 2;
    for (at += 2; left > 0;) {
        int codes = 0;
        for (size_t i = 1; i <= 16; ++i)
            codes += byteAt(bytes, at + i);
        if (codes > 256)
            return false;
        left -= 17 + codes;
        at += 17 + static_cast<size_t>(codes);
    }
    return true;
}

/// The decoder of Debian 12 writes beyond its tables for a JPEG whose Huffman tables have more than 256 codes: such a
/// file must not reach it. Segments are skipped as the decoder skips them; behind the first scan, where they may start
/// anywhere, every one that looks like a table is checked.
bool safeToDecode(const Bytes &bytes)
{
    constexpr int huffman = 0xC4, scan = 0xDA, startOfImage = 0xD8;
    if (byteAt(bytes, 0) != 0xFF) // the decoder wants the start marker first; other formats have no such tables
        return true;
    bool scanned = false;
    for (size_t at = 0; at + 1 < bytes.size(); ++at) {
        const int marker = bytes[at + 1];
        if (bytes[at] != 0xFF || marker == 0xFF)
            continue;
        if (marker == huffman && !tablesFit(bytes, at + 2))
            return false;
        scanned |= marker == scan;
        if (!scanned && marker != startOfImage) {
            const int length = byteAt(bytes, at + 2) << 8 | byteAt(bytes, at + 3);
            at += 1 + static_cast<size_t>(std::max(length, 0));
        }
    }
    return true;
}

/// How much of each source position falls on each of `to` equal stretches of `from`: first position and weights.
struct Stretch {
    int64_t first = 0;
    std::vector<float> weights; ///< sum 1
};

std::vector<Stretch> stretches(int64_t from, int64_t to)
{
    std::vector<Stretch> all(static_cast<size_t>(to));
    const double step = double(from) / double(to);
    for (int64_t i = 0; i < to; ++i) {
        const double begin = double(i) * step, end = double(i + 1) * step;
        Stretch &stretch = all[static_cast<size_t>(i)];
        stretch.first = std::min(static_cast<int64_t>(begin), from - 1);
        const int64_t last = std::clamp<int64_t>(static_cast<int64_t>(std::ceil(end)), stretch.first + 1, from);
        for (int64_t at = stretch.first; at < last; ++at)
            stretch.weights.push_back(static_cast<float>((std::min(end, double(at + 1)) - std::max(begin, double(at))) / step));
    }
    return all;
}

} // namespace

std::optional<Picture> readPicture(const std::string &path)
{
    const Bytes bytes = fileBytes(path);
    const int size = static_cast<int>(bytes.size());
    int width = 0, height = 0, channels = 0;
    if (bytes.empty() || !safeToDecode(bytes) || !stbi_info_from_memory(bytes.data(), size, &width, &height, &channels) || width < 1 || height < 1
        || int64_t(width) * height > mostPixels)
        return {};
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> rgba(
        stbi_load_from_memory(bytes.data(), size, &width, &height, &channels, 4), &stbi_image_free);
    if (!rgba)
        return {};
    Picture picture{width, height, std::vector<unsigned char>(size_t(width) * size_t(height) * 3)};
    const unsigned char *from = rgba.get();
    for (size_t i = 0; i < picture.rgb.size(); i += 3, from += 4)
        for (size_t c = 0; c < 3; ++c)
            picture.rgb[i + c] = static_cast<unsigned char>((from[c] * from[3] + 255 * (255 - from[3]) + 127) / 255);
    return picture;
}

std::vector<float> resized(const Picture &picture, int64_t width, int64_t height, bool colour)
{
    const std::vector<Stretch> columns = stretches(picture.width, width), rows = stretches(picture.height, height);
    const size_t plane = size_t(width) * size_t(height);
    std::vector<float> numbers(plane * (colour ? 3 : 1));
    std::vector<float> line(size_t(picture.width) * 3); // the rows of one stretch, averaged
    for (size_t y = 0; y < rows.size(); ++y) {
        std::fill(line.begin(), line.end(), 0.0f);
        for (size_t r = 0; r < rows[y].weights.size(); ++r) {
            const unsigned char *from = picture.rgb.data() + (size_t(rows[y].first) + r) * line.size();
            const float weight = rows[y].weights[r] / 255.0f;
            for (size_t i = 0; i < line.size(); ++i)
                line[i] += weight * float(from[i]);
        }
        for (size_t x = 0; x < columns.size(); ++x) {
            float rgb[3] = {0, 0, 0};
            for (size_t k = 0; k < columns[x].weights.size(); ++k)
                for (size_t c = 0; c < 3; ++c)
                    rgb[c] += columns[x].weights[k] * line[(size_t(columns[x].first) + k) * 3 + c];
            const size_t at = y * size_t(width) + x;
            if (colour)
                for (size_t c = 0; c < 3; ++c)
                    numbers[c * plane + at] = std::clamp(rgb[c], 0.0f, 1.0f);
            else
                numbers[at] = std::clamp(0.299f * rgb[0] + 0.587f * rgb[1] + 0.114f * rgb[2], 0.0f, 1.0f);
        }
    }
    return numbers;
}

} // namespace zhibei
