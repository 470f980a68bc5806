#pragma once

#include <map>
#include <string>
#include <vector>

namespace zhibei {

using Bytes = std::vector<unsigned char>;

/// An entry of an archive to look for, and how large it may be.
struct WantedEntry {
    std::string name;
    size_t mostBytes = 0;
};

/// Reads the wanted entries of a zip file that may be hostile: names that leave the folder, names given twice, encrypted
/// or oversized entries and wrong checksums are refused; other entries are left alone. Throws FileError.
std::map<std::string, Bytes> readArchive(const std::string &path, const std::vector<WantedEntry> &wanted);

/// The names of all entries of such a file. Throws FileError.
std::vector<std::string> archiveNames(const std::string &path);

/// An entry to write; `packed`: compress it.
struct NewEntry {
    std::string name;
    Bytes bytes;
    bool packed = true;
};

/// A zip file in memory; the same entries give the same bytes. Throws FileError.
Bytes makeArchive(const std::vector<NewEntry> &entries);

} // namespace zhibei
