// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/actions/context.hpp>
#include <rondetafel/actions/covenants.hpp>
#include <rondetafel/actions/reactions.hpp>
#include <rondetafel/base/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::actions
{

/// The largest Word file that is taken. Text is small; what is larger holds pictures.
inline constexpr std::size_t word_file_bytes_max = std::size_t{4} * 1024 * 1024;

/// A Word file that a member of staff hands in: a partner's reaction to a version, or the start of a covenant.
struct HandInWordFile
{
    ImportPurpose purpose = ImportPurpose::reaction;
    std::optional<CovenantId> covenant; ///< of a reaction
    std::optional<VersionId> version;   ///< the text it was made from
    std::optional<RoundId> round;
    std::optional<CovenantPartyId> party;
    std::string file_name;
    std::string bytes;
};
/// Puts it in the queue of the press. Invalid "file": "word.missing", "word.too_large"; "version" or "party" when it is
/// none of this covenant.
Result<WordImportId> hand_in_word_file(Context& context, const HandInWordFile& wish);

/// A file with the version it is read against.
struct WordImportView
{
    WordImport import;
    std::optional<Version> version;
    std::optional<CovenantParty> party;
};
/// Problem "word_import.not_found".
Result<WordImportView> show_word_import(Context& context, const WordImportId& id);
/// Newest first, without content.
Result<std::vector<WordImport>> list_word_imports(Context& context, const CovenantId& covenant);

/// Notes that it was taken over, into this covenant; the file itself is dropped. Conflict "word_import.settled" when it was
/// before.
struct SettleWordImport
{
    WordImportId import;
    CovenantId covenant;
};
Result<Done> settle_word_import(Context& context, const SettleWordImport& wish);

/// Starts a covenant with what a file says, once: a second click finds it taken over.
struct StartFromWordImport
{
    WordImportId import;
    StartCovenant covenant;
};
Result<CovenantId> start_from_word_import(Context& context, const StartFromWordImport& wish);

/// Settles the file and enters what it says, both or neither: a second click finds it taken over, and remarks that are
/// refused leave it as it was. Says how many remarks were written.
struct TakeOverWordImport
{
    SettleWordImport file;
    EnterRemarks says;
};
Result<int> take_over_word_import(Context& context, const TakeOverWordImport& wish);

} // namespace rondetafel::actions
