// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/actions/word_imports.hpp>

namespace rondetafel::actions
{

namespace
{

Result<Done> check_place(Context& context, const HandInWordFile& wish)
{
    const auto version = wish.version ? context.records.versions.find(*wish.version) : std::nullopt;
    if (!version || !wish.covenant || version->covenant != *wish.covenant)
        return invalid("version", "version.not_found");
    if (!wish.party)
        return Done{};
    const auto party = context.records.covenants.find_party(*wish.party);
    if (!party || party->covenant != *wish.covenant)
        return invalid("party", "word.no_party");
    return Done{};
}

} // namespace

Result<WordImportId> hand_in_word_file(Context& context, const HandInWordFile& wish)
{
    if (wish.bytes.empty())
        return invalid("file", "word.missing");
    if (wish.bytes.size() > word_file_bytes_max)
        return invalid("file", "word.too_large");
    if (wish.purpose == ImportPurpose::reaction)
        if (const auto checked = check_place(context, wish); !checked)
            return checked.error();
    WordImport import;
    import.purpose = wish.purpose;
    import.covenant = wish.covenant;
    import.version = wish.version;
    import.round = wish.round;
    import.party = wish.party;
    import.file_name = wish.file_name;
    import.content = base64url(wish.bytes);
    import.sha256 = sha256_hex(wish.bytes);
    import.author = context.actor.display_name();
    import.next_attempt_at = import.received_at = context.machine_now;
    return context.records.word_imports.add(import);
}

Result<WordImportView> show_word_import(Context& context, const WordImportId& id)
{
    auto import = context.records.word_imports.find(id);
    if (!import)
        return not_found("word_import");
    WordImportView view;
    if (import->version)
        view.version = context.records.versions.find(*import->version);
    if (import->party)
        view.party = context.records.covenants.find_party(*import->party);
    view.import = std::move(*import);
    return view;
}

Result<std::vector<WordImport>> list_word_imports(Context& context, const CovenantId& covenant)
{
    return context.records.word_imports.of(covenant);
}

Result<Done> settle_word_import(Context& context, const SettleWordImport& wish)
{
    const auto import = context.records.word_imports.find(wish.import);
    if (!import)
        return not_found("word_import");
    if (!context.records.word_imports.settle(wish.import, wish.covenant))
        return conflict("word_import.settled");
    return Done{};
}

Result<CovenantId> start_from_word_import(Context& context, const StartFromWordImport& wish)
{
    const auto started = start_covenant(context, wish.covenant);
    if (!started)
        return started.error();
    if (const auto settled = settle_word_import(context, {wish.import, *started}); !settled)
        return settled.error();
    return *started;
}

Result<int> take_over_word_import(Context& context, const TakeOverWordImport& wish)
{
    if (const auto settled = settle_word_import(context, wish.file); !settled)
        return settled.error();
    return enter_remarks(context, wish.says);
}

} // namespace rondetafel::actions
