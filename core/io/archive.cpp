#include "core/io/archive.h"

#include "core/io/file_error.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <set>

namespace zhibei {

namespace {

constexpr zip_int64_t mostEntries = 1000;
constexpr zip_uint64_t mostRatio = 1100; // deflate cannot do better than 1032 : 1

struct ZipDiscard {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
struct ZipFileClose {
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
struct ZipSourceFree {
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, ZipDiscard>;
using ArchiveFile = std::unique_ptr<zip_file_t, ZipFileClose>;
using Source = std::unique_ptr<zip_source_t, ZipSourceFree>;

FileError damaged(const std::string &path)
{
    return FileError({ZB_TEXT("“%1” is damaged: it is not a complete Zhibei project. Open an older copy."), {path}});
}

bool leavesFolder(const std::string &name)
{
    return name.empty() || name[0] == '/' || name.find('\\') != std::string::npos || name.find(':') != std::string::npos
           || ("/" + name + "/").find("/../") != std::string::npos;
}

void checkNames(zip_t *archive, const std::string &path)
{
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count < 0 || count > mostEntries)
        throw damaged(path);
    std::set<std::string> names;
    for (zip_int64_t i = 0; i < count; ++i) {
        const char *name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
        if (!name)
            throw damaged(path);
        if (leavesFolder(name))
            throw FileError({ZB_TEXT("“%1” holds the file name “%2”, which points outside it: do not trust this file."), {path, name}});
        if (!names.insert(name).second)
            throw FileError({ZB_TEXT("“%1” holds “%2” twice: it is damaged."), {path, name}});
    }
}

Bytes readEntry(zip_t *archive, const WantedEntry &wanted, const zip_stat_t &about, const std::string &path)
{
    constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if ((about.valid & needed) != needed || about.encryption_method != ZIP_EM_NONE
        || (about.comp_method != ZIP_CM_STORE && about.comp_method != ZIP_CM_DEFLATE))
        throw damaged(path);
    if (about.size > wanted.mostBytes || about.size / mostRatio > about.comp_size)
        throw FileError({ZB_TEXT("“%1” holds “%2” of an impossible size: do not trust this file."), {path, wanted.name}});
    const ArchiveFile file(zip_fopen_index(archive, about.index, 0));
    if (!file)
        throw damaged(path);
    constexpr size_t piece = 1 << 20;
    Bytes bytes;
    while (bytes.size() < about.size) { // grows with what is there, whatever the archive claims
        const size_t at = bytes.size(), count = std::min<size_t>(piece, about.size - at);
        bytes.resize(at + count);
        const zip_int64_t got = zip_fread(file.get(), bytes.data() + at, count);
        if (got <= 0)
            throw damaged(path);
        bytes.resize(at + static_cast<size_t>(got));
    }
    unsigned char extra = 0; // the checksum is compared at the end
    if (zip_fread(file.get(), &extra, 1) != 0)
        throw damaged(path);
    return bytes;
}

FileError cannotPack()
{
    return FileError({ZB_TEXT("The project could not be packed: there is not enough memory."), {}});
}

void addEntry(zip_t *archive, const NewEntry &entry)
{
    Source source(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
    if (!source)
        throw cannotPack();
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0)
        throw cannotPack();
    source.release(); // belongs to the archive now
    const auto i = static_cast<zip_uint64_t>(index);
    constexpr zip_uint16_t date = (0 << 9) | (1 << 5) | 1; // 1980-01-01: the same project, the same bytes
    if (zip_set_file_compression(archive, i, entry.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) < 0
        || zip_file_set_dostime(archive, i, 0, date, 0) < 0)
        throw cannotPack();
}

Bytes contents(zip_source_t *source)
{
    if (zip_source_open(source) < 0)
        throw cannotPack();
    Bytes bytes;
    zip_stat_t about;
    zip_stat_init(&about);
    bool good = zip_source_stat(source, &about) == 0 && (about.valid & ZIP_STAT_SIZE);
    if (good) {
        bytes.resize(about.size);
        good = zip_source_read(source, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size());
    }
    zip_source_close(source);
    if (!good)
        throw cannotPack();
    return bytes;
}

} // namespace

std::map<std::string, Bytes> readArchive(const std::string &path, const std::vector<WantedEntry> &wanted)
{
    int error = 0;
    const Archive archive(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive)
        throw damaged(path);
    checkNames(archive.get(), path);
    std::map<std::string, Bytes> entries;
    for (const WantedEntry &entry : wanted) {
        zip_stat_t about;
        zip_stat_init(&about);
        if (zip_stat(archive.get(), entry.name.c_str(), 0, &about) == 0)
            entries[entry.name] = readEntry(archive.get(), entry, about, path);
    }
    return entries;
}

std::vector<std::string> archiveNames(const std::string &path)
{
    int error = 0;
    const Archive archive(zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive)
        throw damaged(path);
    checkNames(archive.get(), path);
    std::vector<std::string> names;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i)
        names.emplace_back(zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), 0));
    return names;
}

Bytes makeArchive(const std::vector<NewEntry> &entries)
{
    zip_error_t error;
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source)
        throw cannotPack();
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
    if (!archive)
        throw cannotPack();
    zip_source_keep(source.get()); // the archive takes one reference, `source` keeps the other
    for (const NewEntry &entry : entries)
        addEntry(archive.get(), entry);
    if (zip_close(archive.get()) < 0)
        throw cannotPack();
    archive.release();
    return contents(source.get());
}

} // namespace zhibei
