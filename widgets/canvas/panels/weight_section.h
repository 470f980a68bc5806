#pragma once

#include "core/train/observer.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace zhibei {

class Theme;
class WeightTable;

/// Some rows of one parameter: a number to read and change, with a heat map to choose it from where there are many.
class WeightSection : public QWidget {
    Q_OBJECT
public:
    WeightSection(Theme *theme, const QString &fullName, int64_t firstRow, int64_t rows, QWidget *parent = nullptr);

    /// Takes the newest values; false if the parameter is gone or has another shape.
    bool refresh(const Snapshot &snapshot);
    QDoubleSpinBox *valueField() const { return m_value; }
    WeightTable *table() const { return m_table; }
    /// The number that is shown.
    double value() const;

signals:
    /// k: index in row-major order of the parameter's shape.
    void edited(const QString &fullName, qint64 k, float value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showCurrent();
    void onEdited(double value);

    Theme *m_theme;
    QString m_fullName;
    int64_t m_firstRow, m_rows, m_columns = 1;
    std::vector<float> m_values;
    QLabel *m_caption, *m_place;
    WeightTable *m_table;
    QDoubleSpinBox *m_value;
    QSlider *m_slider;
};

} // namespace zhibei
