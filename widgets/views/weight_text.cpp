#include "widgets/views/weight_text.h"

#include "widgets/theme/core_text.h"
#include "widgets/views/short_number.h"

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

/// A negative factor stands in brackets.
QString factor(double number) { return number < 0 ? QLatin1Char('(') + shortNumber(number) + QLatin1Char(')') : shortNumber(number); }

/// A term's formula with `put` in place of each symbol, and what stands behind ^ raised.
template <class F>
QString filled(const std::string &formula, const F &put)
{
    QString text = QString::fromStdString(formula), out;
    bool raised = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'^') {
            raised = true;
            out += QStringLiteral("<sup>");
        } else if (text[i] == u'{') {
            const qsizetype end = text.indexOf(u'}', i);
            out += put(text.mid(i + 1, end - i - 1));
            i = end;
            if (raised)
                out += QStringLiteral("</sup>");
            raised = false;
        } else {
            out += text[i];
        }
    }
    return out;
}

QString italic(const QString &symbol) { return QStringLiteral("<i>%1</i>").arg(symbol); }

} // namespace

QString WeightText::colored(double number) const
{
    const QColor color = m_theme.color(number < 0 ? Ink::Negative : Ink::Positive);
    return QStringLiteral("<b style='color:%1'>%2</b>").arg(color.name(), shortNumber(number));
}

QString WeightText::muted(const QString &text) const
{
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(m_theme.color(Ink::Muted).name(), text);
}

QString WeightText::heading(int number, const QString &text) const
{
    return QStringLiteral("<p style='margin-top:10px; margin-bottom:2px'><b style='color:%1'>%2&nbsp; %3</b></p>")
        .arg(m_theme.color(Ink::Accent).name()).arg(number).arg(text);
}

QString WeightText::html() const
{
    return heading(1, tr("Chain rule")) + chainRule() + overBatch() + heading(2, tr("Check")) + check() + heading(3, tr("Update")) + update();
}

QString WeightText::chainRule() const
{
    QString text;
    for (const WeightStory::Use &use : m_story.uses)
        text += use.products ? products(use) + origin(use) : beside(use);
    return m_story.uses.empty() ? tr("The loss does not depend on it.") : text;
}

QString WeightText::products(const WeightStory::Use &use) const
{
    double sum = 0;
    for (const WeightStory::Factor &f : use.factors)
        sum += f.product();
    const QString slope = QStringLiteral("∂<i>ℓ</i>/∂<i>w</i>");
    if (use.factors.size() == 1) {
        const WeightStory::Factor &f = use.factors.front();
        const bool bias = use.inputPlace < 0;
        const QString rule = bias ? QStringLiteral("%1 = <i>δ</i> · 1 = %2").arg(slope, colored(sum))
                                  : QStringLiteral("%1 = <i>δ</i> · <i>x</i> = %2 · %3 = %4").arg(slope, factor(f.delta), factor(f.input), colored(sum));
        return QStringLiteral("<p>%1</p>").arg(rule)
             + (bias ? QString() : QStringLiteral("<p><i>x</i> = %1 &nbsp;%2</p>").arg(shortNumber(f.input), muted(tr("what arrives from %1").arg(QString::fromStdString(use.source)).toHtmlEscaped())));
    }
    // Many places share the weight: the products that count most, then the rest.
    std::vector<WeightStory::Factor> largest = use.factors;
    std::stable_sort(largest.begin(), largest.end(), [](const auto &a, const auto &b) { return std::abs(a.product()) > std::abs(b.product()); });
    QString list;
    for (size_t i = 0; i < 3 && i < largest.size(); ++i)
        list += QStringLiteral("%1%2·%3").arg(i ? QStringLiteral(" + ") : QString(), factor(largest[i].delta), factor(largest[i].input));
    return QStringLiteral("<p>%1 = Σ <i>δ</i>·<i>x</i> = %2%3 = %4</p><p>%5</p>")
        .arg(slope, list, largest.size() > 3 ? QStringLiteral(" + …") : QString(), colored(sum),
             muted(tr("The weight is used at %n place(s) of %1; the largest products come first.", nullptr, int(use.factors.size())).arg(QString::fromStdString(use.node)).toHtmlEscaped()));
}

QString WeightText::origin(const WeightStory::Use &use) const
{
    if (!use.origin)
        return QStringLiteral("<p>%1</p>").arg(muted(tr("<i>δ</i> is the gradient that arrives behind the sum, <i>x</i> what the weight is multiplied by.")));
    const WeightStory::Origin &o = *use.origin;
    const double delta = use.factors.front().delta;
    if (o.kind == WeightStory::Origin::Kind::CrossEntropy)
        return QStringLiteral("<p><i>δ</i> = <i>p</i> − <i>t</i> = %1 − %2 = %3 &nbsp;%4</p>")
            .arg(shortNumber(o.probability), shortNumber(o.truth), colored(delta), muted(tr("probability minus right answer: the slope of the cross-entropy")));
    return QStringLiteral("<p><i>δ</i> = ∂<i>ℓ</i>/∂<i>a</i> · <i>f</i>′(<i>z</i>) = %1 · %2 = %3</p><p>%4</p>")
        .arg(factor(o.upstream), factor(o.slope), colored(delta),
             muted(tr("∂<i>ℓ</i>/∂<i>a</i> arrives from the next layer; <i>a</i> = %1(<i>z</i>) with <i>z</i> = %2").arg(QString::fromStdString(o.function), shortNumber(o.z))));
}

QString WeightText::beside(const WeightStory::Use &use) const
{
    QString rows;
    const auto row = [&](const WeightStory::Beside &value, const QString &role) {
        rows += QStringLiteral("<tr><td>%1</td><td>&nbsp;%2 %3</td><td align='right'>&nbsp;%4</td><td align='right'>&nbsp;%5</td></tr>")
                    .arg(muted(role), QString::fromStdString(value.name).toHtmlEscaped(), QString::fromStdString(value.shape.text()), shortNumber(value.value),
                         value.slope ? shortNumber(*value.slope) : QStringLiteral("–"));
    };
    for (const WeightStory::Beside &value : use.inputs)
        row(value, tr("arrives"));
    for (const WeightStory::Beside &value : use.outputs)
        row(value, tr("leaves"));
    return QStringLiteral("<p>%1</p><table><tr><td></td><td></td><td>&nbsp;%2</td><td>&nbsp;%3</td></tr>%4</table>")
        .arg(tr("%1 uses the weight many times, one inside the other (operation “%2”). Typical sizes around it:")
                 .arg(QString::fromStdString(use.node).toHtmlEscaped(), QString::fromStdString(use.op)),
             muted(tr("value")), muted(tr("gradient")), rows);
}

QString WeightText::overBatch() const
{
    const QString slope = QStringLiteral("∂<i>L</i>/∂<i>w</i>");
    if (m_story.sum() && m_story.batch > 1 && m_story.uses.size() == 1) {
        const std::vector<double> &each = m_story.uses.front().perSample;
        QString list;
        for (size_t i = 0; i < each.size() && i < 4; ++i)
            list += i == 0 ? shortNumber(each[i], 2) : (each[i] < 0 ? QStringLiteral(" − ") : QStringLiteral(" + ")) + shortNumber(std::abs(each[i]), 2);
        return QStringLiteral("<p>%1 = (%2%3) / %4 = %5 &nbsp;%6</p>")
            .arg(slope, list, each.size() > 4 ? QStringLiteral(" + …") : QString()).arg(m_story.batch).arg(colored(m_story.gradient), muted(tr("mean over the batch")));
    }
    return QStringLiteral("<p>%1 = %2 &nbsp;%3</p>").arg(slope, colored(m_story.gradient), muted(tr("mean over the batch")));
}

QString WeightText::check() const
{
    const double slope = m_story.measured.value();
    const int digits = m_story.digits();
    const bool zero = std::abs(slope) < 1e-9 && std::abs(m_story.gradient) < 1e-6;
    const QString verdict = digits >= 3 ? (zero ? tr("both are zero") : tr("agrees in %n digit(s)", nullptr, std::min(digits, 6)))
                                        : tr("differs: a bend such as ReLU's is near, or the way back is closed on purpose");
    return QStringLiteral("<p>(<i>L</i>(<i>w</i> + ε) − <i>L</i>(<i>w</i> − ε)) / 2ε = %1</p><p><b style='color:%2'>%3 %4</b> &nbsp;%5</p>")
        .arg(shortNumber(slope, 4), m_theme.color(digits >= 3 ? Ink::Good : Ink::Bad).name(), digits >= 3 ? QStringLiteral("✓") : QStringLiteral("✗"),
             verdict, muted(tr("measured: the network was run twice, with the weight a little larger and a little smaller")));
}

QString WeightText::update() const
{
    if (!m_story.moves)
        return QStringLiteral("<p>%1</p>").arg(tr("The gradients of %n batch(es) are collected before the weight moves.", nullptr, int(m_story.accumulates)));
    QString text;
    if (m_story.clip > 0)
        text += QStringLiteral("<p>%1</p>").arg(m_story.length > m_story.clip
            ? tr("The whole gradient is %1 long; clipping shortens it to %2.").arg(shortNumber(m_story.length), shortNumber(m_story.clip))
            : tr("The whole gradient is %1 long; clipping begins at %2.").arg(shortNumber(m_story.length), shortNumber(m_story.clip)));
    std::map<QString, double> values;
    QString rows;
    for (const UpdateTerm &term : m_story.update) {
        const QString symbol = QString::fromStdString(term.symbol);
        values[symbol] = term.value;
        const bool last = term.symbol == "w", given = term.formula.empty();
        QString rule = given ? QString() : filled(term.formula, italic);
        if (!given)
            rule += QStringLiteral(" = ") + filled(term.formula, [&](const QString &s) { return factor(values[s]); });
        rows += QStringLiteral("<tr><td><i>%1</i></td><td>&nbsp;=&nbsp;</td><td>%2%3&nbsp; </td><td>%4</td></tr>")
                    .arg(symbol, given ? QString() : rule + QStringLiteral(" = "), last || term.symbol == "Δ" || term.symbol == "g" ? colored(term.value) : shortNumber(term.value, given ? 4 : 3),
                         muted(coreText(term.text)));
    }
    return text + QStringLiteral("<table>%1</table>").arg(rows);
}

QString WeightText::placeText(const Model &model, const Dataset *data, const ParameterView &view, int64_t k)
{
    const int rank = view.shape.rank();
    if (rank <= 1)
        return view.shape.count() == 1 ? QString::fromStdString(view.node) : tr("no. %1").arg(k + 1);
    const int64_t columns = view.shape.count() / view.shape[0];
    if (rank == 2) {
        const int64_t row = k / columns;
        QString source = tr("input %1").arg(row + 1);
        const auto wires = model.network.wiresInto(view.node);
        const bool features = wires.size() == 1 && model.program.ports.contains(wires[0].from) && model.program.ports.at(wires[0].from) == model.program.features;
        if (features && data && size_t(row) < data->featureNames.size())
            source = coreText(data->featureNames[size_t(row)]);
        return tr("%1 → neuron %2").arg(source).arg(k % columns + 1);
    }
    if (rank == 4)
        return tr("kernel %1, channel %2, row %3, column %4").arg(k / columns + 1).arg(k / (view.shape[2] * view.shape[3]) % view.shape[1] + 1)
            .arg(k / view.shape[3] % view.shape[2] + 1).arg(k % view.shape[3] + 1);
    return tr("no. %1").arg(k + 1);
}

} // namespace zhibei
