#include "widgets/inspectors/training_panel.h"

#include "core/train/training_settings.h"
#include "widgets/document/document.h"
#include "widgets/inspectors/setting_edits.h"
#include "widgets/theme/core_text.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace zhibei {

namespace {

const char *const editName = QT_TRANSLATE_NOOP("Undo", "Change the training");

std::vector<AttributeSection> trainingSections()
{
    AttributeSection run{ZB_TEXT("Batches and start"), {}}, stop{ZB_TEXT("When to stop"), {}};
    for (const AttributeSpec &spec : trainingSchema())
        (spec.id.starts_with("stop_") || spec.id == "patience" ? stop : run).attributes.push_back(spec);
    return {run, stop};
}

} // namespace

TrainingPanel::TrainingPanel(Theme *theme, Document *document, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_document(document), m_icon(new QLabel), m_title(new QLabel), m_loss(new QLabel),
      m_objective(new AttributeEditor(theme)), m_training(new AttributeEditor(theme))
{
    auto *layout = new QVBoxLayout(this);
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_icon);
    heading->addWidget(m_title);
    heading->addWidget(m_loss, 1);
    layout->addLayout(heading);
    layout->addWidget(m_objective);
    layout->addWidget(m_training);
    layout->addStretch(1);
    m_title->setProperty("role", "strong");
    m_loss->setProperty("role", "caption");
    m_loss->setWordWrap(true);
    m_training->setSchema(trainingSections());

    connect(m_objective, &AttributeEditor::changed, this, [this](const QString &id, const Value &value, const QString &key) {
        const Node *loss = firstObjective(m_document->network());
        if (!loss)
            return;
        m_document->edit(editName, [&, node = loss->id](Project &project) {
            Node *edited = project.network.find(node);
            putSetting(edited->attributes, findKind(edited->kind)->attributes, id.toStdString(), value);
        }, key);
    });
    connect(m_training, &AttributeEditor::changed, this, [this](const QString &id, const Value &value, const QString &key) {
        m_document->edit(editName, [&](Project &project) {
            putSetting(project.training, trainingSchema(), id.toStdString(), value);
        }, key);
    });
    for (const auto signal : {&Document::opened, &Document::networkChanged, &Document::trainingChanged})
        connect(m_document, signal, this, &TrainingPanel::refresh);
    connect(m_theme, &Theme::changed, this, &TrainingPanel::restyle);
    restyle();
    retranslate();
}

void TrainingPanel::refresh()
{
    const Node *loss = firstObjective(m_document->network());
    m_objective->setVisible(loss);
    if (loss) {
        const LayerKind &kind = *findKind(loss->kind);
        m_objective->setSchema(attributeSections(kind));
        m_objective->setValues(loss->attributes);
        m_loss->setText(coreText(kind.text));
    } else {
        m_loss->setText(tr("Add a loss to say what the network should learn."));
    }
    m_training->setValues(m_document->project().training);
}

void TrainingPanel::restyle()
{
    const int margin = m_theme->space(3);
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(m_theme->space(3));
    m_icon->setPixmap(m_theme->pixmap(QStringLiteral("trending-down"), m_theme->space(4), m_theme->color(Ink::Objective), devicePixelRatioF()));
}

void TrainingPanel::retranslate()
{
    m_title->setText(tr("Training"));
    refresh();
}

void TrainingPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace zhibei
