// SPDX-License-Identifier: EUPL-1.2
#include "personal_data_file.hpp"

#include <boost/json.hpp>

namespace rondetafel::web::pages
{

namespace json = boost::json;

namespace
{

json::value moment(const std::optional<Instant>& instant)
{
    return instant ? json::value(iso(*instant)) : json::value(nullptr);
}

json::object of_contact(const actions::PersonalData& data)
{
    const auto& contact = data.contact;
    return {{"organisation", data.organisation.name},
            {"given_name", contact.name.given},
            {"infix", contact.name.infix},
            {"family_name", contact.name.family},
            {"form_of_address", word(contact.name.form)},
            {"function", contact.function},
            {"language", code(contact.language)},
            {"email", contact.email},
            {"phone", contact.phone},
            {"may_sign", contact.signatory},
            {"archived", contact.archived},
            {"address_refused", contact.address_state == AddressState::refused}};
}

json::array answers_of(const actions::InvitationView& view)
{
    json::array answers;
    for (const auto& given : view.answers)
        answers.push_back(json::object{{"given_at", iso(given.given_at)},
                                       {"answer", word(given.answer)},
                                       {"remark", given.remark},
                                       {"substitute_name", given.substitute_name},
                                       {"substitute_email", given.substitute_email},
                                       {"source", word(given.source)},
                                       {"entered_by", given.entered_by}});
    return answers;
}

json::array letters_of(const std::vector<storage::OutboxLetter>& sent)
{
    json::array letters;
    for (const auto& letter : sent)
        letters.push_back(json::object{{"kind", word(letter.kind)},
                                       {"state", word(letter.state)},
                                       {"to_name", letter.to_name},
                                       {"to_address", letter.to_address},
                                       {"written_at", iso(letter.written_at)},
                                       {"sent_at", moment(letter.sent_at)},
                                       {"server_reply", letter.last_reply}});
    return letters;
}

json::array history_of(const actions::InvitationView& view)
{
    json::array history;
    for (const auto& event : view.events)
        history.push_back(json::object{{"happened_at", iso(event.happened_at)},
                                       {"what", event.verb},
                                       {"who", event.actor_name},
                                       {"detail", event.detail}});
    return history;
}

json::object of_invitation(const actions::InvitationView& view)
{
    const auto& invitation = view.invitation;
    return {{"meeting", view.meeting.title},     {"starts", iso(view.meeting.starts)},
            {"zone", view.meeting.zone},         {"name", full_name(invitation.name)},
            {"email", invitation.email},         {"language", code(invitation.language)},
            {"state", word(invitation.state)},   {"invited_at", moment(invitation.invited_at)},
            {"answer", word(invitation.answer)}, {"remark", invitation.remark},
            {"answers", answers_of(view)},       {"letters", letters_of(view.letters)},
            {"history", history_of(view)}};
}

json::array remarks_of(const actions::PersonInRound& person)
{
    json::array remarks;
    for (std::size_t at = 0; at < person.remarks.size(); ++at)
    {
        const auto& remark = person.remarks[at];
        const bool proposal = remark.kind == RemarkKind::amendment;
        remarks.push_back(json::object{{"given_at", iso(remark.given_at)},
                                       {"kind", word(remark.kind)},
                                       {"article", person.places[at]},
                                       {"proposal", proposal ? json::value(word(remark.amendment.deed)) : json::value(nullptr)},
                                       {"heading", remark.amendment.heading},
                                       {"text", remark.amendment.text},
                                       {"comment", remark.comment},
                                       {"quote", remark.quote},
                                       {"source", word(remark.source)},
                                       {"withdrawn_at", moment(remark.withdrawn_at)}});
    }
    return remarks;
}

json::object of_round(const actions::PersonInRound& person)
{
    const auto& consultee = person.consultee;
    return {{"covenant", person.covenant},
            {"party", person.party},
            {"opens", iso(person.round.opens)},
            {"closes", iso(person.round.closes)},
            {"name", full_name(consultee.name)},
            {"email", consultee.email},
            {"language", code(consultee.language)},
            {"invited_at", moment(consultee.invited_at)},
            {"withdrawn_at", moment(consultee.withdrawn_at)},
            {"remarks", remarks_of(person)},
            {"letters", letters_of(person.letters)}};
}

// Boost.JSON writes on one line; a person is going to read this.
void write(std::string& out, const json::value& value, const std::string& indent)
{
    const auto deeper = indent + "  ";
    if (const auto* object = value.if_object(); object != nullptr && !object->empty())
    {
        out += "{\n";
        for (std::size_t at = 0; const auto& [key, inner] : *object)
        {
            out += deeper + json::serialize(key) + ": ";
            write(out, inner, deeper);
            out += ++at < object->size() ? ",\n" : "\n";
        }
        out += indent + "}";
    }
    else if (const auto* array = value.if_array(); array != nullptr && !array->empty())
    {
        out += "[\n";
        for (std::size_t at = 0; const auto& inner : *array)
        {
            out += deeper;
            write(out, inner, deeper);
            out += ++at < array->size() ? ",\n" : "\n";
        }
        out += indent + "]";
    }
    else
        out += json::serialize(value);
}

} // namespace

std::string personal_data_file(const actions::PersonalData& data)
{
    json::array invitations;
    for (const auto& view : data.invitations)
        invitations.push_back(of_invitation(view));
    json::array consultations;
    for (const auto& person : data.rounds)
        consultations.push_back(of_round(person));
    std::string text;
    write(text,
          json::object{{"contact", of_contact(data)},
                       {"invitations", std::move(invitations)},
                       {"consultations", std::move(consultations)}},
          "");
    return text + '\n';
}

} // namespace rondetafel::web::pages
