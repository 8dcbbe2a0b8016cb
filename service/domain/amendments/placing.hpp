// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/amendments.hpp>

#include <map>
#include <set>
#include <vector>

namespace rondetafel
{

/// An article that is to stand right after another one, or first of its kind when `after` is empty.
struct Placement
{
    ArticleId article;
    ArticleId after;
    ArticleKind kind = ArticleKind::article;
};

/// The articles of which each waits for the next to find its place ("a after b" and "b after a"); empty when
/// there are none.
std::vector<ArticleId> waiting_for_each_other(const std::vector<Placement>& placements);

/// The order of first-level articles after all placements, in which nobody may wait for each other. Those
/// that go to the same place stand there in the order of `placements`.
std::vector<ArticleId> placed(const CovenantText& base, const std::vector<Placement>& placements);

} // namespace rondetafel
