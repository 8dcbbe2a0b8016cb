// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fingerprint.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rondetafel
{

enum class TokenKind : std::uint8_t
{
    word, ///< letters and digits, or a reference {id}
    punctuation,
    item, ///< what a list item begins with: "1.", "b.", "-"
    paragraph_break
};

/// For references whose target got another id: the id in this text -> the id it is compared as.
using SameArticles = std::map<std::string, std::string, std::less<>>;

/// A text as tokens, the smallest things that can change. The spelling of a token is a stretch of the text,
/// with the noise that surrounds it: all spellings joined give the text, byte for byte. Two tokens are equal
/// when their keys are: a key leaves out all that is noise. Keeps a view of the text, which must outlive it.
class TokenText
{
public:
    explicit TokenText(std::string_view text) : text_(text) {}

    std::size_t bytes() const { return text_.size(); }
    std::size_t size() const { return tokens_.size(); }
    bool empty() const { return tokens_.empty(); }
    bool is(TokenKind kind, std::size_t at) const { return tokens_[at].kind == kind; }
    std::span<const Fingerprint> fingerprints() const { return fingerprints_; }
    /// Where each paragraph begins, and in the end where the last one ends. A break is the last token of its
    /// paragraph.
    const std::vector<std::size_t>& paragraphs() const { return paragraphs_; }
    /// All keys, each with a line feed behind it.
    const std::string& lines() const { return lines_; }
    std::string_view key(std::size_t at) const
    {
        const std::size_t begin = at == 0 ? 0 : tokens_[at - 1].key_end + 1;
        return std::string_view(lines_).substr(begin, tokens_[at].key_end - begin);
    }
    /// The spelling of tokens [begin, end).
    std::string_view spelling(std::size_t begin, std::size_t end) const
    {
        const std::size_t from = begin == 0 ? 0 : tokens_[begin - 1].end;
        return begin == end ? std::string_view() : text_.substr(from, tokens_[end - 1].end - from);
    }
    std::string_view spelling(std::size_t at) const { return spelling(at, at + 1); }

private:
    friend class TokenReader;

    /// Where spelling and key end; they begin where those of the token before it end. Small: there are many.
    struct Token
    {
        std::uint32_t end;
        std::uint32_t key_end;
        TokenKind kind;
    };

    std::string_view text_;
    std::vector<Token> tokens_;
    std::vector<Fingerprint> fingerprints_;
    std::vector<std::size_t> paragraphs_{0};
    std::string lines_;
};

/// Noise is: blanks and where a line is broken, curly or straight quotes, no-break spaces and hyphens, soft
/// hyphens, marks of bold and italic, and the number or bullet of a list item. A text of nothing but noise
/// has no tokens.
TokenText tokens_of(std::string_view text, const SameArticles& same = {});

} // namespace rondetafel
