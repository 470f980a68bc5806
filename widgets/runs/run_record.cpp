#include "widgets/runs/run_record.h"

#include <algorithm>

namespace zhibei {

void noteBest(RunRecord &run, const History::Curves &curves)
{
    for (const Evaluation &evaluation : curves.evaluations) {
        if (evaluation.test.loss)
            run.bestLoss = std::min(run.bestLoss.value_or(*evaluation.test.loss), *evaluation.test.loss);
        if (evaluation.test.accuracy)
            run.bestAccuracy = std::max(run.bestAccuracy.value_or(*evaluation.test.accuracy), *evaluation.test.accuracy);
    }
}

} // namespace zhibei
