// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>
#include <rondetafel/domain/renderings.hpp>
#include <rondetafel/domain/rounds.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel
{

/// Why somebody handed in a file.
enum class ImportPurpose
{
    reaction, ///< a partner's comments on a version
    start     ///< the first text of a covenant
};

template <>
struct Words<ImportPurpose>
{
    static constexpr std::pair<ImportPurpose, std::string_view> all[] = {{ImportPurpose::reaction, "reaction"},
                                                                         {ImportPurpose::start, "start"}};
};

/// A Word file that was handed in, until it is read and taken over.
struct WordImport
{
    WordImportId id;
    ImportPurpose purpose = ImportPurpose::reaction;
    std::optional<CovenantId> covenant;
    std::optional<VersionId> version; ///< the text the file was made from
    std::optional<RoundId> round;
    std::optional<CovenantPartyId> party;
    std::string file_name;
    std::string content; ///< base64url
    std::string sha256;  ///< of the file
    PressState state = PressState::queued;
    std::string understood; ///< what was read, as documents/word_reading.hpp writes it
    std::string error;      ///< catalogue code of why it was refused
    std::string author;     ///< the member of staff who handed it in
    int attempts = 0;
    Instant next_attempt_at;
    int fence = 0;
    Instant received_at;
};

/// One thing that a partner's file says, against the version it was made from.
struct UnderstoodRemark
{
    RemarkKind kind = RemarkKind::comment; ///< comment or amendment
    Amendment amendment;                   ///< of a comment only `article` counts
    std::string comment;
    std::string quote;
    std::string prefix;
    std::string suffix;
    std::string author; ///< as the file names who changed or commented
};

/// What a partner's file says, and what in it could not be placed.
struct UnderstoodReaction
{
    std::vector<UnderstoodRemark> remarks;
    std::vector<std::string> not_understood; ///< paragraphs that belong to no article of the version
    int articles_found = 0;                  ///< of the version, in the file
};

} // namespace rondetafel
