#include "core/io/onnx/onnx_import.h"

#include "core/io/onnx/onnx_importer.h"

namespace zhibei {

/// The second pass knows which inputs the first one used, and what their indices count.
OnnxNetwork importOnnx(const OnnxModel &model, const OnnxBindings &bindings)
{
    std::set<std::string> all;
    for (const OnnxPort &port : model.inputs)
        all.insert(port.name);
    std::optional<FileError> first;
    for (const int batchAxis : {0, 1, -1}) {
        try {
            OnnxImporter look(model, bindings, batchAxis, all);
            look.run();
            OnnxImporter importer(model, bindings, batchAxis, look.used());
            importer.setVocabulary(look.vocabulary());
            return importer.run();
        } catch (const FileError &error) {
            if (!first)
                first = error;
        }
    }
    throw *first;
}

} // namespace zhibei
