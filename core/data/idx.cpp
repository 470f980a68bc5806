#include "core/data/data_sources.h"
#include "core/data/idx_file.h"
#include "core/data/options.h"

namespace zhibei {

namespace {

AttributeSpec fileOption(const char *id, const char *text, const char *help)
{
    AttributeSpec spec;
    spec.id = id;
    spec.text = text;
    spec.help = help;
    spec.type = AttributeType::Text;
    spec.defaultValue = std::string();
    return spec;
}

Dataset make(const DataSpec &spec, const std::string &)
{
    return readPictures(textOption(idxSource, spec, "images"), textOption(idxSource, spec, "labels"));
}

} // namespace

const DataSource idxSource = {
    .id = "idx",
    .text = ZB_TEXT("IDX pictures"),
    .help = ZB_TEXT("Your own pictures in the format of the MNIST files: one file of images, one of labels."),
    .keywords = "idx mnist fashion images ubyte gz 图像 文件",
    .icon = "images",
    .family = DataFamily::Pictures,
    .options = {fileOption("images", ZB_TEXT("File of images"), ZB_TEXT("An IDX file of bytes, packed with gzip or not.")),
                fileOption("labels", ZB_TEXT("File of labels"), ZB_TEXT("An IDX file with one class index an image."))},
    .make = make,
};

} // namespace zhibei
