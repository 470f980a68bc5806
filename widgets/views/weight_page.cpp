#include "widgets/views/weight_page.h"

#include "widgets/inspectors/weight_view.h"
#include "widgets/views/short_number.h"
#include "widgets/views/weight_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace zhibei {

WeightPage::WeightPage(Theme *theme, QWidget *parent)
    : QScrollArea(parent), m_theme(theme), m_names(new QComboBox), m_number(new QSpinBox), m_picture(new WeightView(theme)),
      m_place(new QLabel), m_text(new QLabel)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *row = new QHBoxLayout;
    row->addWidget(m_names, 1);
    row->addWidget(m_number);
    column->addLayout(row);
    column->addWidget(m_picture);
    column->addWidget(m_place);
    column->addWidget(m_text);
    column->addStretch(1);
    setWidget(page);
    m_names->setMinimumContentsLength(8);
    m_names->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_place->setProperty("role", "strong");
    for (QLabel *label : {m_place, m_text}) {
        label->setWordWrap(true);
        label->setMinimumWidth(1);
    }
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_number->setMinimum(1);
    connect(m_names, &QComboBox::currentTextChanged, this, [this](const QString &name) { choose(name, 0); });
    connect(m_number, &QSpinBox::valueChanged, this, [this](int k) { choose(m_parameter, k - 1); });
    connect(m_picture, &WeightView::selectedChanged, this, [this](qint64 k) {
        if (k >= 0)
            choose(m_parameter, fromPicture(k));
    });
    connect(theme, &Theme::changed, this, &WeightPage::restyle);
    restyle();
}

void WeightPage::setParameters(std::shared_ptr<const Microscopy> seen, std::shared_ptr<const Dataset> data, int turn)
{
    m_seen = std::move(seen);
    m_data = std::move(data);
    m_turn = turn;
    QStringList names;
    if (m_seen && size_t(turn) < m_seen->turns.size())
        for (const MicroStation &station : m_seen->turns[size_t(turn)].stations)
            for (const std::string &parameter : station.learned)
                names += QString::fromStdString(parameter);
    const QSignalBlocker quiet(m_names);
    QStringList before;
    for (int i = 0; i < m_names->count(); ++i)
        before += m_names->itemText(i);
    if (before != names) {
        m_names->clear();
        m_names->addItems(names);
    }
    if (!names.contains(m_parameter)) {
        m_parameter = names.value(0);
        m_index = 0;
        m_story.reset();
    }
    m_names->setCurrentText(m_parameter);
    showPicture();
    showStory();
}

const ParameterView *WeightPage::view() const
{
    if (!m_seen)
        return nullptr;
    const auto &all = m_seen->snapshot->model->parameters;
    const auto found = std::find_if(all.begin(), all.end(), [&](const ParameterView &view) { return view.fullName() == m_parameter.toStdString(); });
    return found == all.end() ? nullptr : &*found;
}

bool WeightPage::isTurned() const { return view() && view()->shape.rank() > 2; }

qint64 WeightPage::toPicture(qint64 k) const
{
    const int64_t units = view()->rows(), inputs = view()->columns();
    return isTurned() ? k % inputs * units + k / inputs : k;
}

qint64 WeightPage::fromPicture(qint64 k) const
{
    const int64_t units = view()->rows(), inputs = view()->columns();
    return isTurned() ? k % units * inputs + k / units : k;
}

void WeightPage::choose(const QString &parameter, qint64 k)
{
    if (m_names->findText(parameter) < 0 || (parameter == m_parameter && k == m_index))
        return;
    m_parameter = parameter;
    m_index = k;
    if (const ParameterView *found = view(); !found || k < 0 || k >= found->shape.count())
        m_index = 0;
    m_story.reset();
    const QSignalBlocker quiet(m_names);
    m_names->setCurrentText(m_parameter);
    showPicture();
    showStory();
    emit chosen();
}

void WeightPage::showPicture()
{
    const ParameterView *shown = view();
    m_picture->setVisible(shown);
    m_number->setEnabled(shown);
    if (!shown || size_t(m_turn) >= m_seen->turns.size())
        return;
    const AlignedVector<float> &arena = m_seen->turns[size_t(m_turn)].turn.before;
    std::vector<float> numbers(size_t(shown->shape.count()));
    for (size_t k = 0; k < numbers.size(); ++k)
        numbers[size_t(toPicture(int64_t(k)))] = arena[size_t(shown->index(int64_t(k)))];
    const QSignalBlocker quietPicture(m_picture), quietNumber(m_number);
    const zhibei::Shape &shape = shown->shape; // a frame has a shape, too
    if (isTurned())
        m_picture->setWeights(std::move(numbers), shown->columns(), shown->rows(), shape.rank() == 4 ? zhibei::Shape({shape[1], shape[2], shape[3]}) : zhibei::Shape());
    else
        m_picture->setWeights(std::move(numbers), shown->rows(), shown->columns());
    m_picture->select(toPicture(m_index));
    m_number->setMaximum(int(std::min<int64_t>(shape.count(), 1 << 30)));
    m_number->setValue(int(m_index) + 1);
    const double value = double(arena[size_t(shown->index(m_index))]);
    m_place->setText(tr("%1: w = %2").arg(WeightText::placeText(*m_seen->snapshot->model, m_data.get(), *shown, m_index), shortNumber(value, 4)));
}

void WeightPage::setStory(std::shared_ptr<const WeightStory> story)
{
    if (story && (QString::fromStdString(story->parameter) != m_parameter || story->k != m_index))
        return;
    m_story = std::move(story);
    showStory();
}

QString WeightPage::storyText() const { return m_text->text(); }

void WeightPage::showStory()
{
    if (!view())
        m_text->setText(tr("Nothing learns here."));
    else
        m_text->setText(m_story ? WeightText(*m_story, m_data.get(), *m_theme).html() : tr("Looking …"));
}

void WeightPage::retranslate()
{
    m_names->setAccessibleName(tr("Parameter"));
    m_number->setAccessibleName(tr("Which of its numbers"));
    m_number->setToolTip(tr("Which of its numbers"));
    m_picture->setAccessibleName(tr("The weights; arrow keys choose one"));
    if (view())
        showPicture();
    showStory();
}

void WeightPage::restyle()
{
    widget()->layout()->setContentsMargins(m_theme->space(3), m_theme->space(1), m_theme->space(3), m_theme->space(2));
    m_text->setFont(m_theme->font(Type::Text));
    showStory();
}

void WeightPage::resizeEvent(QResizeEvent *event)
{
    m_picture->setMaximumHeight(std::max(m_theme->space(12), m_picture->heightForWidth(std::max(1, viewport()->width() - 2 * m_theme->space(3)))));
    QScrollArea::resizeEvent(event);
}

} // namespace zhibei
