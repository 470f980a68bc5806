#include "core/probes/tsne.h"

#include "core/ops/philox.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int width = 16; ///< points side by side: the sums go into vectors, and their order is fixed

/// p(j | i) for one row: the width of the Gaussian is searched until its entropy is that of `perplexity` neighbours.
void neighbourRow(std::span<const float> distances, size_t self, double perplexity, std::span<float> p)
{
    double least = INFINITY;
    for (size_t j = 0; j < distances.size(); ++j)
        if (j != self)
            least = std::min(least, double(distances[j]));
    double beta = 1, low = 0, high = INFINITY;
    double mean = 0;
    for (const float d : distances)
        mean += (double(d) - least) / double(distances.size());
    if (mean > 0)
        beta = 1 / mean; // the search begins at the scale of the data
    for (int time = 0; time < 60; ++time) {
        double sum = 0, weighted = 0;
        for (size_t j = 0; j < distances.size(); ++j) {
            const double off = double(distances[j]) - least, value = j == self ? 0 : std::exp(-beta * off);
            p[j] = float(value);
            sum += value;
            weighted += value * off;
        }
        const double entropy = std::log(sum) + beta * weighted / sum, wanted = std::log(perplexity);
        for (float &value : p)
            value = float(double(value) / sum);
        if (std::abs(entropy - wanted) < 1e-5)
            return;
        (entropy > wanted ? low : high) = beta;
        beta = std::isinf(high) ? beta * 2 : (low + high) / 2;
    }
}

class Descent {
public:
    Descent(std::span<const float> distances, std::span<const PlanePoint> start, const TsneSettings &settings, const std::stop_token &stop)
        : m_count(start.size()), m_stride((m_count + width - 1) / width * width), m_p(m_count * m_stride, 0.0f)
    {
        joinNeighbours(distances, std::clamp(settings.perplexity, 1.0, std::max(1.0, double(m_count - 1) / 3)), stop);
        begin(start, settings.seed);
    }

    /// One step down; `exaggeration` multiplies every p.
    void step(float exaggeration, float momentum, float rate)
    {
        const double z = sumForces(exaggeration);
        for (int a = 0; a < 2; ++a) {
            double mean = 0;
            for (size_t i = 0; i < m_count; ++i) {
                const float slope = 4 * (m_attract[a][i] - m_repel[a][i] / float(z));
                float &gain = m_gain[a][i], &speed = m_speed[a][i];
                gain = std::max(0.01f, slope * speed < 0 ? gain + 0.2f : gain * 0.8f);
                speed = momentum * speed - rate * gain * slope;
                m_y[a][i] += speed;
                mean += double(m_y[a][i]) / double(m_count);
            }
            for (size_t i = 0; i < m_count; ++i)
                m_y[a][i] -= float(mean);
        }
    }

    std::vector<PlanePoint> points() const
    {
        std::vector<PlanePoint> all(m_count);
        for (size_t i = 0; i < m_count; ++i)
            all[i] = {m_y[0][i], m_y[1][i]};
        return all;
    }

private:
    void joinNeighbours(std::span<const float> distances, double perplexity, const std::stop_token &stop)
    {
        std::vector<float> rows(m_count * m_count);
        for (size_t i = 0; i < m_count && !stop.stop_requested(); ++i)
            neighbourRow(distances.subspan(i * m_count, m_count), i, perplexity, std::span(rows).subspan(i * m_count, m_count));
        for (size_t i = 0; i < m_count; ++i)
            for (size_t j = 0; j < m_count; ++j)
                m_p[i * m_stride + j] = std::max(1e-12f, (rows[i * m_count + j] + rows[j * m_count + i]) / float(2 * m_count));
        // Places behind the last point fill the last vector and count for nothing.
        for (auto *part : {m_y, m_speed, m_gain, m_attract, m_repel})
            for (int a = 0; a < 2; ++a)
                part[a].assign(m_stride, 0.0f);
    }

    void begin(std::span<const PlanePoint> start, uint64_t seed)
    {
        for (size_t a = 0; a < 2; ++a) {
            double square = 0;
            for (const PlanePoint &p : start)
                square += double(p[a]) * double(p[a]) / double(m_count);
            const double scale = square > 0 ? 1e-2 / std::sqrt(square) : 0;
            for (size_t i = 0; i < m_count; ++i) {
                const double noise = double(Philox::at(seed, 0x742d534e45, i)[a]) / 4294967296.0 - 0.5;
                m_y[a][i] = float(scale * double(start[i][a]) + 2e-3 * noise);
            }
            std::fill(m_gain[a].begin(), m_gain[a].end(), 1.0f);
        }
    }

    /// Attraction Σ p q (y_i − y_j) and repulsion Σ q² (y_i − y_j) at every point; returns Σ q.
    double sumForces(float exaggeration)
    {
        double z = 0;
        for (size_t i = 0; i < m_count; ++i) {
            float pull[2][width] = {}, push[2][width] = {}, all[width] = {};
            const float x = m_y[0][i], y = m_y[1][i], *p = m_p.data() + i * m_stride;
            for (size_t j = 0; j < m_stride; j += width)
                for (size_t l = 0; l < width; ++l) {
                    const float dx = x - m_y[0][j + l], dy = y - m_y[1][j + l];
                    const float inside = j + l < m_count ? 1.0f : 0.0f;
                    const float q = inside / (1 + dx * dx + dy * dy), pq = p[j + l] * q, qq = q * q;
                    all[l] += q;
                    pull[0][l] += pq * dx;
                    pull[1][l] += pq * dy;
                    push[0][l] += qq * dx;
                    push[1][l] += qq * dy;
                }
            const auto sum = [](const float *parts) {
                float total = 0;
                for (int l = 0; l < width; ++l)
                    total += parts[l];
                return total;
            };
            for (int a = 0; a < 2; ++a) {
                m_attract[a][i] = exaggeration * sum(pull[a]);
                m_repel[a][i] = sum(push[a]);
            }
            z += double(sum(all)) - 1; // without itself
        }
        return std::max(z, 1e-12);
    }

    size_t m_count, m_stride;
    std::vector<float> m_p;
    std::vector<float> m_y[2], m_speed[2], m_gain[2], m_attract[2], m_repel[2];
};

} // namespace

std::vector<PlanePoint> tsne(std::span<const float> distances, std::span<const PlanePoint> start, const TsneSettings &settings, const std::stop_token &stop)
{
    if (start.size() < 4)
        return {start.begin(), start.end()};
    Descent descent(distances, start, settings, stop);
    const int early = settings.iterations / 3;
    const float rate = std::max(50.0f, float(start.size()) / 12);
    for (int time = 0; time < settings.iterations; ++time) {
        if (stop.stop_requested())
            return {};
        descent.step(time < early ? 12.0f : 1.0f, time < early ? 0.5f : 0.8f, rate);
    }
    return descent.points();
}

} // namespace zhibei
