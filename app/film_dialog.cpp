#include "app/film_dialog.h"

#include "app/session.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <climits>

namespace zhibei {

namespace {

constexpr int mostFrames = 600, smallest = 160, largest = 3840;

QSpinBox *numberBox(int least, int greatest, int value)
{
    auto *box = new QSpinBox;
    box->setRange(least, greatest);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

} // namespace

FilmDialog::FilmDialog(Theme *theme, Session *session, std::vector<FilmSubject> subjects, const QString &folder, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_session(session), m_subjects(std::move(subjects)), m_folder(folder), m_maker(session)
{
    build();
    connect(&m_maker, &FilmMaker::progressed, this, &FilmDialog::onProgress);
    connect(&m_maker, &FilmMaker::finished, this, &FilmDialog::onFinished);
    setBusy(false);
    showSize();
}

void FilmDialog::build()
{
    setWindowTitle(tr("Export animation"));
    const Recording::Extent extent = m_session->recording().extent();
    const int first = static_cast<int>(std::min<int64_t>(extent.first, INT_MAX)), last = static_cast<int>(std::min<int64_t>(extent.last, INT_MAX));
    m_subject = new QComboBox;
    for (const FilmSubject &subject : m_subjects)
        m_subject->addItem(subject.title);
    m_kind = new QComboBox;
    m_kind->addItems({tr("GIF animation"), tr("PNG pictures in a folder")});
    m_from = numberBox(first, last, first);
    m_to = numberBox(first, last, last);
    m_frames = numberBox(2, mostFrames, static_cast<int>(std::clamp<int64_t>(extent.last - extent.first + 1, 2, 80)));
    m_width = numberBox(smallest, largest, 960);
    m_seconds = new QDoubleSpinBox;
    m_seconds->setRange(0.5, 120);
    m_seconds->setDecimals(1);
    m_seconds->setValue(8);
    m_size = new QLabel;
    m_size->setProperty("role", "caption");
    m_state = new QLabel;
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_make = new QPushButton(tr("Export…"));
    m_make->setProperty("role", "primary");
    m_make->setDefault(true);
    m_cancel = new QPushButton(tr("Cancel"));

    m_form = new QWidget;
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&What:"), m_subject);
    form->addRow(tr("&From step:"), m_from);
    form->addRow(tr("&To step:"), m_to);
    form->addRow(tr("&Pictures:"), m_frames);
    form->addRow(tr("&Seconds:"), m_seconds);
    form->addRow(tr("Widt&h in pixels:"), m_width);
    form->addRow(QString(), m_size);
    form->addRow(tr("&As:"), m_kind);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_make);
    auto *column = new QVBoxLayout(this);
    const int side = m_theme->space(4);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(m_theme->space(3));
    column->addWidget(m_form);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    setMinimumWidth(m_theme->space(96));
    connect(m_subject, &QComboBox::currentIndexChanged, this, &FilmDialog::showSize);
    connect(m_width, &QSpinBox::valueChanged, this, &FilmDialog::showSize);
    connect(m_from, &QSpinBox::valueChanged, m_to, &QSpinBox::setMinimum);
    connect(m_make, &QPushButton::clicked, this, &FilmDialog::askAndMake);
    connect(m_cancel, &QPushButton::clicked, this, &FilmDialog::reject);
}

FilmMaker::Plan FilmDialog::plan() const
{
    FilmMaker::Plan plan;
    plan.subject = m_subjects[static_cast<size_t>(std::max(0, m_subject->currentIndex()))];
    plan.from = m_from->value();
    plan.to = m_to->value();
    plan.frames = m_frames->value();
    plan.seconds = m_seconds->value();
    plan.width = m_width->value();
    return plan;
}

void FilmDialog::showSize()
{
    const QSize size = plan().subject.figure().size;
    const int width = m_width->value();
    m_size->setText(tr("%1 × %2 pixels").arg(width).arg(width * size.height() / std::max(1, size.width())));
}

void FilmDialog::askAndMake()
{
    const QString start = QDir(m_folder).filePath(m_subject->currentText());
    const bool gif = m_kind->currentIndex() == 0;
    QString path = gif ? QFileDialog::getSaveFileName(this, windowTitle(), start + QStringLiteral(".gif"), QStringLiteral("GIF (*.gif)"))
                       : QFileDialog::getExistingDirectory(this, tr("Folder for the pictures"), m_folder);
    if (path.isEmpty())
        return;
    if (gif && !FilmWriter::isGif(path))
        path += QStringLiteral(".gif");
    make(path);
}

void FilmDialog::make(const QString &path)
{
    FilmMaker::Plan wished = plan();
    wished.path = m_path = path;
    setBusy(true);
    onProgress(0, wished.frames);
    emit filming(true);
    m_maker.start(wished);
}

void FilmDialog::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_make->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_state->setText(QString());
}

void FilmDialog::onProgress(int pictures, int all)
{
    m_progress->setRange(0, pictures < all ? all : 0);
    m_progress->setValue(pictures);
    m_state->setText(pictures < all ? tr("Picture %1 of %2").arg(pictures + 1).arg(all) : tr("Writing the file…"));
}

void FilmDialog::onFinished(bool done, const QString &error)
{
    emit filming(false);
    setBusy(false);
    if (done) {
        emit written(m_path);
        accept();
    } else if (!error.isEmpty()) {
        emit failed(error);
    }
}

void FilmDialog::reject()
{
    if (m_maker.isBusy())
        m_maker.cancel();
    else
        QDialog::reject();
}

} // namespace zhibei
