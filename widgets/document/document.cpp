#include "widgets/document/document.h"

#include "widgets/theme/core_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileInfo>
#include <QUndoCommand>

namespace zhibei {

namespace {

/// What undo keeps: the project without weights, which belong to the training and may be large.
Project recipe(const Project &project)
{
    Project copy;
    copy.title = project.title;
    copy.network = project.network;
    copy.data = project.data;
    copy.training = project.training;
    return copy;
}

bool sameStructure(const Network &a, const Network &b)
{
    if (a.wires != b.wires || a.nodes.size() != b.nodes.size())
        return false;
    for (size_t i = 0; i < a.nodes.size(); ++i) {
        const Node &x = a.nodes[i], &y = b.nodes[i];
        if (x.id != y.id || x.kind != y.kind || x.attributes != y.attributes || x.group != y.group)
            return false;
    }
    return true;
}

using Apply = std::function<void(const Project &)>;

/// One edit, as the project before and after it.
class EditCommand : public QUndoCommand {
public:
    EditCommand(const char *name, QString mergeKey, Project before, Project after, Apply apply)
        : m_name(name), m_mergeKey(std::move(mergeKey)), m_before(std::move(before)), m_after(std::move(after)),
          m_apply(std::move(apply))
    {
        retranslate();
    }
    void retranslate() { setText(QCoreApplication::translate("Undo", m_name.c_str())); }
    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *edit = static_cast<const EditCommand *>(other);
        if (edit->m_mergeKey != m_mergeKey)
            return false;
        m_after = edit->m_after;
        setObsolete(m_before == m_after);
        return true;
    }
    void undo() override { m_apply(m_before); }
    void redo() override { m_apply(m_after); }

private:
    std::string m_name;
    QString m_mergeKey;
    Project m_before, m_after;
    Apply m_apply;
};

} // namespace

struct Document::Private {
    std::string resources;
    Project project;
    QString path;
    QUndoStack stack;
    std::shared_ptr<const Dataset> dataset;
    std::optional<DataSpec> madeFor; ///< the recipe `dataset` was made of
    Text dataProblem;
    DataType dataType;               ///< of the newest dataset that could be made
    Analysis analysis;
    bool opening = false;
    Guard guard;

    void makeData(const DataSpec &spec)
    {
        if (madeFor == spec)
            return;
        madeFor = spec;
        dataProblem = {};
        try {
            dataset = makeDataset(spec, resources);
            dataType = dataset->type();
        } catch (const DataError &error) {
            dataset.reset();
            dataProblem = error.text;
        } catch (const std::exception &error) {
            dataset.reset();
            dataProblem = {ZB_TEXT("The data could not be made: %1"), {error.what()}};
        }
    }

    /// Other data may want another number of answers: a layer that suited the old ones is made to suit the new.
    void fitToData(Project &next)
    {
        makeData(next.data);
        if (!dataProblem.empty())
            return;
        for (const Diagnostic &diagnostic : analyse(next.network, dataType).diagnostics)
            if (diagnostic.repair && !analysis.diagnostic(diagnostic.node))
                next.network.find(diagnostic.repair->node)->attributes[diagnostic.repair->attribute] = diagnostic.repair->value;
    }

    void analyseNetwork()
    {
        analysis = analyse(project.network, dataType);
        if (dataProblem.empty())
            return;
        std::vector<Diagnostic> first;
        for (const Node &node : project.network.nodes)
            if (node.kind == "input")
                first.push_back({node.id, dataProblem, true});
        analysis.diagnostics.insert(analysis.diagnostics.begin(), first.begin(), first.end());
    }
};

Document::Document(std::string resources, QObject *parent) : QObject(parent), d(std::make_shared<Private>())
{
    d->resources = std::move(resources);
    connect(&d->stack, &QUndoStack::cleanChanged, this, [this] {
        if (!d->opening)
            emit titleChanged();
    });
    d->makeData(d->project.data);
    d->analyseNetwork();
    QCoreApplication::instance()->installEventFilter(this);
}

const Project &Document::project() const { return d->project; }
const Network &Document::network() const { return d->project.network; }
const Analysis &Document::analysis() const { return d->analysis; }
std::shared_ptr<const Dataset> Document::dataset() const { return d->dataset; }
Text Document::dataProblem() const { return d->dataProblem; }
const std::string &Document::resources() const { return d->resources; }
QUndoStack *Document::undoStack() { return &d->stack; }
QString Document::path() const { return d->path; }
bool Document::isModified() const { return !d->stack.isClean(); }

void Document::edit(const char *name, const std::function<void(Project &)> &change, const QString &mergeKey)
{
    Project next = d->project;
    change(next);
    if (d->guard && !(next == d->project))
        if (const QString reason = d->guard(d->project, next); !reason.isEmpty()) {
            emit refused(reason);
            return;
        }
    d->project.weights = std::move(next.weights);
    d->project.steps = next.steps;
    d->project.view = std::move(next.view);
    if (next == d->project)
        return;
    if (next.data != d->project.data)
        d->fitToData(next);

    const auto apply = [this](const Project &to) {
        const Project from = recipe(d->project);
        d->project.title = to.title;
        d->project.network = to.network;
        d->project.data = to.data;
        d->project.training = to.training;

        const bool data = from.data != to.data;
        const bool structure = !sameStructure(from.network, to.network);
        if (data)
            d->makeData(d->project.data);
        if (data || structure)
            d->analyseNetwork();
        if (data)
            emit dataChanged();
        if (structure)
            emit networkChanged();
        else if (!(from.network == to.network))
            emit arranged();
        if (from.training != to.training)
            emit trainingChanged();
        if (from.title != to.title)
            emit titleChanged();
    };
    d->stack.push(new EditCommand(name, mergeKey, recipe(d->project), recipe(next), apply));
}

void Document::setGuard(Guard guard) { d->guard = std::move(guard); }

QString Document::newMergeKey()
{
    static quint64 last = 0; // only the application's thread edits
    return QString::number(++last);
}

void Document::setProject(Project project, const QString &path, bool modified)
{
    d->opening = true;
    d->project = std::move(project);
    d->path = path;
    d->stack.clear();
    if (modified)
        d->stack.resetClean();
    d->makeData(d->project.data);
    d->analyseNetwork();
    d->opening = false;
    emit opened();
}

QString Document::title() const
{
    if (!d->path.isEmpty())
        return QFileInfo(d->path).fileName();
    return d->project.title.empty() ? tr("Untitled") : coreText(d->project.title);
}

void Document::setSaved(const QString &path)
{
    d->path = path;
    d->opening = true;
    d->stack.setClean();
    d->opening = false;
    emit titleChanged();
}

bool Document::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance()) {
        for (int i = 0; i < d->stack.count(); ++i)
            if (auto *edit = dynamic_cast<EditCommand *>(const_cast<QUndoCommand *>(d->stack.command(i))))
                edit->retranslate();
        emit d->stack.undoTextChanged(d->stack.undoText());
        emit d->stack.redoTextChanged(d->stack.redoText());
        emit titleChanged();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace zhibei
