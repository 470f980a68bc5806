#pragma once

#include "core/probes/doctor.h"
#include "widgets/views/view.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace zhibei {

class FindingCard;

/// Says in plain words what is wrong with the network or its training, with the number that gave it away and one thing to
/// try; and when nothing is, that all is well. A finding goes to its node.
class DoctorView : public View {
    Q_OBJECT
public:
    explicit DoctorView(Theme *theme, QWidget *parent = nullptr);

    std::vector<std::shared_ptr<const Probe>> probes() const override;
    Figure figure() const override;
    QSize sizeHint() const override;
    const std::vector<Finding> &findings() const { return m_findings; }
    QString verdict() const; ///< the line above the findings

protected:
    void onData() override;
    void onAnswer(const QString &key, const std::shared_ptr<const Answer> &answer) override;
    void retranslate() override;
    void restyle() override;

private:
    void showFindings();
    void paint(QPaintDevice &device, const QSize &size) const;
    QString csv() const;

    bool m_asked = false; ///< an answer has come
    std::shared_ptr<const Diagnosis> m_diagnosis;
    std::vector<Finding> m_findings;
    QLabel *m_icon, *m_verdict, *m_looked;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list;
    QList<FindingCard *> m_cards;
};

} // namespace zhibei
