// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/zip_check.hpp>

#include <array>
#include <memory>
#include <set>
#include <string>

#include <zip.h>

namespace rondetafel::documents
{

namespace
{

struct CloseZip
{
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile
{
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

constexpr std::uint64_t ratio_counts_from = 1024 * 1024;
constexpr const char* not_word = "word.not_word";
constexpr const char* broken = "word.broken";
constexpr const char* too_large = "word.too_large";

bool is_plain_name(std::string_view name)
{
    return !name.empty() && !name.starts_with('/') && name.find('\\') == std::string_view::npos &&
           name.find(':') == std::string_view::npos && ("/" + std::string(name) + "/").find("/../") == std::string::npos;
}

/// Goes through the entries of one zip; says the code of what is wrong, or nothing.
class Check
{
public:
    Check(zip_t* zip, const ZipLimits& limits) : zip_(zip), limits_(limits) {}

    const char* run()
    {
        const auto entries = static_cast<std::uint64_t>(zip_get_num_entries(zip_, 0));
        if (entries > limits_.entries)
            return too_large;
        for (std::uint64_t index = 0; index < entries; ++index)
            if (const auto* wrong = look(index))
                return wrong;
        for (std::uint64_t index = 0; index < entries; ++index)
            if (const auto* wrong = unpack(index))
                return wrong;
        return names_.contains("[Content_Types].xml") && names_.contains("word/document.xml") ? nullptr : not_word;
    }

private:
    // What the directory says; a lie is found when the entry is unpacked.
    const char* look(std::uint64_t index)
    {
        zip_stat_t about;
        zip_stat_init(&about);
        if (zip_stat_index(zip_, index, 0, &about) != 0 || about.name == nullptr)
            return broken;
        if (about.encryption_method != ZIP_EM_NONE)
            return not_word;
        if (!is_plain_name(about.name) || !names_.insert(about.name).second)
            return broken;
        said_ += about.size;
        if (about.size > limits_.entry_bytes || said_ > limits_.all_bytes || beyond_ratio(about.size, about.comp_size))
            return too_large;
        return nullptr;
    }

    bool beyond_ratio(std::uint64_t unpacked, std::uint64_t packed) const
    {
        return unpacked > ratio_counts_from && unpacked / std::max<std::uint64_t>(packed, 1) > limits_.ratio;
    }

    const char* unpack(std::uint64_t index)
    {
        const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(zip_, index, 0));
        if (!file)
            return broken;
        std::array<char, 65536> buffer;
        std::uint64_t bytes = 0;
        while (true)
        {
            const auto count = zip_fread(file.get(), buffer.data(), buffer.size());
            if (count < 0)
                return broken;
            if (count == 0)
                return nullptr;
            bytes += static_cast<std::uint64_t>(count);
            unpacked_ += static_cast<std::uint64_t>(count);
            if (bytes > limits_.entry_bytes || unpacked_ > limits_.all_bytes)
                return too_large;
        }
    }

    zip_t* zip_;
    const ZipLimits& limits_;
    std::set<std::string> names_;
    std::uint64_t said_ = 0;
    std::uint64_t unpacked_ = 0;
};

} // namespace

Result<Done> check_word_zip(std::string_view bytes, std::string_view field, const ZipLimits& limits)
{
    const auto refuse = [&](const char* code) { return invalid(std::string(field), code); };
    // An old .doc, an RTF, a PDF: no zip at all.
    if (!bytes.starts_with("PK"))
        return refuse(not_word);
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr)
        return refuse(broken);
    const std::unique_ptr<zip_t, CloseZip> zip(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    zip_error_fini(&error);
    if (!zip)
    {
        zip_source_free(source);
        return refuse(broken);
    }
    if (const auto* wrong = Check(zip.get(), limits).run())
        return refuse(wrong);
    return Done{};
}

} // namespace rondetafel::documents
