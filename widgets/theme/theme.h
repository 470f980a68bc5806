#pragma once

#include "core/layers/layer_kind.h"

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPixmap>

class QApplication;

namespace zhibei {

/// The colours by their use. Values: resources/themes/light.json and dark.json.
enum class Ink {
    Background, Surface, Raised, Line, Dot, Text, Muted, Accent, AccentBackground, OnAccent,
    Negative, Middle, Positive, Good, Bad, Mark,
    Data, Layer, Convolution, Objective, Activation, Arithmetic
};

enum class Type { Text, Strong, Caption, Title, Figure /* large numbers */, Stage };

/// How the lab looks: colours, type, icons, and the style sheet made of them. The application makes one and hands
/// it to every widget; a widget repaints (or takes new icons) on `changed`.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };

    explicit Theme(QObject *parent = nullptr);

    Mode mode() const;
    void setMode(Mode mode);
    bool isDark() const;
    /// Scales all text and what is measured by it; 1 is normal, 0.75 to 3.
    double textScale() const;
    void setTextScale(double scale);
    /// No animation for those who asked for none.
    bool reduceMotion() const;
    void setReduceMotion(bool reduce);

    QColor color(Ink ink) const;
    QColor color(Category category) const;     ///< the tint of a kind's icon
    QColor classColor(int index, int count) const; ///< two classes: negative, positive; more: distinct, colour-blind-safe
    /// A signed number by v in [-1, 1]: negative - middle - positive.
    QRgb signedColor(double v) const;
    /// A magnitude by v in [0, 1]: raised (nothing) to text (ink on paper).
    QRgb magnitudeColor(double v) const;
    QFont font(Type type) const;
    /// 4 px steps times the text scale: space(2) is 8 px.
    int space(int steps) const;
    int controlRadius() const; ///< 8
    int cardRadius() const;    ///< 12

    /// resources/icons/<name>.svg, stroked in a colour; an icon has normal and disabled states.
    QIcon icon(const QString &name, Ink ink = Ink::Text) const;
    QPixmap pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio) const;

    /// Palette and style sheet for the whole application; the application sets them on `changed`.
    ///
    /// A widget chooses a look by a dynamic property, set before it is shown (see resources/themes/style.qss):
    ///     QPushButton, QToolButton   role = "primary" (the one thing to press), "outlined", "flat"
    ///     QLabel                     role = "caption" (small, muted), "title", "strong", "figure", "bad", "good"
    ///     QFrame, QWidget            role = "panel" (surface), "card" (raised, hairline), "hint" (accent background),
    ///                                "bar" (surface with a hairline below), "rule" (a hairline)
    QPalette palette() const;
    QString styleSheet() const;
    /// Sets style, font, palette and style sheet of the whole application to this theme's.
    void apply(QApplication &application);

signals:
    void changed();

private:
    struct Private;
    std::shared_ptr<Private> d;
};

/// Registers the fonts the lab needs with Qt, and returns false if none can draw Chinese.
bool registerFonts();

} // namespace zhibei
