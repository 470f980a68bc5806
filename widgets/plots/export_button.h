#pragma once

#include "widgets/plots/figure_export.h"
#include "widgets/theme/theme.h"

#include <QToolButton>

namespace zhibei {

/// The small button beside a figure: its menu saves the figure as PNG (three sizes), SVG, PDF, or its numbers as CSV.
class ExportButton : public QToolButton {
    Q_OBJECT
public:
    /// `figure` is asked for when something is saved.
    ExportButton(Theme *theme, std::function<Figure()> figure, QWidget *parent = nullptr);

signals:
    void exported(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void restyle();
    QAction *addFormat(const QString &suffix, const QSize &size = {}, double scale = 0);
    void save(const QString &suffix, const QSize &size, double scale);

    Theme *m_theme;
    std::function<Figure()> m_figure;
    QList<QAction *> m_actions; ///< in the order of their texts in retranslate()
};

} // namespace zhibei
