// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/secrets.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

namespace rondetafel
{

namespace
{

namespace files = std::filesystem;

/// A folder that is gone afterwards.
struct Folder
{
    Folder() : path(files::temp_directory_path() / ("rondetafel-" + hex(SystemRandomness{}.bytes(8)))) {}
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { files::remove_all(path); }
    files::path path;
};

void write(const files::path& file, const std::string& bytes)
{
    files::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

const std::string master(32, 'k');
constexpr KeyPurpose purposes[] = {KeyPurpose::link, KeyPurpose::lookup, KeyPurpose::form, KeyPurpose::seal};

TEST(Randomness, NeverRepeatsItself)
{
    SystemRandomness randomness;
    std::set<std::string> seen;
    for (int made = 0; made < 1000; ++made)
        seen.insert(randomness.bytes(16));
    EXPECT_EQ(seen.size(), 1000U);
    EXPECT_EQ(randomness.bytes(0), "");
}

TEST(TheKeyFile, IsMadeOnceAndForItsOwnerOnly)
{
    const Folder folder;
    const auto made = Keys::open(folder.path / "new", true);
    const auto file = folder.path / "new" / "master.key";
    EXPECT_EQ(files::file_size(file), 32U);
    EXPECT_EQ(files::status(file).permissions(), files::perms::owner_read | files::perms::owner_write);
    const auto opened = Keys::open(folder.path / "new", true);
    EXPECT_EQ(made.keyed_hash(KeyPurpose::link, "a"), opened.keyed_hash(KeyPurpose::link, "a"));
    EXPECT_EQ(Keys::open(folder.path / "new", false).keyed_hash(KeyPurpose::link, "a"),
              made.keyed_hash(KeyPurpose::link, "a"));
}

TEST(TheKeyFile, MustBeThereAndHold32Bytes)
{
    const Folder folder;
    EXPECT_THROW(Keys::open(folder.path, false), std::runtime_error);
    for (const std::size_t size : {0U, 31U, 33U, 64U})
    {
        write(folder.path / "master.key", std::string(size, 'x'));
        EXPECT_THROW(Keys::open(folder.path, true), std::runtime_error) << size;
    }
    EXPECT_THROW(Keys{"short"}, std::runtime_error);
    write(folder.path / "file", "");
    EXPECT_ANY_THROW(Keys::open(folder.path / "file", true)) << "a file where the folder should be";
}

TEST(AKeyedHash, DependsOnKeyPurposeAndMessage)
{
    const Keys keys(master);
    std::set<std::string> hashes;
    for (const auto purpose : purposes)
        for (const auto* message : {"", "a", "b"})
        {
            hashes.insert(keys.keyed_hash(purpose, message));
            hashes.insert(Keys(std::string(32, 'l')).keyed_hash(purpose, message));
        }
    EXPECT_EQ(hashes.size(), 24U);
    for (const auto& hash : hashes)
        EXPECT_EQ(hash.size(), 32U);
}

TEST(AKeyedHash, StaysTheSameFromReleaseToRelease)
{
    // A change here would make every link that is out in the world a dead one.
    const Keys keys(master);
    EXPECT_EQ(hex(keys.keyed_hash(KeyPurpose::link, "row 1")),
              "57fd320dcb304c0d9e7a4dee080c8748c7b30dc7e634026a9043130f10aa3ef3");
    EXPECT_EQ(hex(keys.keyed_hash(KeyPurpose::lookup, "row 1")),
              "010c1cab6780b020bf93f90e9e9b5402b6ebbcf1ae88873b943bbaf54d662867");
}

TEST(ASealedValue, OpensWithItsOwnKeyOnly)
{
    SystemRandomness randomness;
    const Keys keys(master);
    for (const auto& plain :
         {std::string{}, std::string("a"), std::string("\0\xff", 2), std::string(4000, 'p')})
    {
        const auto sealed = keys.seal(plain, randomness);
        EXPECT_EQ(keys.unseal(sealed), plain);
        EXPECT_EQ(Keys(std::string(32, 'l')).unseal(sealed), std::nullopt);
        EXPECT_NE(sealed, keys.seal(plain, randomness)) << "the same value never looks the same";
        EXPECT_EQ(
            sealed.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
    }
}

TEST(ASealedValue, IsRefusedWhenAnythingChanged)
{
    SystemRandomness randomness;
    const Keys keys(master);
    const auto sealed = keys.seal("staff 1", randomness);
    for (std::size_t at = 0; at < sealed.size(); ++at)
    {
        auto changed = sealed;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        EXPECT_EQ(keys.unseal(changed), std::nullopt) << at;
        EXPECT_EQ(keys.unseal(sealed.substr(0, at)), std::nullopt) << at;
    }
    for (const auto* bad : {"", "A", "====", "not base64!", "AAAA AAAA"})
        EXPECT_EQ(keys.unseal(bad), std::nullopt) << bad;
    EXPECT_EQ(keys.unseal(sealed + "AAAA"), std::nullopt);
}

TEST(APassword, MatchesItsOwnHashOnly)
{
    const auto hash = hash_password("correct horse battery staple");
    EXPECT_EQ(hash.rfind("$argon2id$v=19$m=65536,t=3,p=1$", 0), 0U) << hash;
    EXPECT_TRUE(password_matches(hash, "correct horse battery staple"));
    EXPECT_FALSE(password_matches(hash, "correct horse battery stapl"));
    EXPECT_FALSE(password_matches(hash, ""));
    for (const auto& bad : {std::string{}, std::string("x"), std::string(500, '$'), hash.substr(0, 40)})
        EXPECT_FALSE(password_matches(bad, "correct horse battery staple")) << bad;
    waste_time_of_password("whatever");
}

TEST(APassword, IsTakenExactlyAsTyped)
{
    const auto hash = hash_password(std::string("nul\0inside and more", 19));
    EXPECT_TRUE(password_matches(hash, std::string("nul\0inside and more", 19)));
    EXPECT_FALSE(password_matches(hash, "nul"));
}

TEST(Bytes, AreWrittenInHex)
{
    EXPECT_EQ(hex(""), "");
    EXPECT_EQ(hex(std::string("\0\x0f\xff", 3)), "000fff");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Bytes, AreWrittenInBase32WithoutLettersThatLookAlike)
{
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32(std::string(1, '\xff')), "zw");
    EXPECT_EQ(base32("hello"), "d1jprv3f");
    EXPECT_EQ(base32(std::string(20, '\0')), std::string(32, '0'));
    EXPECT_EQ(base32("hello!").find_first_of("ilou"), std::string::npos);
}

TEST(Bytes, AreWrittenAndReadInBase64ForAddresses)
{
    EXPECT_EQ(base64url(""), "");
    EXPECT_EQ(base64url("\xfb\xff"), "-_8");
    EXPECT_EQ(from_base64url(""), "");
    SystemRandomness randomness;
    for (std::size_t size = 0; size < 70; ++size)
    {
        const auto bytes = randomness.bytes(size);
        EXPECT_EQ(from_base64url(base64url(bytes)), bytes);
    }
    for (const auto* bad : {"-_8=", "+/8", "-_8\n", "a", "-_9", " -_8"})
        EXPECT_EQ(from_base64url(bad), std::nullopt) << bad;
}

TEST(Secrets, AreEqualWhenEveryByteIs)
{
    EXPECT_TRUE(equal_secret("", ""));
    EXPECT_TRUE(equal_secret("abc", "abc"));
    EXPECT_FALSE(equal_secret("abc", "abd"));
    EXPECT_FALSE(equal_secret("abc", "ab"));
    EXPECT_FALSE(equal_secret("", "a"));
}

} // namespace

} // namespace rondetafel
