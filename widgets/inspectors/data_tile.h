#pragma once

#include "core/data/data_source.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace zhibei {

/// A data set to choose, with a small picture of what it looks like.
class DataTile : public QAbstractButton {
    Q_OBJECT
public:
    DataTile(Theme *theme, const DataSource &source, std::string resources, QWidget *parent = nullptr);

    const DataSource &source() const { return m_source; }
    void retranslate();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintSamples(QPainter &painter, const QRectF &place) const;
    void makeSample();

    Theme *m_theme;
    const DataSource &m_source;
    std::string m_resources;
    std::shared_ptr<const Dataset> m_sample; ///< a small one; null: the icon is drawn
};

} // namespace zhibei
