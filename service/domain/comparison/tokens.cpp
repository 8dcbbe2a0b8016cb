// SPDX-License-Identifier: EUPL-1.2
#include "tokens.hpp"

#include "characters.hpp"

#include <algorithm>

namespace rondetafel
{

namespace
{

// No word or sign has a blank in its key, so these are taken for nothing else.
constexpr std::string_view break_key = " ";
constexpr std::string_view number_key = "1. ";
constexpr std::string_view letter_key = "a. ";
constexpr std::string_view bullet_key = "- ";
constexpr std::size_t number_digits_max = 3;
constexpr std::size_t id_letters = 12;

bool is_small_letter(char letter)
{
    return letter >= 'a' && letter <= 'z';
}

bool is_plain_letter(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte < plain_kinds.size() && plain_kinds[byte] == CharacterKind::letter;
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

} // namespace

/// Reads a text from left to right. Each token's spelling reaches from the end of the one before it to its
/// own end.
class TokenReader
{
public:
    TokenReader(std::string_view text, const SameArticles& same) : text_(text), same_(same), out_(text)
    {
        out_.tokens_.reserve(text.size() / 5 + 4);
        out_.fingerprints_.reserve(text.size() / 5 + 4);
        lines_.reserve(text.size() + text.size() / 5 + 16);
    }

    TokenText read()
    {
        at_ = end_of_blanks(0);
        for (bool line_start = true;;)
        {
            while (read_plain_word())
                line_start = false;
            if (!read_core(line_start))
                break;
            const auto blanks_end = end_of_blanks(at_);
            const bool breaks = blanks_end < text_.size() && is_break(at_, blanks_end);
            add(breaks ? at_ : blanks_end);
            if (breaks)
            {
                begin_key(TokenKind::paragraph_break);
                lines_ += break_key;
                add(blanks_end);
                out_.paragraphs_.push_back(out_.size());
            }
            at_ = blanks_end;
            line_start = breaks;
        }
        if (!out_.empty())
        {
            out_.tokens_.back().end = static_cast<std::uint32_t>(text_.size());
            out_.paragraphs_.push_back(out_.size());
        }
        out_.lines_ = std::move(lines_);
        return std::move(out_);
    }

private:
    std::size_t end_of_plain_letters() const
    {
        auto end = at_;
        while (end < text_.size() && is_plain_letter(text_[end]))
            ++end;
        return end;
    }

    // Most words are plain letters with one blank behind them; this is much quicker than looking at every
    // letter's kind.
    bool read_plain_word()
    {
        const auto end = end_of_plain_letters();
        if (end == at_ || end + 1 >= text_.size() || text_[end] != ' ' || !is_plain_letter(text_[end + 1]))
            return false;
        begin_key(TokenKind::word);
        lines_.append(text_, at_, end - at_);
        at_ = end + 1;
        add(at_);
        return true;
    }

    Character character(std::size_t at) const
    {
        return at < text_.size() ? character_at(text_, at) : Character{CharacterKind::blank, 0, {}};
    }

    std::size_t end_of_blanks(std::size_t at) const
    {
        while (at < text_.size())
        {
            const auto next = character_at(text_, at);
            if (next.kind != CharacterKind::blank && next.kind != CharacterKind::invisible)
                break;
            at += next.bytes;
        }
        return at;
    }

    // An empty line, or a line that begins a list item or a row of a table. Other line ends are blanks.
    bool is_break(std::size_t begin, std::size_t end) const
    {
        const auto feeds = std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                                      text_.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        return feeds >= 2 || (feeds == 1 && (text_[end] == '|' || item_end(end) != end));
    }

    // Where "1.", "b.", "bb.", "-" or "*" at the start of a line ends; `at` itself when no list item begins
    // there.
    std::size_t item_end(std::size_t at) const
    {
        auto end = at;
        while (end < text_.size() && end - at < number_digits_max && is_digit(text_[end]))
            ++end;
        if (end == at && is_small_letter(text_[at]))
            end += at + 1 < text_.size() && text_[at + 1] == text_[at] ? 2 : 1;
        if (end != at && (end == text_.size() || text_[end] != '.'))
            return at;
        if (end == at && text_[at] != '-' && text_[at] != '*')
            return at;
        ++end;
        return end < text_.size() && character_at(text_, end).kind == CharacterKind::blank ? end : at;
    }

    void begin_key(TokenKind kind) { kind_ = kind; }

    void add(std::size_t end)
    {
        out_.tokens_.push_back(
            {static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(lines_.size()), kind_});
        out_.fingerprints_.push_back(fingerprint(std::string_view(lines_).substr(key_begin_)));
        lines_ += '\n';
        key_begin_ = lines_.size();
    }

    // Reads what makes the next token what it is, with the marks around it. False at the end of the text.
    bool read_core(bool line_start)
    {
        if (at_ >= text_.size())
            return false;
        if (const auto end = line_start ? item_end(at_) : at_; end != at_)
        {
            begin_key(TokenKind::item);
            lines_ += is_digit(text_[at_])          ? number_key
                      : is_small_letter(text_[at_]) ? letter_key
                                                    : bullet_key;
            at_ = end;
            return true;
        }
        const auto marks = at_;
        skip_marks();
        if (character(at_).kind == CharacterKind::blank)
            return marks != at_ && read_lonely_marks(marks);
        if (!read_reference() && !read_word())
            read_punctuation();
        skip_closing_marks();
        return true;
    }

    void skip_marks()
    {
        for (auto next = character(at_);
             next.kind == CharacterKind::mark || next.kind == CharacterKind::invisible; next = character(at_))
            at_ += next.bytes;
    }

    // Marks that hug no word are asterisks that somebody meant.
    bool read_lonely_marks(std::size_t begin)
    {
        begin_key(TokenKind::punctuation);
        lines_.append(text_.substr(begin, at_ - begin));
        return true;
    }

    void skip_closing_marks()
    {
        const auto begin = at_;
        skip_marks();
        if (character(at_).kind == CharacterKind::letter)
            at_ = begin; // they open the next word
    }

    bool read_reference()
    {
        if (text_[at_] != '{' || at_ + id_letters + 1 >= text_.size() || text_[at_ + id_letters + 1] != '}')
            return false;
        const auto id = text_.substr(at_ + 1, id_letters);
        if (!std::all_of(id.begin(), id.end(),
                         [](char one) { return is_small_letter(one) || is_digit(one); }))
            return false;
        begin_key(TokenKind::word);
        const auto same = same_.find(id);
        lines_.append("{").append(same == same_.end() ? id : same->second).append("}");
        at_ += id_letters + 2;
        return true;
    }

    bool read_word()
    {
        auto next = character(at_);
        if (next.kind != CharacterKind::letter)
            return false;
        begin_key(TokenKind::word);
        while (next.kind == CharacterKind::letter)
        {
            lines_ += next.key;
            at_ += next.bytes;
            const auto plain_end = end_of_plain_letters();
            lines_.append(text_, at_, plain_end - at_);
            at_ = plain_end;
            next = character(at_);
            if (next.kind != CharacterKind::letter)
                next = past_inner(next);
        }
        return true;
    }

    // What joins two letters to one word: "zzp'er", "e-mail", "1.000,50", a mark or soft hyphen inside. Steps
    // over it.
    Character past_inner(const Character& inner)
    {
        auto after = at_;
        if (inner.kind == CharacterKind::mark || inner.kind == CharacterKind::invisible)
            for (auto next = inner; next.kind == CharacterKind::mark || next.kind == CharacterKind::invisible;
                 next = character(after))
                after += next.bytes;
        else if (inner.kind == CharacterKind::apostrophe || inner.kind == CharacterKind::hyphen ||
                 divides_digits())
            after += inner.bytes;
        else
            return inner;
        const auto next = character(after);
        if (next.kind != CharacterKind::letter)
            return inner;
        if (inner.kind != CharacterKind::mark && inner.kind != CharacterKind::invisible)
            lines_ += inner.key;
        at_ = after;
        return next;
    }

    bool divides_digits() const
    {
        const auto sign = text_[at_];
        return (sign == '.' || sign == ',' || sign == ':') && at_ > 0 && at_ + 1 < text_.size() &&
               is_digit(text_[at_ - 1]) && is_digit(text_[at_ + 1]);
    }

    void read_punctuation()
    {
        begin_key(TokenKind::punctuation);
        // "\*" is an asterisk and nothing else.
        if (text_[at_] == '\\' && at_ + 1 < text_.size() &&
            static_cast<unsigned char>(text_[at_ + 1]) < 0x80 &&
            character(at_ + 1).kind != CharacterKind::letter &&
            character(at_ + 1).kind != CharacterKind::blank)
            ++at_;
        const auto sign = character(at_);
        lines_ += sign.key;
        at_ += sign.bytes;
    }

    std::string_view text_;
    const SameArticles& same_;
    TokenText out_;
    std::string lines_;
    std::size_t key_begin_ = 0;
    TokenKind kind_ = TokenKind::word;
    std::size_t at_ = 0;
};

TokenText tokens_of(std::string_view text, const SameArticles& same)
{
    return TokenReader(text, same).read();
}

} // namespace rondetafel
