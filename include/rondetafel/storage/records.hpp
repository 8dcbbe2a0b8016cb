// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/storage/accounts.hpp>
#include <rondetafel/storage/covenants.hpp>
#include <rondetafel/storage/drafts.hpp>
#include <rondetafel/storage/erasure.hpp>
#include <rondetafel/storage/events.hpp>
#include <rondetafel/storage/invitations.hpp>
#include <rondetafel/storage/links.hpp>
#include <rondetafel/storage/meetings.hpp>
#include <rondetafel/storage/outbox.hpp>
#include <rondetafel/storage/parties.hpp>
#include <rondetafel/storage/programmes.hpp>
#include <rondetafel/storage/reactions.hpp>
#include <rondetafel/storage/reminders.hpp>
#include <rondetafel/storage/renderings.hpp>
#include <rondetafel/storage/rounds.hpp>
#include <rondetafel/storage/settings.hpp>
#include <rondetafel/storage/versions.hpp>
#include <rondetafel/storage/word_imports.hpp>

namespace rondetafel::storage
{

/// Everything that is kept, noun by noun. Lives as long as its session.
/// `add` gives the row's number; `save` throws Outdated when the revision is not the stored one, and raises
/// it.
struct Records
{
    explicit Records(Sql& sql)
        : settings(sql), accounts(sql), programmes(sql), parties(sql), meetings(sql), invitations(sql),
          reminders(sql), outbox(sql), links(sql), events(sql), covenants(sql), drafts(sql), versions(sql), erasure(sql),
          renderings(sql), word_imports(sql), rounds(sql), reactions(sql)
    {
    }

    Settings settings;
    Accounts accounts;
    Programmes programmes;
    Parties parties;
    Meetings meetings;
    Invitations invitations;
    Reminders reminders;
    Outbox outbox;
    Links links;
    Events events;
    Covenants covenants;
    Drafts drafts;
    Versions versions;
    Erasure erasure;
    Renderings renderings;
    WordImports word_imports;
    Rounds rounds;
    Reactions reactions;
};

} // namespace rondetafel::storage
