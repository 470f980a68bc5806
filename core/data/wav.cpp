#include "core/data/class_folders.h"
#include "core/data/data_sources.h"
#include "core/data/options.h"
#include "core/data/sound.h"

#include <cmath>

namespace zhibei {

namespace {

std::vector<AttributeSpec> options()
{
    AttributeSpec folder, rate, seconds;
    folder.id = "folder";
    folder.text = ZB_TEXT("Folder");
    folder.help = ZB_TEXT("A folder with a subfolder for each class; its name is the name of the class.");
    folder.type = AttributeType::Text;
    folder.defaultValue = std::string();
    rate.id = "rate";
    rate.text = ZB_TEXT("Sampling rate");
    rate.help = ZB_TEXT("All sounds are brought to so many samples a second. Speech needs 8,000.");
    rate.defaultValue = int64_t(8000);
    rate.minimum = 2000;
    rate.maximum = 48000;
    rate.logarithmic = true;
    seconds.id = "seconds";
    seconds.text = ZB_TEXT("Seconds");
    seconds.help = ZB_TEXT("So much of each sound is taken; silence follows a shorter one.");
    seconds.type = AttributeType::Real;
    seconds.defaultValue = 1.0;
    seconds.minimum = 0.1;
    seconds.maximum = 10;
    seconds.logarithmic = true;
    return {folder, rate, seconds};
}

Dataset make(const DataSpec &spec, const std::string &)
{
    const int64_t rate = integerOption(wavSource, spec, "rate");
    const auto count = static_cast<int64_t>(std::lround(double(rate) * realOption(wavSource, spec, "seconds")));
    const SpectrogramSize size = spectrogramSize(rate, count);
    return readClassFolders(textOption(wavSource, spec, "folder"), {1, size.frequencies, size.frames}, [=](const std::string &path) {
        const auto sound = readSound(path, rate, count);
        return sound ? spectrogram(*sound, size) : std::vector<float>();
    });
}

} // namespace

const DataSource wavSource = {
    .id = "wav",
    .text = ZB_TEXT("Folder of sounds"),
    .help = ZB_TEXT("Your own sounds (WAV), sorted into a subfolder for each class. The network sees their spectrograms: time to the right, pitch upwards."),
    .keywords = "wav sound audio speech voice spectrogram folder 声音 音频 语音 语谱图 文件夹",
    .icon = "audio-lines",
    .family = DataFamily::Pictures,
    .options = options(),
    .make = make,
};

} // namespace zhibei
