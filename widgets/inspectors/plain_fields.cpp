#include "widgets/inspectors/plain_fields.h"

#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStylePainter>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace zhibei {

namespace {

QHBoxLayout *rowLayout(QWidget *field)
{
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    return layout;
}

/// A box that can become narrower than its longest choice, and that scrolling a panel does not change.
class ChoiceBox : public QComboBox {
public:
    /// The style counts the arrow but not the air beside it, and would cut the longest choice.
    QSize sizeHint() const override { return QComboBox::sizeHint() + QSize(fontMetrics().averageCharWidth(), 0); }
    QSize minimumSizeHint() const override { return {fontMetrics().averageCharWidth() * 10, QComboBox::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        const QString text = currentIndex() < 0 ? placeholderText() : currentText();
        const int width = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
        option.currentText = fontMetrics().elidedText(text, Qt::ElideRight, width - 2);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

bool namesFolder(const AttributeSpec &spec)
{
    return spec.id == "folder";
}

bool namesFile(const AttributeSpec &spec)
{
    constexpr std::string_view ids[] = {"path", "images", "labels", "features", "targets"};
    return std::find(std::begin(ids), std::end(ids), spec.id) != std::end(ids);
}

} // namespace

SwitchField::SwitchField(Theme *theme, const AttributeSpec &spec) : AttributeField(theme, spec), m_box(new QCheckBox)
{
    auto *layout = rowLayout(this);
    m_box->setProperty("role", "bare");
    layout->addStretch(1);
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this] {
        m_box->setTristate(false);
        tell(m_box->isChecked());
    });
}

void SwitchField::show(const std::optional<Value> &value)
{
    const bool *on = value ? std::get_if<bool>(&*value) : nullptr;
    m_box->setTristate(!on);
    m_box->setCheckState(!on ? Qt::PartiallyChecked : *on ? Qt::Checked : Qt::Unchecked);
}

ChoiceField::ChoiceField(Theme *theme, const AttributeSpec &spec) : AttributeField(theme, spec), m_box(new ChoiceBox)
{
    auto *layout = rowLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_box->setPlaceholderText(QStringLiteral("–"));
    for (const Choice &choice : spec.choices)
        m_box->addItem(coreText(choice.text), QString::fromStdString(choice.id));
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        if (index >= 0)
            tell(m_box->itemData(index).toString().toStdString());
    });
    restyle();
}

void ChoiceField::retranslate()
{
    for (int i = 0; i < m_box->count(); ++i)
        m_box->setItemText(i, coreText(spec().choices[static_cast<size_t>(i)].text));
}

void ChoiceField::restyle() { m_box->setMinimumWidth(m_theme->space(24)); }

void ChoiceField::show(const std::optional<Value> &value)
{
    const auto *id = value ? std::get_if<std::string>(&*value) : nullptr;
    m_box->setCurrentIndex(id ? m_box->findData(QString::fromStdString(*id)) : -1);
}

TextField::TextField(Theme *theme, const AttributeSpec &spec) : AttributeField(theme, spec), m_line(new QLineEdit)
{
    auto *layout = rowLayout(this);
    layout->addWidget(m_line, 1);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (value() || m_line->isModified())
            tell(m_line->text().toStdString());
    });
    if (namesFile(spec) || namesFolder(spec)) {
        m_browse = new QToolButton;
        m_browse->setProperty("role", "outlined");
        layout->addWidget(m_browse);
        connect(m_browse, &QToolButton::clicked, this, &TextField::browse);
    }
    restyle();
    retranslate();
}

void TextField::retranslate()
{
    if (!m_browse)
        return;
    const bool folder = namesFolder(spec());
    m_browse->setToolTip(folder ? tr("Choose a folder…") : tr("Choose a file…"));
    m_browse->setAccessibleName(m_browse->toolTip());
    m_line->setPlaceholderText(folder ? tr("no folder yet") : tr("no file yet"));
}

void TextField::restyle()
{
    layout()->setSpacing(m_theme->space(1));
    m_line->setMinimumWidth(m_theme->space(24));
    if (m_browse)
        m_browse->setIcon(m_theme->icon(QStringLiteral("folder-open")));
}

void TextField::show(const std::optional<Value> &value)
{
    const auto *text = value ? std::get_if<std::string>(&*value) : nullptr;
    m_line->setText(text ? QString::fromStdString(*text) : QString());
}

void TextField::browse()
{
    const QString title = coreText(spec().text), before = m_line->text();
    const QString chosen = namesFolder(spec()) ? QFileDialog::getExistingDirectory(this, title, before)
                                               : QFileDialog::getOpenFileName(this, title, QFileInfo(before).path());
    if (!chosen.isEmpty())
        tell(chosen.toStdString());
}

IntegersField::IntegersField(Theme *theme, const AttributeSpec &spec) : AttributeField(theme, spec), m_line(new QLineEdit)
{
    auto *layout = rowLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_line);
    m_line->setAlignment(Qt::AlignRight);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::editingFinished, this, &IntegersField::read);
    restyle();
}

void IntegersField::restyle() { m_line->setFixedWidth(m_theme->space(32)); }

void IntegersField::read()
{
    static const QRegularExpression between(QStringLiteral("[\\s,;x×*]+"));
    const QString typed = m_line->text().split(between, Qt::SkipEmptyParts).join(QLatin1Char(','));
    const ParsedValue parsed = parseValue(spec(), typed.toStdString());
    const Text problem = parsed.value ? checkValue(spec(), *parsed.value) : parsed.error;
    setProblem(m_line, problem);
    if (problem.empty())
        tell(*parsed.value);
}

void IntegersField::show(const std::optional<Value> &value)
{
    QStringList parts;
    if (const auto *numbers = value ? std::get_if<std::vector<int64_t>>(&*value) : nullptr)
        for (const int64_t number : *numbers)
            parts << QString::number(number);
    m_line->setText(value ? parts.join(QStringLiteral(" × ")) : QStringLiteral("–"));
    setProblem(m_line, {});
}

} // namespace zhibei
