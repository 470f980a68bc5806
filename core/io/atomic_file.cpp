#include "core/io/atomic_file.h"

#include "core/io/file_error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <vector>

namespace zhibei {

namespace {

FileError cannotSave(const std::string &path, int error)
{
    return FileError({ZB_TEXT("“%1” could not be saved: %2. Choose another place; the old file is unchanged."),
                      {path, std::strerror(error)}});
}

/// The new file beside the old one; removes itself unless renamed.
class NewFile {
public:
    NewFile(const std::string &target, const std::string &shown) : m_shown(shown)
    {
        const auto slash = target.rfind('/');
        const std::string folder = slash == std::string::npos ? "" : target.substr(0, slash + 1);
        const std::string pattern = folder + "." + target.substr(folder.size()).substr(0, 200) + ".XXXXXX";
        m_name.assign(pattern.c_str(), pattern.c_str() + pattern.size() + 1);
        m_descriptor = mkostemp(m_name.data(), O_CLOEXEC);
        if (m_descriptor < 0)
            throw cannotSave(m_shown, errno);
    }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;
    ~NewFile()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
        if (!m_renamed)
            unlink(m_name.data());
    }

    void write(std::span<const unsigned char> bytes)
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0)
                throw cannotSave(m_shown, written < 0 ? errno : EIO);
            bytes = bytes.subspan(static_cast<size_t>(written));
        }
    }

    void finish(const std::string &target)
    {
        struct stat old {};
        mode_t mode = 0;
        if (stat(target.c_str(), &old) == 0) {
            mode = old.st_mode & 0777;
        } else {
            const mode_t mask = umask(0);
            umask(mask);
            mode = 0666 & ~mask;
        }
        require(fchmod(m_descriptor, mode) == 0);
        require(fsync(m_descriptor) == 0);
        const int descriptor = m_descriptor;
        m_descriptor = -1;
        require(close(descriptor) == 0);
        require(rename(m_name.data(), target.c_str()) == 0);
        m_renamed = true;
    }

private:
    void require(bool good) const
    {
        if (!good)
            throw cannotSave(m_shown, errno);
    }

    std::string m_shown;
    std::vector<char> m_name;
    int m_descriptor = -1;
    bool m_renamed = false;
};

/// So that the new name itself survives a power cut. The file is complete already, so a failure here is none.
void flushFolder(const std::string &target)
{
    const auto slash = target.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : target.substr(0, slash + 1);
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

} // namespace

void writeFileAtomically(const std::string &path, std::span<const unsigned char> bytes)
{
    std::error_code error;
    const auto real = std::filesystem::canonical(path, error); // through links; fails for a new file, which has none
    const std::string target = error ? path : real.string();
    if (std::filesystem::is_directory(target, error))
        throw cannotSave(path, EISDIR);
    NewFile file(target, path);
    file.write(bytes);
    file.finish(target);
    flushFolder(target);
}

} // namespace zhibei
