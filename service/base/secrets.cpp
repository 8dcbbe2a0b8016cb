// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/secrets.hpp>

#include <sodium.h>

#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unistd.h>

namespace rondetafel
{

namespace
{

constexpr std::size_t master_bytes = 32;
constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "rtlink01";

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void need_sodium()
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot start");
}

void write_new_key(const std::filesystem::path& file)
{
    std::filesystem::create_directories(file.parent_path());
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0)
        throw std::runtime_error("cannot make the key file " + file.string() + ": " + std::strerror(errno));
    const auto key = SystemRandomness{}.bytes(master_bytes);
    const auto written = ::write(handle, key.data(), key.size());
    const bool kept = written == static_cast<ssize_t>(key.size()) && ::fsync(handle) == 0;
    ::close(handle);
    if (!kept)
        throw std::runtime_error("cannot write the key file " + file.string());
}

} // namespace

std::string SystemRandomness::bytes(std::size_t count)
{
    need_sodium();
    std::string result(count, '\0');
    randombytes_buf(result.data(), result.size());
    return result;
}

Keys Keys::open(const std::filesystem::path& folder, bool create)
{
    const auto file = folder / "master.key";
    if (create && !std::filesystem::exists(file))
        write_new_key(file);
    std::ifstream stream(file, std::ios::binary);
    const std::string master{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.is_open() || master.size() != master_bytes)
        throw std::runtime_error("the key file " + file.string() + " must be readable and hold 32 bytes");
    return Keys(master);
}

Keys::Keys(std::string_view master) : master_(master)
{
    need_sodium();
    if (master_.size() != master_bytes)
        throw std::runtime_error("a master key holds 32 bytes");
}

std::string Keys::key(KeyPurpose purpose) const
{
    std::string derived(32, '\0');
    crypto_kdf_derive_from_key(bytes_of(derived), derived.size(), static_cast<unsigned>(purpose), context,
                               bytes_of(std::string_view(master_)));
    return derived;
}

std::string Keys::keyed_hash(KeyPurpose purpose, std::string_view message) const
{
    const auto secret = key(purpose);
    std::string hash(32, '\0');
    crypto_generichash(bytes_of(hash), hash.size(), bytes_of(message), message.size(),
                       bytes_of(std::string_view(secret)), secret.size());
    return hash;
}

std::string Keys::seal(std::string_view plain, Randomness& randomness) const
{
    const auto secret = key(KeyPurpose::seal);
    auto sealed = randomness.bytes(crypto_secretbox_NONCEBYTES);
    const auto nonce = sealed;
    sealed.resize(nonce.size() + crypto_secretbox_MACBYTES + plain.size());
    crypto_secretbox_easy(bytes_of(sealed) + nonce.size(), bytes_of(plain), plain.size(),
                          bytes_of(std::string_view(nonce)), bytes_of(std::string_view(secret)));
    return base64url(sealed);
}

std::optional<std::string> Keys::unseal(std::string_view text) const
{
    const auto sealed = from_base64url(text);
    constexpr auto overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (!sealed || sealed->size() < overhead)
        return std::nullopt;
    const auto secret = key(KeyPurpose::seal);
    std::string plain(sealed->size() - overhead, '\0');
    const auto* nonce = bytes_of(std::string_view(*sealed));
    if (crypto_secretbox_open_easy(bytes_of(plain), nonce + crypto_secretbox_NONCEBYTES,
                                   sealed->size() - crypto_secretbox_NONCEBYTES, nonce,
                                   bytes_of(std::string_view(secret))) != 0)
        return std::nullopt;
    return plain;
}

std::string hash_password(const std::string& password)
{
    need_sodium();
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(hash, password.data(), password.size(), 3, std::size_t{64} << 20,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return hash;
}

bool password_matches(const std::string& hash, const std::string& password)
{
    need_sodium();
    return hash.size() < crypto_pwhash_STRBYTES &&
           crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void waste_time_of_password(const std::string& password)
{
    static const auto hash = hash_password("nobody has this password");
    static_cast<void>(password_matches(hash, password));
}

std::string hex(std::string_view bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes_of(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::string sha256_hex(std::string_view bytes)
{
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bytes_of(hash), bytes_of(bytes), bytes.size());
    return hex(hash);
}

std::string base32(std::string_view bytes)
{
    constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string text;
    unsigned buffer = 0;
    unsigned bits = 0;
    for (const char byte : bytes)
    {
        buffer = (buffer << 8U) | static_cast<unsigned char>(byte);
        bits += 8;
        while (bits >= 5)
        {
            bits -= 5;
            text += alphabet[(buffer >> bits) & 31U];
        }
        buffer &= (1U << bits) - 1U;
    }
    if (bits > 0)
        text += alphabet[(buffer << (5U - bits)) & 31U];
    return text;
}

std::string base64url(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<std::string> from_base64url(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, &end,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        end != text.data() + text.size())
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

bool equal_secret(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace rondetafel
