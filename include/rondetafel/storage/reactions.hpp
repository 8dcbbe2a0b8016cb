// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/rounds.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rondetafel::storage
{

class Sql;

/// The words somebody wrote to settle an overlap, as they are kept.
struct StoredSettlement
{
    VersionId version; ///< the version the amendments were written against
    Settlement settlement;
    std::string author;
    Instant written_at;
    int revision = 0; ///< 0: not stored yet
};

/// What merging last put into the working text, so that a later merge can tell it from what staff wrote there.
struct MergedText
{
    VersionId version;
    std::string canonical;
    std::string author;
    Instant merged_at;
    int revision = 0; ///< 0: not stored yet
};

/// A reaction that was handed in, with who did and about what.
struct ReceivedReaction
{
    Instant given_at;
    std::string author;
    std::string party; ///< its legal name
    std::string entered_by;
    ReactionSource source = ReactionSource::link;
    RoundId round;
    CovenantId covenant;
    std::string covenant_title;
};

/// What parties said in rounds and what was decided. Nothing here is ever removed.
class Reactions
{
public:
    explicit Reactions(Sql& sql) : sql_(sql) {}

    std::optional<Reaction> find(ReactionId id) const;
    std::optional<Reaction> of(RoundId round, CovenantPartyId party) const;
    std::vector<Reaction> of(RoundId round) const;
    /// The last ones that were handed in, newest first.
    std::vector<ReceivedReaction> last_received(int limit) const;
    ReactionId add(const Reaction& reaction);
    void save(Reaction& reaction);
    /// Makes others who write in this reaction wait until this transaction ends.
    void take_turn(ReactionId id);

    std::optional<Remark> find_remark(RemarkId id) const;
    /// In the order in which they were written, replaced and withdrawn ones too.
    std::vector<Remark> remarks_of(RoundId round) const;
    std::vector<Remark> remarks_of(ReactionId reaction) const;
    RemarkId add_remark(const Remark& remark);
    /// False when it was replaced or withdrawn meanwhile.
    bool replace_remark(RemarkId old, RemarkId by);
    bool withdraw_remark(RemarkId id, Instant now);

    /// In the order in which they were made; of each remark the last one counts.
    std::vector<Decision> decisions_of(RoundId round) const;
    DecisionId add_decision(const Decision& decision, std::optional<AccountId> account);
    /// Marks every decision of a round as carried by a version.
    void seal_decisions(RoundId round, VersionId version);

    std::vector<StoredSettlement> settlements_of(VersionId version) const;
    /// Adds or changes; Outdated when somebody else wrote meanwhile, Duplicate when somebody was first.
    void save(const StoredSettlement& settlement);
    std::optional<MergedText> merged_text(VersionId version) const;
    void save(const MergedText& merged);

private:
    Sql& sql_;
};

} // namespace rondetafel::storage
