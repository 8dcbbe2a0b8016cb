// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/documents/word_reading.hpp>

#include <boost/json.hpp>

#include <stdexcept>

namespace rondetafel::documents
{

namespace
{

namespace json = boost::json;

json::string kept(std::string_view text) { return json::string(text); }

std::string text(const json::object& row, std::string_view name)
{
    const auto& value = row.at(name).as_string();
    return {value.data(), value.size()};
}

template <class Enum>
Enum choice(const json::object& row, std::string_view name)
{
    return from_word<Enum>(text(row, name)).value();
}

json::object row_of(const UnderstoodRemark& remark)
{
    const auto& amendment = remark.amendment;
    return json::object{{"kind", kept(word(remark.kind))},
                        {"deed", kept(word(amendment.deed))},
                        {"article", kept(amendment.article.value)},
                        {"place", kept(amendment.place.value)},
                        {"inserted", kept(amendment.inserted.value)},
                        {"inserted_kind", kept(word(amendment.kind))},
                        {"base", kept(amendment.base_sha256)},
                        {"heading", kept(amendment.heading)},
                        {"text", kept(amendment.text)},
                        {"comment", kept(remark.comment)},
                        {"quote", kept(remark.quote)},
                        {"prefix", kept(remark.prefix)},
                        {"suffix", kept(remark.suffix)},
                        {"author", kept(remark.author)}};
}

UnderstoodRemark remark_of(const json::object& row)
{
    UnderstoodRemark remark;
    remark.kind = choice<RemarkKind>(row, "kind");
    remark.amendment.deed = choice<AmendmentDeed>(row, "deed");
    remark.amendment.article.value = text(row, "article");
    remark.amendment.place.value = text(row, "place");
    remark.amendment.inserted.value = text(row, "inserted");
    remark.amendment.kind = choice<ArticleKind>(row, "inserted_kind");
    remark.amendment.base_sha256 = text(row, "base");
    remark.amendment.heading = text(row, "heading");
    remark.amendment.text = text(row, "text");
    remark.comment = text(row, "comment");
    remark.quote = text(row, "quote");
    remark.prefix = text(row, "prefix");
    remark.suffix = text(row, "suffix");
    remark.author = text(row, "author");
    return remark;
}

} // namespace

std::string write_understood(const UnderstoodReaction& reaction)
{
    json::array remarks;
    for (const auto& remark : reaction.remarks)
        remarks.push_back(row_of(remark));
    json::array rest;
    for (const auto& words : reaction.not_understood)
        rest.push_back(kept(words));
    return json::serialize(
        json::object{{"articles_found", reaction.articles_found}, {"remarks", remarks}, {"not_understood", rest}});
}

UnderstoodReaction read_understood(std::string_view written)
{
    try
    {
        const auto tree = json::parse(json::string_view(written.data(), written.size())).as_object();
        UnderstoodReaction reaction;
        reaction.articles_found = static_cast<int>(tree.at("articles_found").to_number<long long>());
        for (const auto& row : tree.at("remarks").as_array())
            reaction.remarks.push_back(remark_of(row.as_object()));
        for (const auto& words : tree.at("not_understood").as_array())
            reaction.not_understood.emplace_back(words.as_string().data(), words.as_string().size());
        return reaction;
    }
    catch (const std::exception& error)
    {
        throw std::invalid_argument(std::string("this is no understood reaction: ") + error.what());
    }
}

} // namespace rondetafel::documents
