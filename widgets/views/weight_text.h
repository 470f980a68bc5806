#pragma once

#include "core/probes/weight_story.h"
#include "core/data/dataset.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>

namespace zhibei {

/// The story of a weight as a short page of rich text: chain rule, check, update. In the language of the moment.
class WeightText {
    Q_DECLARE_TR_FUNCTIONS(zhibei::WeightText)
public:
    WeightText(const WeightStory &story, const Dataset *data, const Theme &theme) : m_story(story), m_data(data), m_theme(theme) {}

    QString html() const;
    /// "x → neuron 2", "bias of kernel 3"; where the weight stands, in few words.
    static QString placeText(const Model &model, const Dataset *data, const ParameterView &view, int64_t k);

private:
    QString heading(int number, const QString &text) const;
    QString chainRule() const;
    QString products(const WeightStory::Use &use) const;
    QString origin(const WeightStory::Use &use) const;
    QString beside(const WeightStory::Use &use) const;
    QString overBatch() const;
    QString check() const;
    QString update() const;
    QString colored(double number) const;
    QString muted(const QString &text) const;

    const WeightStory &m_story;
    const Dataset *m_data;
    const Theme &m_theme;
};

} // namespace zhibei
