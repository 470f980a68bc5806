#include "widgets/plots/export_button.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>

namespace zhibei {

ExportButton::ExportButton(Theme *theme, std::function<Figure()> figure, QWidget *parent)
    : QToolButton(parent), m_theme(theme), m_figure(std::move(figure))
{
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    m_actions = {
        addFormat(QStringLiteral("png")),
        addFormat(QStringLiteral("png"), QSize(960, 540), 2.0),
        addFormat(QStringLiteral("png"), QSize(1280, 720), 3.0),
        addFormat(QStringLiteral("svg")),
        addFormat(QStringLiteral("pdf")),
    };
    menu()->addSeparator();
    m_actions.append(addFormat(QStringLiteral("csv")));
    connect(theme, &Theme::changed, this, &ExportButton::restyle);
    restyle();
    retranslate();
}

QAction *ExportButton::addFormat(const QString &suffix, const QSize &size, double scale)
{
    return menu()->addAction(QString(), this, [this, suffix, size, scale] { save(suffix, size, scale); });
}

void ExportButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void ExportButton::retranslate()
{
    const QStringList texts = {tr("PNG picture, as on screen…"),  tr("PNG picture, 1920 × 1080…"),
                               tr("PNG picture, 3840 × 2160…"),   tr("SVG drawing…"),
                               tr("PDF page…"),                   tr("Numbers as a CSV table…")};
    for (qsizetype i = 0; i < texts.size(); ++i)
        m_actions[i]->setText(texts[i]);
    setToolTip(tr("Save this figure or its numbers"));
    setAccessibleName(toolTip());
}

void ExportButton::restyle()
{
    setIcon(m_theme->icon(QStringLiteral("download"), Ink::Muted));
    setIconSize(QSize(m_theme->space(4), m_theme->space(4)));
}

void ExportButton::save(const QString &suffix, const QSize &size, double scale)
{
    const Figure figure = m_figure();
    QString path = QFileDialog::getSaveFileName(window(), toolTip(), figure.name + QLatin1Char('.') + suffix,
                                                QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QLatin1Char('.') + suffix;
    QString error;
    const bool done = size.isEmpty() ? FigureExport::write(figure, path, &error)
                                     : FigureExport::writePng(figure, path, size, scale, &error);
    if (done)
        emit exported(path);
    else
        QMessageBox::warning(window(), toolTip(), error);
}

} // namespace zhibei
