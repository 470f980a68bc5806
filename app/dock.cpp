#include "app/dock.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace zhibei {

namespace {

/// The strip. QDockWidget handles the mouse where a title bar widget does not.
class Strip : public QWidget {
public:
    Strip(Theme *theme, QDockWidget *dock) : QWidget(dock), m_theme(theme), m_dock(dock)
    {
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::SizeAllCursor);
    }
    QSize sizeHint() const override { return {m_theme->space(10), m_dock->isFloating() ? m_theme->space(4) : m_theme->space(2)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme->color(Ink::Surface));
        if (!underMouse() && !m_dock->isFloating())
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->color(Ink::Muted));
        const int gap = m_theme->space(2);
        for (int i = -2; i <= 2; ++i)
            painter.drawEllipse(QPointF(width() / 2.0 + i * gap, height() / 2.0), 1.5, 1.5);
    }

private:
    Theme *m_theme;
    QDockWidget *m_dock;
};

} // namespace

Dock::Dock(Theme *theme, const QString &name, QWidget *content, QWidget *parent) : QDockWidget(parent)
{
    setObjectName(name);
    setWidget(content);
    auto *strip = new Strip(theme, this);
    setTitleBarWidget(strip);
    connect(this, &QDockWidget::topLevelChanged, strip, [strip] { strip->updateGeometry(); });
    connect(this, &QDockWidget::windowTitleChanged, strip, [strip](const QString &title) {
        strip->setToolTip(title);
        strip->setAccessibleName(title);
    });
}

} // namespace zhibei
