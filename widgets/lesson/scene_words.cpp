#include "widgets/lesson/scene_words.h"

#include "core/lesson/lesson_text.h"
#include "widgets/lesson/formula_picture.h"

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QEvent>
#include <QHelpEvent>
#include <QImageReader>
#include <QTextBlock>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace zhibei {

namespace {
const QString formulaScheme = QStringLiteral("formula");
}

SceneWords::SceneWords(Theme *theme, QWidget *parent) : QTextBrowser(parent), m_theme(theme)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setProperty("role", "words");
    document()->setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(theme, &Theme::changed, this, &SceneWords::set);
    connect(this, &QTextBrowser::highlighted, this, &SceneWords::explain);
}

void SceneWords::setWords(const QString &markdown, const QString &folder)
{
    if (markdown == m_words && folder == m_folder)
        return;
    m_words = markdown;
    m_folder = folder;
    setAccessibleName(markdown.left(60));
    set();
}

void SceneWords::setStyle(Type type, Ink ink)
{
    if (type == m_type && ink == m_ink)
        return;
    m_type = type;
    m_ink = ink;
    set();
}

void SceneWords::set()
{
    // Markdown would read the stars and bars of a formula as its own, so a picture's name stands for each.
    std::string text = m_words.toStdString();
    const std::vector<Formula> formulas = formulasIn(text);
    m_formulas.clear();
    for (auto formula = formulas.rbegin(); formula != formulas.rend(); ++formula) {
        m_formulas.prepend(QString::fromStdString(formula->tex));
        text.replace(formula->at, formula->length, "![f](" + formulaScheme.toStdString() + ":" + std::to_string(formulas.rend() - formula - 1) + ")");
    }
    document()->clear();
    document()->setDefaultFont(m_theme->font(m_type));
    document()->setMarkdown(QString::fromStdString(text), QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub | QTextDocument::MarkdownNoHTML));
    layOut();
    updateGeometry();
}

void SceneWords::layOut()
{
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextCharFormat ink;
    ink.setForeground(m_theme->color(m_ink));
    all.mergeCharFormat(ink);
    const QTextBlock last = document()->lastBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        bool pictures = false;
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextCharFormat format = part.fragment().charFormat();
            QTextCursor cursor(block);
            cursor.setPosition(part.fragment().position());
            cursor.setPosition(part.fragment().position() + part.fragment().length(), QTextCursor::KeepAnchor);
            if (format.isImageFormat() && !format.toImageFormat().name().startsWith(formulaScheme))
                pictures = true;
            QTextCharFormat change;
            if (format.isImageFormat())
                change.setVerticalAlignment(QTextCharFormat::AlignMiddle);
            if (format.isAnchor()) {
                change.setForeground(m_theme->color(Ink::Accent));
                change.setFontUnderline(!format.anchorHref().startsWith(QLatin1String("term:")));
                change.setUnderlineStyle(format.anchorHref().startsWith(QLatin1String("term:")) ? QTextCharFormat::DotLine : QTextCharFormat::SingleUnderline);
            }
            if (!change.isEmpty())
                cursor.mergeCharFormat(change);
        }
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(0);
        format.setBottomMargin(block == last ? 0 : m_theme->space(2));
        if (!pictures)
            format.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
}

QVariant SceneWords::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return {};
    if (name.scheme() == formulaScheme) {
        const QString tex = m_formulas.value(name.path().toInt());
        const auto picture = formulaPicture(QDir(m_folder).filePath(QString::fromStdString(formulaFile(tex.toStdString()))), tex, m_theme->font(m_type), m_theme->color(m_ink), devicePixelRatioF());
        // A formula cannot be broken: where it is too wide for the room, it becomes smaller.
        m_pictureWidth = std::max(40, viewport()->width());
        const int most = static_cast<int>(m_pictureWidth * picture.devicePixelRatio());
        return picture.width() > most ? picture.scaledToWidth(most, Qt::SmoothTransformation) : picture;
    }
    // Only what lies in the lesson's folder, which the reader has checked; never from elsewhere.
    if (!name.isRelative() || name.path().contains(QLatin1String("..")))
        return {};
    QImageReader reader(QDir(m_folder).filePath(name.path()));
    const int room = std::max(40, viewport()->width());
    m_pictureWidth = room;
    if (const QSize size = reader.size(); size.width() > 0) {
        const bool grows = reader.format() == "svg";
        const int width = grows ? std::min(room, m_theme->space(size.width() / 4)) : std::min(room, size.width());
        reader.setScaledSize(QSizeF(width, double(size.height()) * width / size.width()).toSize() * devicePixelRatioF());
    }
    QPixmap picture = QPixmap::fromImageReader(&reader);
    picture.setDevicePixelRatio(devicePixelRatioF());
    return picture;
}

QSize SceneWords::sizeHint() const
{
    QTextDocument *text = document();
    const double before = text->textWidth();
    text->setTextWidth(-1); // each paragraph in one line
    const int width = static_cast<int>(std::ceil(text->idealWidth())) + 1;
    text->setTextWidth(before);
    return {width, heightForWidth(width)};
}

QSize SceneWords::minimumSizeHint() const { return {m_theme->space(10), m_theme->space(4)}; }

int SceneWords::heightForWidth(int width) const
{
    QTextDocument *text = document();
    const double before = text->textWidth();
    text->setTextWidth(width);
    const double height = text->size().height();
    text->setTextWidth(before);
    return static_cast<int>(std::ceil(height));
}

void SceneWords::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    // Pictures are made for the room there is.
    if (m_pictureWidth && m_pictureWidth != viewport()->width())
        set();
}

void SceneWords::explain(const QUrl &link)
{
    if (!link.isEmpty() && m_explanation)
        QToolTip::showText(QCursor::pos(), m_explanation(link), this);
    else
        QToolTip::hideText();
}

bool SceneWords::event(QEvent *event)
{
    // Its own tips appear at once; the widget's would take them away.
    return event->type() == QEvent::ToolTip || QTextBrowser::event(event);
}

void SceneWords::wheelEvent(QWheelEvent *event) { event->ignore(); }

} // namespace zhibei
