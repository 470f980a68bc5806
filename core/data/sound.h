#pragma once

#include "core/data/data_source.h"

#include <optional>

namespace zhibei {

/// Reads the first `count` samples of a WAV file as one channel (the mean of its channels), −1 … 1, brought to `rate`
/// samples a second; silence follows a shorter sound. Nothing if it is no WAV file or has more than 8 channels or
/// 192,000 samples a second.
std::optional<std::vector<float>> readSound(const std::string &path, int64_t rate, int64_t count);

/// How a sound of so many samples becomes a picture: windows of about 32 ms (a power of two), each half over the last.
struct SpectrogramSize {
    int64_t window = 256, frequencies = 128, frames = 0;
};
SpectrogramSize spectrogramSize(int64_t rate, int64_t count);

/// The loudness of each frequency over time, [frequencies, frames], the highest frequency first: 1 is a sine of full
/// scale, 0 is 80 dB below it or less.
///
///     X[k] = Σ w[n] x[n] exp(−2πi k n / N),  w Hann;  1 + log10(2 |X[k]| / Σ w) / 4, held within 0 … 1
std::vector<float> spectrogram(std::span<const float> sound, const SpectrogramSize &size);

} // namespace zhibei
