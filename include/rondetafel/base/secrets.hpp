// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rondetafel
{

/// Where unpredictable bytes come from; injected, so that tests can repeat a run.
class Randomness
{
public:
    virtual ~Randomness() = default;
    /// `count` bytes, as a binary string.
    virtual std::string bytes(std::size_t count) = 0;
};

/// libsodium's generator (the kernel's). Safe to use from several threads.
class SystemRandomness : public Randomness
{
public:
    std::string bytes(std::size_t count) override;
};

/// What each derived key is for; a key never serves two purposes (docs: operations, key file).
enum class KeyPurpose : unsigned
{
    link = 1,   ///< derives the secret of a personal link from its row
    lookup = 2, ///< the keyed hash by which a secret is found in the database
    form = 4,   ///< tokens that protect forms against forgery from other sites
    seal = 5    ///< encrypts values at rest and in cookies
};

/// The keys derived from one master key file of 32 bytes, kept outside the database.
/// Throws std::runtime_error with a clear line when the file cannot be read or has the wrong size.
class Keys
{
public:
    /// Reads `folder`/master.key; makes it (mode 0600) when it is absent and `create` is true.
    static Keys open(const std::filesystem::path& folder, bool create);
    /// For tests: keys from 32 given bytes.
    explicit Keys(std::string_view master);

    /// 32 bytes: BLAKE2b of `message`, keyed for `purpose`.
    std::string keyed_hash(KeyPurpose purpose, std::string_view message) const;
    /// Encrypts and authenticates (XSalsa20-Poly1305); the result is base64url text fit for a cookie.
    std::string seal(std::string_view plain, Randomness& randomness) const;
    /// The plain text, or nothing when it was not sealed with this key.
    std::optional<std::string> unseal(std::string_view sealed) const;

private:
    std::string key(KeyPurpose purpose) const;
    std::string master_;
};

/// argon2id, 64 MiB, 3 passes (security: passwords). Costs about a tenth of a second; run it on a heavy worker.
std::string hash_password(const std::string& password);
bool password_matches(const std::string& hash, const std::string& password);
/// Spends the same time as a real check, for accounts that do not exist.
void waste_time_of_password(const std::string& password);

std::string hex(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);
/// Crockford base32 in lower case, without padding; safe in mail and for typing over.
std::string base32(std::string_view bytes);
std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);
/// Compares in constant time.
bool equal_secret(std::string_view left, std::string_view right);

} // namespace rondetafel
