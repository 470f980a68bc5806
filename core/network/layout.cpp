#include "core/network/layout.h"

#include "core/layers/layer_kind.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr double columnGap = 64;       // pixels between columns of single nodes
constexpr double gapPerHeight = 0.14;  // and more between high ones, whose wires climb steeply
constexpr double widestGap = 220;
constexpr double rowGap = 28;
constexpr double groupRowGap = 10;
constexpr double groupColumnGap = 56;  // wires pass between
constexpr double framedRowGap = 84;    // frames of groups have a caption and buttons
constexpr double lossGap = 44;
constexpr int sweeps = 6;

bool isLoss(const Node &node)
{
    const LayerKind *kind = findKind(node.kind);
    return kind && kind->category == Category::Objective;
}

bool carriesTarget(const Network &network, const Wire &wire)
{
    const Node *from = network.find(wire.from.node), *to = network.find(wire.to.node);
    const LayerKind *source = from ? findKind(from->kind) : nullptr, *sink = to ? findKind(to->kind) : nullptr;
    const auto target = [](const std::vector<PortSpec> &ports, int port) {
        return port >= 0 && port < static_cast<int>(ports.size()) && ports[static_cast<size_t>(port)].target;
    };
    return (source && target(source->outputs, wire.from.port)) || (sink && target(sink->inputs, wire.to.port));
}

class Layering {
public:
    Layering(const Network &network, const std::map<NodeId, CardSize> &sizes) : m_network(network), m_sizes(sizes)
    {
        for (const Node &node : network.nodes)
            if (!isLoss(node))
                m_layer[node.id] = 0;
        for (const Wire &wire : network.wires)
            if (m_layer.count(wire.from.node) && m_layer.count(wire.to.node) && !carriesTarget(network, wire))
                m_wires.push_back(wire);
    }

    std::map<NodeId, Point> run()
    {
        assignLayers();
        orderLayers();
        place();
        placeLosses();
        return recentred();
    }

private:
    /// Longest path; members of a group share the deepest layer of them. Bounded, so that cycles end too.
    void assignLayers()
    {
        bool changed = true;
        for (size_t round = 0; changed && round <= m_layer.size(); ++round) {
            changed = false;
            for (const Wire &wire : m_wires)
                changed = raise(wire.to.node, m_layer[wire.from.node] + 1) || changed;
            std::map<std::string, int> deepest;
            for (const Node &node : m_network.nodes)
                if (!node.group.empty() && m_layer.count(node.id))
                    deepest[node.group] = std::max(deepest[node.group], m_layer[node.id]);
            for (const Node &node : m_network.nodes)
                if (!node.group.empty() && m_layer.count(node.id))
                    changed = raise(node.id, deepest[node.group]) || changed;
        }
    }

    bool raise(const NodeId &id, int layer)
    {
        const int bounded = std::min(layer, static_cast<int>(m_layer.size()));
        if (m_layer[id] >= bounded)
            return false;
        m_layer[id] = bounded;
        return true;
    }

    void orderLayers()
    {
        int last = 0;
        for (const auto &[id, layer] : m_layer)
            last = std::max(last, layer);
        m_columns.resize(static_cast<size_t>(last) + 1);
        for (const Node &node : m_network.nodes)
            if (m_layer.count(node.id))
                m_columns[static_cast<size_t>(m_layer[node.id])].push_back(node.id);
        m_columns.erase(std::remove_if(m_columns.begin(), m_columns.end(), [](const auto &c) { return c.empty(); }), m_columns.end());
        for (auto &column : m_columns)
            rank(column);
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            const bool forward = sweep % 2 == 0;
            for (size_t k = 0; k < m_columns.size(); ++k)
                sortColumn(m_columns[forward ? k : m_columns.size() - 1 - k], forward);
        }
    }

    void rank(const std::vector<NodeId> &column)
    {
        for (size_t i = 0; i < column.size(); ++i)
            m_rank[column[i]] = static_cast<double>(i) - static_cast<double>(column.size() - 1) / 2;
    }

    void sortColumn(std::vector<NodeId> &column, bool forward)
    {
        std::map<NodeId, double> sum, count;
        for (const Wire &wire : m_wires) {
            const NodeId &own = forward ? wire.to.node : wire.from.node;
            sum[own] += m_rank[forward ? wire.from.node : wire.to.node];
            count[own] += 1;
        }
        std::map<std::string, double> groupSum, groupCount;
        const auto mean = [&](const NodeId &id) { return count[id] > 0 ? sum[id] / count[id] : m_rank[id]; };
        for (const NodeId &id : column) {
            groupSum[blockOf(id)] += mean(id);
            groupCount[blockOf(id)] += 1;
        }
        std::stable_sort(column.begin(), column.end(), [&](const NodeId &a, const NodeId &b) {
            const std::string blockA = blockOf(a), blockB = blockOf(b);
            if (blockA == blockB) // neurons of one layer keep their numbering
                return false;
            const double meanA = groupSum[blockA] / groupCount[blockA], meanB = groupSum[blockB] / groupCount[blockB];
            return meanA != meanB ? meanA < meanB : blockA < blockB;
        });
        rank(column);
    }

    /// What stays together: the group, or the node alone.
    std::string blockOf(const NodeId &id) const
    {
        const Node *node = m_network.find(id);
        return node->group.empty() ? "\1" + id : node->group;
    }

    CardSize size(const NodeId &id) const
    {
        const auto found = m_sizes.find(id);
        return found == m_sizes.end() ? CardSize{} : found->second;
    }

    /// What stands above each other in a column: a node, or the neurons of a layer in a few columns of their own.
    struct Block {
        std::vector<NodeId> nodes;
        CardSize cell; ///< of its largest card
        size_t columns = 1, rows = 1;
        double width() const { return double(columns) * cell.width + double(columns - 1) * groupColumnGap; }
        double height() const { return double(rows) * cell.height + double(rows - 1) * groupRowGap; }
    };

    std::vector<Block> blocksOf(const std::vector<NodeId> &column) const
    {
        std::vector<Block> blocks;
        for (const NodeId &id : column) {
            if (blocks.empty() || blockOf(blocks.back().nodes.front()) != blockOf(id))
                blocks.push_back({{}, {0, 0}});
            blocks.back().nodes.push_back(id);
            CardSize &cell = blocks.back().cell;
            cell = {std::max(cell.width, size(id).width), std::max(cell.height, size(id).height)};
        }
        for (Block &block : blocks) {
            block.columns = (block.nodes.size() + neuronsInAColumn - 1) / neuronsInAColumn;
            block.rows = (block.nodes.size() + block.columns - 1) / block.columns;
        }
        return blocks;
    }

    void place()
    {
        double left = 0;
        for (const auto &column : m_columns) {
            const std::vector<Block> blocks = blocksOf(column);
            double width = 0, height = 0;
            for (size_t i = 0; i < blocks.size(); ++i) {
                width = std::max({width, blocks[i].width(), lossWidth(blocks[i].nodes.front())});
                height += blocks[i].height() + (i > 0 ? gapAbove(blocks, i) : 0);
            }
            const double climb = std::min(widestGap, columnGap + gapPerHeight * std::max(0.0, height - 200));
            left += left > 0 ? std::max(0.0, climb - columnGap) : 0;
            double top = -height / 2;
            for (size_t i = 0; i < blocks.size(); ++i) {
                top += i > 0 ? gapAbove(blocks, i) : 0;
                placeBlock(blocks[i], left + width / 2, top);
                top += blocks[i].height();
            }
            left += width + climb;
            m_end = left;
        }
    }

    void placeBlock(const Block &block, double middle, double top)
    {
        const CardSize pitch{block.cell.width + groupColumnGap, block.cell.height + groupRowGap};
        for (size_t i = 0; i < block.nodes.size(); ++i) {
            const double column = double(i / block.rows) - double(block.columns - 1) / 2;
            m_places[block.nodes[i]] = {middle + column * pitch.width, top + block.cell.height / 2 + double(i % block.rows) * pitch.height};
        }
    }

    /// Of the widest loss that will hang below the node.
    double lossWidth(const NodeId &id) const
    {
        double width = 0;
        for (const Wire &wire : m_network.wiresFrom(id))
            if (!m_layer.count(wire.to.node) && !carriesTarget(m_network, wire))
                width = std::max(width, size(wire.to.node).width);
        return width;
    }

    double gapAbove(const std::vector<Block> &blocks, size_t i) const
    {
        const auto framed = [&](const Block &block) { return !m_network.find(block.nodes.front())->group.empty(); };
        return framed(blocks[i]) || framed(blocks[i - 1]) ? framedRowGap : rowGap;
    }

    /// Below everything that stands in the way of the card's width.
    void placeLosses()
    {
        for (const Node &node : m_network.nodes) {
            if (!isLoss(node))
                continue;
            const CardSize card = size(node.id);
            double x = m_end + card.width / 2, y = 0;
            for (const Wire &wire : m_network.wiresInto(node.id))
                if (m_places.count(wire.from.node) && !carriesTarget(m_network, wire)) {
                    x = m_places[wire.from.node].x;
                    y = m_places[wire.from.node].y + size(wire.from.node).height / 2 + lossGap + card.height / 2;
                    break;
                }
            for (bool moved = true; moved;) {
                moved = false;
                for (const auto &[id, place] : m_places) {
                    const CardSize other = size(id);
                    const bool meets = std::abs(place.x - x) < (other.width + card.width) / 2 + rowGap
                                       && std::abs(place.y - y) < (other.height + card.height) / 2 + rowGap - 1;
                    if (!meets)
                        continue;
                    y = place.y + (other.height + card.height) / 2 + rowGap;
                    moved = true;
                }
            }
            m_places[node.id] = {x, y};
        }
    }

    std::map<NodeId, Point> recentred() const
    {
        Point before, after;
        const double share = 1.0 / std::max<double>(1, static_cast<double>(m_places.size()));
        for (const auto &[id, place] : m_places) {
            before.x += m_network.find(id)->position.x * share;
            before.y += m_network.find(id)->position.y * share;
            after.x += place.x * share;
            after.y += place.y * share;
        }
        std::map<NodeId, Point> places = m_places;
        for (auto &[id, place] : places)
            place = {std::round(place.x + before.x - after.x), std::round(place.y + before.y - after.y)};
        return places;
    }

    const Network &m_network;
    const std::map<NodeId, CardSize> &m_sizes;
    std::map<NodeId, int> m_layer;
    std::map<NodeId, double> m_rank;
    std::vector<Wire> m_wires;
    std::vector<std::vector<NodeId>> m_columns;
    double m_end = 0; ///< right of the last column
    std::map<NodeId, Point> m_places;
};

} // namespace

std::map<NodeId, Point> tidyLayout(const Network &network, const std::map<NodeId, CardSize> &sizes)
{
    return Layering(network, sizes).run();
}

} // namespace zhibei
