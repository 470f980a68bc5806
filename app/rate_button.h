#pragma once

#include <QToolButton>

class QLabel;
class QLineEdit;
class QMenu;
class QSlider;

namespace zhibei {

class Theme;

/// The learning rate: shows it, and opens a slider in factors with a field to type it.
class RateButton : public QToolButton {
    Q_OBJECT
public:
    explicit RateButton(Theme *theme, QWidget *parent = nullptr);

    /// Nothing: the network has no loss node, the button is disabled.
    void setRate(std::optional<double> rate);
    /// Only the number, without the word.
    void setCompact(bool compact);

    /// The slider's range, in powers of ten.
    static constexpr double lowest = -6, highest = 1;

signals:
    /// Equal keys belong to one drag.
    void rateChosen(double rate, const QString &mergeKey);

protected:
    void changeEvent(QEvent *event) override;

private:
    void onSlider(int position);
    void onTyped();
    void showRate();
    void retranslate();

    Theme *m_theme;
    QMenu *m_popup;
    QLabel *m_name;
    QSlider *m_slider;
    QLineEdit *m_field;
    double m_rate = 0;
    bool m_compact = false;
    QString m_mergeKey;
};

/// "0.001", "3e-05": a learning rate for people.
QString rateText(double rate);

} // namespace zhibei
