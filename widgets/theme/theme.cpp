#include "widgets/theme/theme.h"

#include "widgets/theme/icon_engine.h"
#include "widgets/theme/system_appearance.h"

#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QToolTip>

#include <array>
#include <cmath>

static void registerResources()
{
    Q_INIT_RESOURCE(zhibei);
}

namespace zhibei {

namespace {

constexpr int inkCount = static_cast<int>(Ink::Arithmetic) + 1;
/// Names in the theme files, in the order of Ink.
const std::array<const char *, inkCount> inkNames = {
    "background", "surface", "raised", "line", "dot", "text", "muted", "accent", "accentBackground", "onAccent",
    "negative", "middle", "positive", "good", "bad", "mark",
    "data", "layer", "convolution", "objective", "activation", "arithmetic"};

constexpr int rampSteps = 512;
using Ramp = std::array<QRgb, rampSteps + 1>;

QColor mix(const QColor &a, const QColor &b, double t)
{
    const auto part = [t](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * t)); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

struct Colors {
    std::array<QColor, inkCount> inks;
    std::vector<QColor> classes;
    QColor sequence, capsule; ///< icons of these categories; nothing else has their colours
    Ramp signedRamp, magnitudeRamp;

    const QColor &operator[](Ink ink) const { return inks[static_cast<size_t>(ink)]; }
};

Colors readColors(const QString &name)
{
    QFile file(QStringLiteral(":/zhibei/themes/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The theme %s is not built in", qPrintable(name));
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject colors = json["colors"].toObject();
    Colors read;
    for (size_t i = 0; i < read.inks.size(); ++i) {
        read.inks[i] = QColor(colors[QLatin1String(inkNames[i])].toString());
        Q_ASSERT(read.inks[i].isValid());
    }
    read.sequence = QColor(colors["sequence"].toString());
    read.capsule = QColor(colors["capsule"].toString());
    for (const QJsonValue color : json["classes"].toArray())
        read.classes.emplace_back(color.toString());
    for (int i = 0; i <= rampSteps; ++i) {
        const double v = 2.0 * i / rampSteps - 1;
        const QColor end = read[v < 0 ? Ink::Negative : Ink::Positive];
        read.signedRamp[static_cast<size_t>(i)] = mix(read[Ink::Middle], end, std::abs(v)).rgb();
        read.magnitudeRamp[static_cast<size_t>(i)]
            = mix(read[Ink::Raised], read[Ink::Text], static_cast<double>(i) / rampSteps).rgb();
    }
    return read;
}

QRgb lookUp(const Ramp &ramp, double t)
{
    if (!(t > 0)) // also what is not a number
        t = 0;
    return ramp[static_cast<size_t>(std::lround(std::min(t, 1.0) * rampSteps))];
}

QString readText(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

struct Theme::Private {
    Mode mode = Mode::System;
    double textScale = 1;
    bool reduceMotion = false;
    SystemAppearance system;
    Colors light = readColors(QStringLiteral("light")), dark = readColors(QStringLiteral("dark"));
    bool isDark = false;
    /// Pictures for the style sheet, which can name files only.
    QTemporaryDir pictures;

    const Colors &colors() const { return isDark ? dark : light; }
    bool wantsDark() const { return mode == Mode::Dark || (mode == Mode::System && system.isDark()); }
    QString iconPicture(const QString &name, const QColor &color, int side) const;
    QString switchPicture(bool on, bool enabled, int height) const;
    QString writePicture(const QString &name, const QString &svg) const;
};

QString Theme::Private::writePicture(const QString &name, const QString &svg) const
{
    const QString path = pictures.filePath(name + QStringLiteral(".svg"));
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.write(svg.toUtf8());
    return QStringLiteral("url(\"%1\")").arg(path);
}

QString Theme::Private::iconPicture(const QString &name, const QColor &color, int side) const
{
    QString svg = readText(QStringLiteral(":/zhibei/icons/%1.svg").arg(name));
    svg.replace(QStringLiteral("currentColor"), color.name());
    svg.replace(QStringLiteral("width=\"24\""), QStringLiteral("width=\"%1\"").arg(side));
    svg.replace(QStringLiteral("height=\"24\""), QStringLiteral("height=\"%1\"").arg(side));
    return writePicture(QStringLiteral("%1-%2-%3").arg(name, color.name().mid(1)).arg(side), svg);
}

QString Theme::Private::switchPicture(bool on, bool enabled, int height) const
{
    const QColor track = mix(colors()[on ? Ink::Accent : Ink::Line], colors()[Ink::Surface], enabled ? 0 : 0.6);
    const QColor edge = on ? track : mix(colors()[Ink::Muted], colors()[Ink::Surface], enabled ? 0.35 : 0.7);
    const QColor knob = colors()[on ? Ink::OnAccent : enabled ? Ink::Muted : Ink::Line];
    const QString svg = QStringLiteral(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 36 20\">"
        "<rect x=\"1\" y=\"1\" width=\"34\" height=\"18\" rx=\"9\" fill=\"%3\" stroke=\"%4\" stroke-width=\"1.5\"/>"
        "<circle cx=\"%5\" cy=\"10\" r=\"%6\" fill=\"%7\"/></svg>")
        .arg(height * 36 / 20).arg(height).arg(track.name(), edge.name()).arg(on ? 26 : 10).arg(on ? 6.5 : 5.5).arg(knob.name());
    return writePicture(QStringLiteral("switch-%1-%2-%3-%4").arg(isDark).arg(on).arg(enabled).arg(height), svg);
}

Theme::Theme(QObject *parent) : QObject(parent)
{
    registerResources();
    d = std::make_shared<Private>();
    d->isDark = d->wantsDark();
    connect(&d->system, &SystemAppearance::changed, this, [this] { setMode(d->mode); });
}

Theme::Mode Theme::mode() const { return d->mode; }
bool Theme::isDark() const { return d->isDark; }
double Theme::textScale() const { return d->textScale; }
bool Theme::reduceMotion() const { return d->reduceMotion; }
int Theme::controlRadius() const { return 8; }
int Theme::cardRadius() const { return 12; }

void Theme::setMode(Mode mode)
{
    d->mode = mode;
    if (d->isDark == d->wantsDark())
        return;
    d->isDark = !d->isDark;
    emit changed();
}

void Theme::setTextScale(double scale)
{
    scale = std::clamp(scale, 0.75, 3.0);
    if (scale == d->textScale)
        return;
    d->textScale = scale;
    emit changed();
}

void Theme::setReduceMotion(bool reduce)
{
    if (reduce == d->reduceMotion)
        return;
    d->reduceMotion = reduce;
    emit changed();
}

QColor Theme::color(Ink ink) const { return d->colors()[ink]; }

QColor Theme::color(Category category) const
{
    switch (category) {
    case Category::Data: return color(Ink::Data);
    case Category::Layer: return color(Ink::Layer);
    case Category::Convolution: return color(Ink::Convolution);
    case Category::Sequence: return d->colors().sequence;
    case Category::Capsule: return d->colors().capsule;
    case Category::Activation: return color(Ink::Activation);
    case Category::Arithmetic: return color(Ink::Arithmetic);
    case Category::Objective: return color(Ink::Objective);
    }
    return color(Ink::Text);
}

QColor Theme::classColor(int index, int count) const
{
    if (count <= 2)
        return color(index <= 0 ? Ink::Negative : Ink::Positive);
    const std::vector<QColor> &classes = d->colors().classes;
    const size_t i = static_cast<size_t>(std::max(index, 0));
    const QColor base = classes[i % classes.size()];
    // Beyond the distinct ones, the same hues come back nearer to the text's colour.
    return i < classes.size() ? base : mix(base, color(Ink::Text), 0.4);
}

QRgb Theme::signedColor(double v) const { return lookUp(d->colors().signedRamp, std::isnan(v) ? 0.5 : (v + 1) / 2); }
QRgb Theme::magnitudeColor(double v) const { return lookUp(d->colors().magnitudeRamp, v); }

QFont Theme::font(Type type) const
{
    struct Face { int pixels; QFont::Weight weight; };
    const Face face = [type]() -> Face {
        switch (type) {
        case Type::Text: return {14, QFont::Normal};
        case Type::Strong: return {14, QFont::Bold};
        case Type::Caption: return {12, QFont::Normal};
        case Type::Title: return {16, QFont::Bold};
        case Type::Figure: return {40, QFont::Bold};
        case Type::Stage: return {20, QFont::Normal};
        }
        return {14, QFont::Normal};
    }();
    QFont font;
    // Noto Sans' figures are tabular as they are.
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(static_cast<int>(std::lround(face.pixels * d->textScale)));
    font.setWeight(face.weight);
    font.setHintingPreference(QFont::PreferNoHinting); // the same widths at every zoom
    return font;
}

int Theme::space(int steps) const { return static_cast<int>(std::lround(4 * steps * d->textScale)); }

QIcon Theme::icon(const QString &name, Ink ink) const
{
    const QColor normal = color(ink);
    return QIcon(new IconEngine(name, normal, mix(normal, color(Ink::Surface), 0.6)));
}

QPixmap Theme::pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio) const
{
    QPixmap pixmap = IconEngine::render(name, static_cast<int>(std::lround(size * devicePixelRatio)), color);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QPalette Theme::palette() const
{
    const auto ink = [this](Ink i) { return color(i); };
    QPalette palette(ink(Ink::Text), ink(Ink::Surface), ink(Ink::Raised), ink(Ink::Line),
                     mix(ink(Ink::Line), ink(Ink::Surface), 0.5), ink(Ink::Text), ink(Ink::Text), ink(Ink::Raised),
                     ink(Ink::Surface));
    palette.setColor(QPalette::AlternateBase, ink(Ink::Background));
    palette.setColor(QPalette::Highlight, ink(Ink::Accent));
    palette.setColor(QPalette::HighlightedText, ink(Ink::OnAccent));
    palette.setColor(QPalette::PlaceholderText, ink(Ink::Muted));
    palette.setColor(QPalette::Link, ink(Ink::Accent));
    palette.setColor(QPalette::LinkVisited, ink(Ink::Accent));
    palette.setColor(QPalette::ToolTipBase, ink(Ink::Raised));
    palette.setColor(QPalette::ToolTipText, ink(Ink::Text));
    const QColor disabled = mix(ink(Ink::Muted), ink(Ink::Surface), 0.35);
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, ink(Ink::Line));
    return palette;
}

/// The sheet's own words: @surface (an ink), @hover, @pressed, @accentHover, @thumb, @disabled (mixed),
/// @px(n) (n pixels times the text scale), @even(n) (the same, even), @half(n) (a radius), @icon(name) and @switch(on|off|on-disabled|off-disabled) (a picture).
QString Theme::styleSheet() const
{
    const auto word = [this](const QString &name, const QString &argument) -> QString {
        for (size_t i = 0; i < inkNames.size(); ++i)
            if (name == QLatin1String(inkNames[i]))
                return d->colors().inks[i].name();
        const auto scaled = [this](int n) { return static_cast<int>(std::lround(n * d->textScale)); };
        if (name == QLatin1String("px"))
            return QString::number(scaled(argument.toInt())) + QStringLiteral("px");
        if (name == QLatin1String("even")) // so that halves meet on whole pixels
            return QString::number(2 * static_cast<int>(std::lround(argument.toInt() * d->textScale / 2))) + QStringLiteral("px");
        if (name == QLatin1String("half")) // the radius that makes a square of n and a 2 px border round
            return QString::number(static_cast<int>(std::lround((argument.toInt() - 4) * d->textScale / 2)) + 2) + QStringLiteral("px");
        if (name == QLatin1String("icon"))
            return d->iconPicture(argument, color(Ink::Muted), scaled(14));
        if (name == QLatin1String("switch"))
            return d->switchPicture(argument.startsWith(QLatin1String("on")), !argument.endsWith(QLatin1String("disabled")), scaled(20));
        if (name == QLatin1String("hover"))
            return mix(color(Ink::Raised), color(Ink::Text), 0.06).name();
        if (name == QLatin1String("pressed"))
            return mix(color(Ink::Raised), color(Ink::Text), 0.12).name();
        if (name == QLatin1String("accentHover"))
            return mix(color(Ink::Accent), color(Ink::Text), 0.12).name();
        if (name == QLatin1String("thumb"))
            return mix(color(Ink::Muted), color(Ink::Surface), 0.55).name();
        if (name == QLatin1String("disabled"))
            return mix(color(Ink::Muted), color(Ink::Surface), 0.35).name();
        qWarning("The style sheet asks for the unknown @%s", qPrintable(name));
        return {};
    };
    static const QRegularExpression pattern(QStringLiteral("@([a-zA-Z]+)(?:\\(([^)]*)\\))?"));
    const QString sheet = readText(QStringLiteral(":/zhibei/themes/style.qss"));
    QString out;
    qsizetype from = 0;
    for (auto matches = pattern.globalMatch(sheet); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        out += QStringView(sheet).mid(from, match.capturedStart() - from);
        out += word(match.captured(1), match.captured(2));
        from = match.capturedEnd();
    }
    out += QStringView(sheet).mid(from);
    return out;
}

void Theme::apply(QApplication &application)
{
    if (application.styleSheet().isEmpty()) // the first time
        application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setFont(font(Type::Text));
    application.setPalette(palette());
    QToolTip::setPalette(palette());
    QToolTip::setFont(font(Type::Text));
    application.setStyleSheet(styleSheet());
}

} // namespace zhibei
