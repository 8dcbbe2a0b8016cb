// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "actions/world.hpp"
#include "mail/smtp_peer.hpp"

#include <rondetafel/templates/templates.hpp>

namespace rondetafel::jobs
{

/// A world whose office can send: it has a sender, and the letters of the product.
class Office : public actions::World
{
protected:
    void SetUp() override
    {
        World::SetUp();
        rondetafel::Office office;
        office.name = office.sender_name = "Gemeente Aalsmeer";
        office.sender_address = office.reply_address = "rondetafel@aalsmeer.example";
        records().settings.save(office);
    }

    static std::shared_ptr<const templates::Source> letters_source()
    {
        const std::filesystem::path folder = RONDETAFEL_SOURCE "/email-templates";
        return std::make_shared<const templates::Source>(folder, Texts{folder / "texts"});
    }

    storage::OutboxLetter letter(LetterId id) { return records().outbox.find(id).value(); }
    storage::OutboxLetter only_letter(MeetingId meeting)
    {
        return records().outbox.of_meeting(meeting).at(0);
    }
};

} // namespace rondetafel::jobs
