#include "core/data/sound.h"

#include "core/data/sine.h"

#include <sndfile.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <filesystem>
#include <memory>
#include <numbers>

namespace zhibei {

namespace {

constexpr int mostChannels = 8;
constexpr int mostRate = 192000;

using Complex = std::complex<double>;

/// The discrete Fourier transform of 2ⁿ numbers, in place.
void transform(std::vector<Complex> &x, const std::vector<Complex> &roots)
{
    const size_t n = x.size();
    for (size_t i = 1, j = 0; i < n; ++i) { // bit-reversed order
        size_t bit = n >> 1;
        for (; j & bit; bit >>= 1)
            j ^= bit;
        j ^= bit;
        if (i < j)
            std::swap(x[i], x[j]);
    }
    for (size_t half = 1; half < n; half *= 2)
        for (size_t start = 0; start < n; start += 2 * half)
            for (size_t k = 0; k < half; ++k) {
                const Complex root = roots[k * (n / (2 * half))], b = x[start + half + k];
                const Complex odd(root.real() * b.real() - root.imag() * b.imag(), root.real() * b.imag() + root.imag() * b.real());
                x[start + half + k] = x[start + k] - odd;
                x[start + k] += odd;
            }
}

/// log10, the same on every machine: the exponent is exact, the rest is 2 artanh z = 2 (z + z³/3 + …) with |z| < 0.172.
double decades(double value)
{
    int exponent = 0;
    double m = std::frexp(value, &exponent);
    if (m < std::numbers::sqrt2 / 2) {
        m *= 2;
        --exponent;
    }
    const double z = (m - 1) / (m + 1), z2 = z * z;
    double sum = 0;
    for (int k = 15; k >= 1; k -= 2)
        sum = sum * z2 + 1.0 / k;
    return (2 * z * sum + exponent * std::numbers::ln2) / std::numbers::ln10;
}

/// Brings `sound` from one rate to another: averages where there are more samples, joins them by lines where fewer.
std::vector<float> atRate(const std::vector<float> &sound, double from, double to, size_t count)
{
    std::vector<float> out(count);
    const double step = from / to;
    const auto at = [&](double place) {
        const auto i = static_cast<size_t>(std::max(place, 0.0));
        return i < sound.size() ? double(sound[i]) : 0.0;
    };
    for (size_t i = 0; i < count; ++i) {
        const double begin = double(i) * step;
        double value = 0;
        if (step <= 1) {
            const double part = begin - std::floor(begin);
            value = (1 - part) * at(begin) + part * at(begin + 1);
        } else {
            const double end = begin + step;
            for (double whole = std::floor(begin); whole < end; whole += 1)
                value += at(whole) * (std::min(end, whole + 1) - std::max(begin, whole));
            value /= step;
        }
        out[i] = static_cast<float>(value);
    }
    return out;
}

} // namespace

std::optional<std::vector<float>> readSound(const std::string &path, int64_t rate, int64_t count)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return {};
    SF_INFO about{};
    const std::unique_ptr<SNDFILE, decltype(&sf_close)> file(sf_open(path.c_str(), SFM_READ, &about), &sf_close);
    const int kind = about.format & SF_FORMAT_TYPEMASK;
    if (!file || (kind != SF_FORMAT_WAV && kind != SF_FORMAT_WAVEX) || about.channels < 1 || about.channels > mostChannels
        || about.samplerate < 1 || about.samplerate > mostRate)
        return {};
    const auto channels = static_cast<size_t>(about.channels);
    const auto wanted = static_cast<int64_t>(std::ceil(double(count) * about.samplerate / double(rate))) + 1;
    std::vector<float> frames(static_cast<size_t>(wanted) * channels);
    const sf_count_t got = sf_readf_float(file.get(), frames.data(), wanted);
    if (got <= 0)
        return {};
    std::vector<float> mono(static_cast<size_t>(got));
    for (size_t i = 0; i < mono.size(); ++i) {
        for (size_t c = 0; c < channels; ++c)
            mono[i] += frames[i * channels + c] / float(channels);
        if (!std::isfinite(mono[i]))
            return {};
        mono[i] = std::clamp(mono[i], -1.0f, 1.0f);
    }
    return atRate(mono, about.samplerate, double(rate), static_cast<size_t>(count));
}

SpectrogramSize spectrogramSize(int64_t rate, int64_t count)
{
    SpectrogramSize size;
    size.window = 64;
    while (size.window * 1000 < 24 * rate) // to the power of two nearest to 32 ms
        size.window *= 2;
    size.frequencies = size.window / 2;
    size.frames = std::max<int64_t>(1, 1 + (count - size.window) / (size.window / 2));
    return size;
}

std::vector<float> spectrogram(std::span<const float> sound, const SpectrogramSize &size)
{
    const auto n = static_cast<size_t>(size.window), frames = static_cast<size_t>(size.frames), half = n / 2;
    std::vector<Complex> roots(half), x(n);
    std::vector<double> window(n);
    for (size_t k = 0; k < n; ++k) {
        const double angle = 2 * std::numbers::pi * double(k) / double(n);
        window[k] = 0.5 - 0.5 * cosine(angle);
        if (k < half)
            roots[k] = Complex(cosine(angle), -sine(angle));
    }
    const double fullScale = double(n) / 4; // half the sum of the window
    std::vector<float> picture(half * frames);
    for (size_t frame = 0; frame < frames; ++frame) {
        for (size_t i = 0; i < n; ++i) {
            const size_t at = frame * half + i;
            x[i] = at < sound.size() ? window[i] * double(sound[at]) : 0.0;
        }
        transform(x, roots);
        for (size_t k = 0; k < half; ++k) {
            const double power = (x[k].real() * x[k].real() + x[k].imag() * x[k].imag()) / (fullScale * fullScale);
            const double loudness = power > 1e-12 ? 1 + decades(power) / 8 : 0;
            picture[(half - 1 - k) * frames + frame] = static_cast<float>(std::clamp(loudness, 0.0, 1.0));
        }
    }
    return picture;
}

} // namespace zhibei
