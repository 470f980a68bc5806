#pragma once

#include "core/data/csv_column.h"
#include "core/data/data_source.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace zhibei {

class AttributeEditor;
class CsvColumns;
class DataTile;
class Document;
class Theme;
class TileGrid;

/// Where the samples come from: the data set, its options, derived inputs, the split, and for a table its columns.
class DataPanel : public QWidget {
    Q_OBJECT
public:
    DataPanel(Theme *theme, Document *document, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const DataSource &source);
    void setDerived(const std::string &id, bool on);
    void setOption(const std::string &id, const Value &value, const QString &mergeKey);
    void refresh();
    void refreshDerived(DataFamily family);
    void refreshTable(std::vector<AttributeSpec> &schema);
    void restyle();
    void retranslate();
    QString counts() const;

    Theme *m_theme;
    Document *m_document;
    TileGrid *m_tileGrid;
    std::vector<DataTile *> m_tiles;
    AttributeEditor *m_options, *m_split;
    QLabel *m_derivedCaption, *m_counts, *m_note;
    TileGrid *m_derivedGrid = nullptr;
    std::optional<DataFamily> m_derivedFamily;
    std::vector<std::pair<std::string, QToolButton *>> m_derived;
    CsvColumns *m_columns;
    std::string m_inspected; ///< the file and options that m_summary was read for
    CsvSummary m_summary;
};

} // namespace zhibei
