#include "widgets/canvas/panels/weight_section.h"

#include "widgets/canvas/panels/weight_table.h"
#include "widgets/theme/theme.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace zhibei {

namespace {

constexpr double sliderRange = 3;  // weights rarely leave [-3, 3]; the field takes any number
constexpr int sliderSteps = 300;   // to each side
constexpr double fieldRange = 1e6;

} // namespace

WeightSection::WeightSection(Theme *theme, const QString &fullName, int64_t firstRow, int64_t rows, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_fullName(fullName), m_firstRow(firstRow), m_rows(rows), m_caption(new QLabel(this)),
      m_place(new QLabel(this)), m_table(new WeightTable(theme, this)), m_value(new QDoubleSpinBox(this)),
      m_slider(new QSlider(Qt::Horizontal, this))
{
    m_caption->setFont(theme->font(Type::Caption));
    m_value->setRange(-fieldRange, fieldRange);
    m_value->setDecimals(4);
    m_value->setSingleStep(0.05);
    m_value->setKeyboardTracking(false);
    m_slider->setRange(-sliderSteps, sliderSteps);
    auto *row = new QHBoxLayout;
    row->addWidget(m_place);
    row->addWidget(m_slider, 1);
    row->addWidget(m_value);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme->space(1));
    layout->addWidget(m_caption);
    layout->addWidget(m_table);
    layout->addLayout(row);
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &WeightSection::onEdited);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) { onEdited(step * sliderRange / sliderSteps); });
    connect(m_table, &WeightTable::currentChanged, this, [this] { showCurrent(); });
    retranslate();
}

void WeightSection::retranslate()
{
    const bool bias = m_fullName.endsWith(QStringLiteral(".bias"));
    const QString what = bias ? tr("Bias") : tr("Weight");
    m_caption->setText(m_values.size() > 1 ? (bias ? tr("Biases") : tr("%1 × %2 weights").arg(m_rows).arg(m_columns)) : what);
    m_value->setAccessibleName(what);
    m_slider->setAccessibleName(what);
}

double WeightSection::value() const
{
    const auto index = static_cast<size_t>(m_table->currentIndex());
    return index < m_values.size() ? static_cast<double>(m_values[index]) : 0;
}

bool WeightSection::refresh(const Snapshot &snapshot)
{
    const qsizetype dot = m_fullName.lastIndexOf(QLatin1Char('.'));
    const ParameterView *view = snapshot.model && snapshot.parameters
        ? snapshot.model->parameter(m_fullName.left(dot).toStdString(), m_fullName.mid(dot + 1).toStdString()) : nullptr;
    if (!view)
        return false;
    // A bias of many neurons is one row of them.
    const bool matrix = view->shape.rank() == 2;
    const bool bias = m_fullName.endsWith(QStringLiteral(".bias"));
    m_columns = matrix ? view->shape[1] : bias ? view->shape.count() : 1;
    const int64_t last = (m_firstRow + m_rows) * m_columns;
    if (last > view->shape.count())
        return false;
    m_values.clear();
    for (int64_t k = m_firstRow * m_columns; k < last; ++k)
        m_values.push_back((*snapshot.parameters)[static_cast<size_t>(view->index(k))]);
    m_table->setVisible(m_values.size() > 1);
    m_place->setVisible(m_values.size() > 1);
    m_table->setValues(m_values, static_cast<int>(m_rows), static_cast<int>(m_columns));
    retranslate();
    showCurrent();
    return true;
}

/// A number under the person's fingers is left alone.
void WeightSection::showCurrent()
{
    m_place->setText(QStringLiteral("%1, %2").arg(m_firstRow + m_table->currentRow() + 1).arg(m_table->currentColumn() + 1));
    const QSignalBlocker quietValue(m_value), quietSlider(m_slider);
    if (!m_value->hasFocus())
        m_value->setValue(value());
    if (!m_slider->isSliderDown())
        m_slider->setValue(static_cast<int>(std::lround(std::clamp(value(), -sliderRange, sliderRange) * sliderSteps / sliderRange)));
}

void WeightSection::onEdited(double value)
{
    const auto index = static_cast<size_t>(m_table->currentIndex());
    if (index < m_values.size())
        m_values[index] = static_cast<float>(value);
    {
        const QSignalBlocker quietValue(m_value), quietSlider(m_slider);
        m_value->setValue(value);
        m_slider->setValue(static_cast<int>(std::lround(std::clamp(value, -sliderRange, sliderRange) * sliderSteps / sliderRange)));
    }
    m_table->setValues(m_values, static_cast<int>(m_rows), static_cast<int>(m_columns));
    emit edited(m_fullName, static_cast<qint64>(m_firstRow * m_columns) + m_table->currentIndex(), static_cast<float>(value));
}

void WeightSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace zhibei
