// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <map>
#include <optional>
#include <string>

namespace rondetafel::documents
{

/// Where the pieces of a text stand and how they are cited, worked out once for all pieces that are written: a text may
/// have thousands of them. The text must outlive it, unchanged. For one thread.
class TextIndex
{
public:
    struct Place
    {
        int level = 0; ///< how many pieces it stands inside of
        bool in_annex = false;
    };

    explicit TextIndex(const CovenantText& text);

    Place place_of(const Article& article) const;
    /// Null when there is no such piece.
    const std::string* citation(const ArticleId& id) const;

private:
    const CovenantText& text_;
    std::map<ArticleId, Place> places_;
    mutable std::optional<Citations> citations_; ///< made when something is cited
};

} // namespace rondetafel::documents
