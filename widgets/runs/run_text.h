#pragma once

#include "core/io/project.h"
#include "widgets/runs/run_record.h"

namespace zhibei {

/// A run in a few words, in the language of the moment.
QString dataText(const Project &project);     ///< "Spiral"
QString networkText(const Project &project);  ///< "Dense 16 → Dense 2"
QString settingsText(const Project &project); ///< "Adam 0.003 · batch 10 · seed 1"
QString durationText(const RunRecord &run);   ///< "1:05", "0.8 s"
/// What it is called beside others: the note where there is one, else number and title.
QString runName(const RunRecord &run);

} // namespace zhibei
