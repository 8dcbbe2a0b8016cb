// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/reactions.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace rondetafel
{

/// The decision that counts of each remark: the last one.
std::map<RemarkId, Decision> standing_decisions(const std::vector<Decision>& decisions);

/// What decisions bring into the text: amendments as their party wrote them, or in the words of the decision. A comment
/// brings something only when its decision has words.
std::vector<Amendment> accepted_amendments(const CovenantText& base, const std::vector<Remark>& remarks,
                                           const std::map<RemarkId, Decision>& decisions);

/// Bytes that follow from a seed, so that merging the same decisions names new members the same every time.
class DerivedRandomness : public Randomness
{
public:
    explicit DerivedRandomness(std::string seed) : seed_(std::move(seed)) {}
    std::string bytes(std::size_t count) override;

private:
    std::string seed_;
    unsigned turn_ = 0;
};

/// What merging makes of the working text, in which staff may have written since the version was issued.
struct Combined
{
    CovenantText text;                ///< title and parties as in the working text
    std::vector<ArticleId> conflicts; ///< first-level articles that both changed; they stand as staff wrote them
};

/// `base` is the text that both began from. An article that only one of the two changed is taken from that one; of those in
/// `settled` the merged words count.
Combined combine(const CovenantText& base, const CovenantText& merged, const CovenantText& working,
                 const std::set<ArticleId>& settled);

} // namespace rondetafel
