#include "core/data/class_folders.h"
#include "core/data/data_sources.h"
#include "core/data/options.h"
#include "core/data/picture_file.h"

namespace zhibei {

namespace {

AttributeSpec sideOption(const char *id, const char *text, const char *help)
{
    AttributeSpec spec;
    spec.id = id;
    spec.text = text;
    spec.help = help;
    spec.defaultValue = int64_t(32);
    spec.minimum = 1;
    spec.maximum = 512;
    spec.logarithmic = true;
    return spec;
}

std::vector<AttributeSpec> options()
{
    AttributeSpec folder, colour;
    folder.id = "folder";
    folder.text = ZB_TEXT("Folder");
    folder.help = ZB_TEXT("A folder with a subfolder for each class; its name is the name of the class.");
    folder.type = AttributeType::Text;
    folder.defaultValue = std::string();
    colour.id = "colour";
    colour.text = ZB_TEXT("Colour");
    colour.help = ZB_TEXT("On: three channels, red, green and blue. Off: grey, one channel.");
    colour.type = AttributeType::Switch;
    colour.defaultValue = true;
    return {folder, sideOption("width", ZB_TEXT("Width"), ZB_TEXT("All pictures are resized to this width, in pixels.")),
            sideOption("height", ZB_TEXT("Height"), ZB_TEXT("All pictures are resized to this height, in pixels.")), colour};
}

Dataset make(const DataSpec &spec, const std::string &)
{
    const int64_t width = integerOption(folderSource, spec, "width"), height = integerOption(folderSource, spec, "height");
    const bool colour = switchOption(folderSource, spec, "colour");
    return readClassFolders(textOption(folderSource, spec, "folder"), {colour ? 3 : 1, height, width}, [=](const std::string &path) {
        const std::optional<Picture> picture = readPicture(path);
        return picture ? resized(*picture, width, height, colour) : std::vector<float>();
    });
}

} // namespace

const DataSource folderSource = {
    .id = "folder",
    .text = ZB_TEXT("Folder of pictures"),
    .help = ZB_TEXT("Your own pictures (PNG, JPEG, BMP, GIF), sorted into a subfolder for each class."),
    .keywords = "folder pictures photos png jpeg jpg bmp gif own 文件夹 图像 图片 照片 分类",
    .icon = "folder-open",
    .family = DataFamily::Pictures,
    .options = options(),
    .make = make,
};

} // namespace zhibei
