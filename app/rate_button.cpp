#include "app/rate_button.h"

#include "widgets/document/document.h"
#include "widgets/theme/theme.h"

#include <QDoubleValidator>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QWidgetAction>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {
constexpr int ticksPerDecade = 40;
constexpr double largest = 100; // as the loss has it
}

QString rateText(double rate)
{
    return QString::number(rate, 'g', 3);
}

RateButton::RateButton(Theme *theme, QWidget *parent)
    : QToolButton(parent), m_theme(theme), m_popup(new QMenu(this))
{
    auto *content = new QWidget(m_popup);
    m_name = new QLabel(content);
    m_slider = new QSlider(Qt::Horizontal, content);
    m_slider->setRange(static_cast<int>(lowest * ticksPerDecade), static_cast<int>(highest * ticksPerDecade));
    m_slider->setPageStep(ticksPerDecade / 4);
    m_field = new QLineEdit(content);
    m_field->setValidator(new QDoubleValidator(0, largest, 12, m_field));
    auto *row = new QHBoxLayout(content);
    row->addWidget(m_name);
    row->addWidget(m_slider, 1);
    row->addWidget(m_field);
    m_slider->setMinimumWidth(theme->space(45));
    m_field->setFixedWidth(theme->space(22));
    auto *action = new QWidgetAction(m_popup);
    action->setDefaultWidget(content);
    m_popup->addAction(action);
    setMenu(m_popup);
    setPopupMode(InstantPopup);
    setProperty("role", "outlined");
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_mergeKey = Document::newMergeKey(); });
    connect(m_slider, &QSlider::valueChanged, this, &RateButton::onSlider);
    connect(m_slider, &QSlider::sliderReleased, this, [this] { m_mergeKey.clear(); });
    connect(m_field, &QLineEdit::editingFinished, this, &RateButton::onTyped);
    // What one wants to type can be typed at once; Enter sets it and closes.
    connect(m_popup, &QMenu::aboutToShow, this, [this] {
        QMetaObject::invokeMethod(m_field, [this] {
            m_field->setFocus(Qt::PopupFocusReason);
            m_field->selectAll();
        }, Qt::QueuedConnection);
    });
    connect(m_field, &QLineEdit::returnPressed, m_popup, &QMenu::hide);
    connect(theme, &Theme::changed, this, [this] {
        m_slider->setMinimumWidth(m_theme->space(45));
        m_field->setFixedWidth(m_theme->space(22));
    });
    retranslate();
}

void RateButton::setRate(std::optional<double> rate)
{
    setEnabled(rate.has_value());
    m_rate = rate.value_or(0);
    showRate();
}

void RateButton::setCompact(bool compact)
{
    m_compact = compact;
    showRate();
}

void RateButton::onSlider(int position)
{
    const double exact = std::pow(10.0, static_cast<double>(position) / ticksPerDecade);
    // Two figures are enough for a slider: 0.0012, not 0.00118850.
    emit rateChosen(QString::number(exact, 'g', 2).toDouble(), m_mergeKey);
}

void RateButton::onTyped()
{
    bool good = false;
    const double typed = m_field->text().toDouble(&good);
    if (good && typed > 0 && std::min(typed, largest) != m_rate)
        emit rateChosen(std::min(typed, largest), {});
}

void RateButton::showRate()
{
    const QString number = isEnabled() ? rateText(m_rate) : QStringLiteral("–");
    setText(m_compact ? number : tr("rate %1").arg(number));
    if (!m_field->hasFocus() || !m_popup->isVisible())
        m_field->setText(number);
    if (!m_slider->isSliderDown() && m_rate > 0) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(static_cast<int>(std::lround(std::log10(m_rate) * ticksPerDecade)));
    }
}

void RateButton::retranslate()
{
    m_name->setText(tr("Learning rate"));
    m_slider->setAccessibleName(tr("Learning rate"));
    m_field->setAccessibleName(tr("Learning rate"));
    setToolTip(tr("Learning rate: how far each step goes. It can be changed while training runs."));
    setAccessibleName(tr("Learning rate"));
    showRate();
}

void RateButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

} // namespace zhibei
