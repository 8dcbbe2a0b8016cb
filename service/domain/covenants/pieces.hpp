// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/domain/covenants.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rondetafel
{

/// A piece as it was typed, before it has a name. `level` 0 is the article itself, 1 stands in it, 2 in a
/// member.
struct Piece
{
    ArticleKind kind = ArticleKind::member;
    int level = 1;
    std::string heading;
    std::string body;
};

/// Takes the typed text of an article of `kind` apart: its own body first, then what is inside it in reading
/// order.
std::vector<Piece> pieces_of(ArticleKind kind, std::string_view typed);

/// Refuses more members and parts than can be numbered and read back, terms of more than a line, and tables of an
/// annex that nobody can read. Problems name the field "text".
Result<Done> check_pieces(ArticleKind kind, const std::vector<Piece>& pieces);

/// Gives pieces the ids of the old branch they come from: by equal text, then by likeness, then by place. The
/// rest get new ids.
std::vector<Article> named(const Article& article, const std::vector<Article>& old_branch,
                           const std::vector<Piece>& pieces, Randomness& randomness);

} // namespace rondetafel
