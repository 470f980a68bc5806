#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

namespace zhibei {

/// How far a lesson has come, one segment a scene; a click goes there.
class SceneSegments : public QWidget {
    Q_OBJECT
public:
    explicit SceneSegments(Theme *theme, QWidget *parent = nullptr);

    /// `seen`: for each scene whether it was seen or its goal reached; `names` for the tips.
    void setScenes(const QStringList &names, const std::vector<bool> &seen, int current);
    QSize sizeHint() const override { return {m_theme->space(60), m_theme->space(6)}; }
    QSize minimumSizeHint() const override { return {m_theme->space(8), m_theme->space(6)}; }
    /// Where segment i stands.
    QRectF segment(int i) const;

signals:
    void chosen(int scene);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    int at(const QPointF &place) const;

    Theme *m_theme;
    QStringList m_names;
    std::vector<bool> m_seen;
    int m_current = 0, m_hovered = -1;
};

} // namespace zhibei
