#include "widgets/inspectors/number_fields.h"

#include "widgets/inspectors/jump_slider.h"
#include "widgets/inspectors/number_box.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QRandomGenerator>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {

constexpr int sliderSteps = 400;
/// A range that reaches to 0 in factors starts this far below its top.
constexpr double smallestShare = 1e-7;

bool bounded(const AttributeSpec &spec) { return spec.maximum > spec.minimum; }

/// Beyond this many equal steps a slider can no longer be aimed.
constexpr double widestRange = 1e4;
bool sliderFits(const AttributeSpec &spec)
{
    return bounded(spec) && (spec.logarithmic || spec.maximum - spec.minimum <= widestRange);
}

constexpr int largestDiceSeed = 99999;

double roundTo(double value, int digits)
{
    if (value == 0)
        return 0;
    const double unit = std::pow(10, std::floor(std::log10(std::abs(value))) - digits + 1);
    return std::stod(QString::number(std::round(value / unit) * unit, 'g', 12).toStdString());
}

double asNumber(const Value &value)
{
    if (const auto *whole = std::get_if<int64_t>(&value))
        return static_cast<double>(*whole);
    const auto *real = std::get_if<double>(&value);
    return real ? *real : 0;
}

} // namespace

NumberField::NumberField(Theme *theme, const AttributeSpec &spec, bool slider, bool whole)
    : AttributeField(theme, spec), m_whole(whole), m_box(new NumberBox)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_box->setWhole(whole);
    m_box->setLogarithmic(logarithmic());
    constexpr double largest = 9e15; // whole numbers are exact up to here
    m_box->setRange(bounded(spec) ? spec.minimum : -largest, bounded(spec) ? spec.maximum : largest);
    const double range = bounded(spec) ? spec.maximum - spec.minimum : 100;
    m_box->setSingleStep(whole ? 1 : std::pow(10, std::floor(std::log10(range) - 1.5)));
    connect(m_box, &QDoubleSpinBox::valueChanged, this, [this](double number) { tell(wrap(number)); });
    connect(m_box, &QDoubleSpinBox::editingFinished, this, [this] {
        if (!value() && !m_box->isMixed()) // typed what the box held before it became mixed
            tell(wrap(m_box->value()));
    });
    setFocusProxy(m_box);

    if (slider && sliderFits(spec)) {
        m_slider = new JumpSlider;
        m_slider->setRange(0, sliderSteps);
        m_slider->setFocusPolicy(Qt::ClickFocus); // Tab stops once a setting, at the number
        connect(m_slider, &QSlider::sliderPressed, this, &NumberField::beginGesture);
        connect(m_slider, &QSlider::sliderReleased, this, &NumberField::endGesture);
        connect(m_slider, &QSlider::valueChanged, this, [this](int position) { tell(wrap(number(position))); });
        layout->addWidget(m_slider, 1);
    } else {
        layout->addStretch(1);
    }
    if (spec.id == "seed") {
        m_dice = new QToolButton;
        m_dice->setProperty("role", "outlined");
        connect(m_dice, &QToolButton::clicked, this,
                [this] { tell(int64_t(QRandomGenerator::global()->bounded(1, largestDiceSeed + 1))); });
        layout->addWidget(m_dice);
    }
    layout->addWidget(m_box);
    restyle();
    retranslate();
}

void NumberField::retranslate()
{
    if (!m_dice)
        return;
    m_dice->setToolTip(tr("Another seed"));
    m_dice->setAccessibleName(tr("Another seed"));
}

void NumberField::restyle()
{
    if (m_dice)
        m_dice->setIcon(m_theme->icon(QStringLiteral("dices")));
    layout()->setSpacing(m_theme->space(2));
    m_box->setFixedWidth(m_theme->space(24));
    if (m_slider)
        m_slider->setMinimumWidth(m_theme->space(12));
}

bool NumberField::logarithmic() const { return spec().logarithmic; }

Value NumberField::wrap(double number) const
{
    return m_whole ? Value(static_cast<int64_t>(std::llround(number))) : Value(number);
}

double NumberField::number(int position) const
{
    const double low = spec().minimum, high = spec().maximum;
    const double t = static_cast<double>(position) / sliderSteps;
    if (position <= 0)
        return low;
    if (position >= sliderSteps)
        return high;
    const double start = low > 0 ? low : high * smallestShare;
    const double value = logarithmic() ? start * std::pow(high / start, t) : low + (high - low) * t;
    if (m_whole)
        return std::clamp(std::round(value >= 200 ? roundTo(value, 2) : value), low, high);
    return std::clamp(roundTo(value, 2), low, high);
}

int NumberField::position(double number) const
{
    const double low = spec().minimum, high = spec().maximum;
    const double start = low > 0 ? low : high * smallestShare;
    if (logarithmic() && number <= start)
        return 0;
    const double t = logarithmic() ? std::log(number / start) / std::log(high / start) : (number - low) / (high - low);
    return std::clamp(static_cast<int>(std::lround(t * sliderSteps)), 0, sliderSteps);
}

void NumberField::show(const std::optional<Value> &value)
{
    m_box->setMixed(!value);
    if (!value)
        return;
    const double number = asNumber(*value);
    if (m_box->value() != number)
        m_box->setValue(number);
    if (m_slider && !m_slider->isSliderDown())
        m_slider->setValue(position(number));
}

} // namespace zhibei
