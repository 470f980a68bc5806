#pragma once

#include "core/data/data_source.h"
#include "core/network/network.h"
#include "core/tensor/tensor.h"

namespace zhibei {

/// Everything a document keeps. A plain value.
struct Project {
    std::string title;           ///< templates: marked text; own documents: empty (the file name serves)
    Network network;
    DataSpec data;
    Attributes training;         ///< see trainingSchema(); those that differ from the defaults
    std::map<std::string, Tensor> weights; ///< by full name; empty: from the seed
    int64_t steps = 0;           ///< how many steps those weights have been trained
    std::string view;            ///< JSON object: which views are open and where; opaque to core

    bool operator==(const Project &other) const
    {
        return title == other.title && network == other.network && data == other.data && training == other.training;
    }
};

} // namespace zhibei
