#include "tests/lesson/lesson_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <stdexcept>

namespace {

const char *const scenes = R"({"lesson": 1, "scenes": [
  {"id": "first", "start": {"template": "spiral-mlp"},
   "changes": [["set", "dense1.units", 4], ["data", "moons", {"noise": 0.2}], ["training", "seed", 3]],
   "show": ["canvas", "curves", "inside:dense1"], "hide": ["new_seed"], "lock": ["data"], "highlight": ["dense1"],
   "tries": {"more": [["set", "dense1.units", 8], ["play"]], "look": [["view", "landscape"]]},
   "goal": ["test_accuracy >= 0.9", "visited landscape"],
   "solution": [["view", "landscape"], ["set", "dense1.units", 8], ["play"]]},
  {"id": "second", "start": {"scene": "first"}, "pretrain": 20, "speed": 60, "playing": true, "show": ["canvas"]}
]}
)";

const char *const english = R"(# Deeper
More layers, more folds.

## first: Two layers
The first layer has four neurons. [More of them](do:more) bend the boundary better; [look](show:dense1) and [see](view:landscape).

- try more: Eight neurons
- try look: The landscape
- goal: Reach 90 %
- notice: There it is.
- hint: Press the button.
- hint: Wait.
- notes: Ask first.

## second: Watch
It goes on. Back to [the first](scene:first).
)";

const char *const chinese = R"(# 更深
层数越多，折得越多。

## first: 两层
第一层有四个神经元。[再多些](do:more)，边界弯得更好；[看这里](show:dense1)，再[看看](view:landscape)。

- try more: 八个神经元
- try look：损失曲面
- goal: 达到90%
- notice: 到了。
- hint: 按按钮。
- hint: 等一等。
- notes: 先提问。

## second：看着
它继续学。回到[第一幕](scene:first)。
)";

} // namespace

LessonFolder::LessonFolder()
{
    QDir(m_folder.path()).mkdir(QStringLiteral("08-deep"));
    write(QStringLiteral("lesson.json"), scenes);
    write(QStringLiteral("en.md"), english);
    write(QStringLiteral("zh.md"), chinese);
}

void LessonFolder::write(const QString &name, const QByteArray &content) const
{
    QFile file(QString::fromStdString(path()) + u'/' + name);
    QDir().mkpath(QFileInfo(file).path());
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw std::runtime_error("cannot write");
}

QByteArray LessonFolder::read(const QString &name) const
{
    QFile file(QString::fromStdString(path()) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read");
    return file.readAll();
}

void LessonFolder::replace(const QString &file, const QByteArray &what, const QByteArray &with) const
{
    QByteArray content = read(file);
    if (content.count(what) != 1)
        throw std::runtime_error((what + " is not there once").constData());
    write(file, content.replace(what, with));
}

std::vector<std::string> someViews() { return {"landscape", "inside", "gradients"}; }
