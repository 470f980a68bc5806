#include "widgets/views/view.h"

#include <QEvent>

namespace zhibei {

View::View(Theme *theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    connect(theme, &Theme::changed, this, [this] {
        if (m_dressed)
            restyle();
        update();
    });
}

void View::setData(std::shared_ptr<const Dataset> data)
{
    if (data == m_data)
        return;
    m_data = std::move(data);
    onData();
    emit probesChanged();
}

void View::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool otherNetwork = model() != snapshot->model;
    m_snapshot = std::move(snapshot);
    onSnapshot();
    if (otherNetwork)
        emit probesChanged();
}

void View::setObservation(std::shared_ptr<const Observation> observation)
{
    m_observation = std::move(observation);
    onObservation();
}

void View::setHistory(const History *history) { m_history = history; }

void View::setSample(qint64 sample)
{
    if (sample == m_sample)
        return;
    m_sample = sample;
    onSample();
    emit probesChanged();
}

void View::setNode(const NodeId &node)
{
    if (node == m_node)
        return;
    m_node = node;
    onNode();
    emit probesChanged();
}

void View::setAnswer(const QString &key, std::shared_ptr<const Answer> answer) { onAnswer(key, answer); }

void View::onAnswer(const QString &, const std::shared_ptr<const Answer> &) {}

void View::showEvent(QShowEvent *event)
{
    if (!m_dressed) {
        m_dressed = true;
        restyle();
        retranslate();
    }
    QWidget::showEvent(event);
}

void View::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_dressed) {
        retranslate();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace zhibei
