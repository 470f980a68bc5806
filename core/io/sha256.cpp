#include "core/io/sha256.h"

#include <openssl/evp.h>

#include <stdexcept>

namespace zhibei {

namespace {

EVP_MD_CTX *context(void *pointer)
{
    return static_cast<EVP_MD_CTX *>(pointer);
}

void require(int result)
{
    if (result != 1)
        throw std::runtime_error("SHA-256 is not available");
}

} // namespace

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    if (!m_context)
        throw std::bad_alloc();
    if (EVP_DigestInit_ex(context(m_context), EVP_sha256(), nullptr) != 1) {
        EVP_MD_CTX_free(context(m_context));
        throw std::runtime_error("SHA-256 is not available");
    }
}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(context(m_context));
}

void Sha256::add(const void *bytes, size_t count)
{
    require(EVP_DigestUpdate(context(m_context), bytes, count));
}

std::string Sha256::hex()
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    require(EVP_DigestFinal_ex(context(m_context), digest, &size));
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < size; ++i) {
        text += digits[digest[i] >> 4];
        text += digits[digest[i] & 15];
    }
    return text;
}

} // namespace zhibei
