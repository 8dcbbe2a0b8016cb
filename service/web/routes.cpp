// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/web/routes.hpp>

#include "pages/account.hpp"
#include "pages/accounts.hpp"
#include "pages/contacts.hpp"
#include "pages/covenants/articles.hpp"
#include "pages/covenants/comparison.hpp"
#include "pages/covenants/covenant_check.hpp"
#include "pages/covenants/covenant_parties.hpp"
#include "pages/covenants/covenants.hpp"
#include "pages/covenants/decision_records.hpp"
#include "pages/covenants/versions.hpp"
#include "pages/covenants/downloads.hpp"
#include "pages/covenants/word_imports.hpp"
#include "pages/invitations.hpp"
#include "pages/invitees.hpp"
#include "pages/meeting_documents.hpp"
#include "pages/meeting_form.hpp"
#include "pages/meetings.hpp"
#include "pages/office.hpp"
#include "pages/parties.hpp"
#include "pages/passwords.hpp"
#include "pages/personal_data.hpp"
#include "pages/post.hpp"
#include "pages/programmes.hpp"
#include "pages/reactions/personal_link.hpp"
#include "pages/reactions/reactions.hpp"
#include "pages/reminder_rules.hpp"
#include "pages/rounds/rounds.hpp"
#include "pages/sending.hpp"
#include "pages/sign_in.hpp"
#include "pages/site.hpp"
#include "pages/steps.hpp"
#include "pages/today.hpp"

#include <array>

namespace rondetafel::web
{

namespace
{

using http::Method;
constexpr auto get = Method::get;
constexpr auto post = Method::post;

constexpr auto table = std::to_array<Route>({
    // method, path, who, handler, heavy
    {get, "/", Who::reader, pages::show_today},
    {get, "/theme.css", Who::anyone, pages::show_theme},
    {get, "/privacy", Who::anyone, pages::show_privacy},
    {get, "/toegankelijkheid", Who::anyone, pages::show_accessibility},
    {get, "/hulp", Who::anyone, pages::show_help},
    {get, "/.well-known/security.txt", Who::anyone, pages::show_security_contact},
    {get, "/readyz", Who::anyone, pages::show_readiness},
    {get, "/metrics", Who::anyone, pages::show_metrics},
    {get, "/demo/klok", Who::coordinator, pages::show_clock},
    {post, "/demo/klok", Who::coordinator, pages::move_clock},

    {get, "/u/:token", Who::partner, pages::show_personal_page},
    {post, "/u/:token", Who::partner, pages::post_personal_page},
    {get, "/u/:token/:language", Who::partner, pages::show_personal_page},
    {post, "/u/:token/:language", Who::partner, pages::post_personal_page},
    {get, "/u/:token/:language/ontvangen", Who::partner, pages::show_personal_receipt},
    {get, "/u/:token/:language/artikel/:article", Who::partner, pages::show_reaction_article},
    {post, "/u/:token/:language/artikel/:article", Who::partner, pages::post_reaction_article},
    {get, "/u/:token/:language/artikel/:article/bewaard", Who::partner, pages::show_saved_article},

    {get, "/inloggen", Who::anyone, pages::show_sign_in},
    {post, "/inloggen", Who::anyone, pages::post_sign_in, true},
    {post, "/inloggen/code", Who::anyone, pages::post_sign_in_code},
    {post, "/uitloggen", Who::reader, pages::post_sign_out},
    {post, "/uitloggen/overal", Who::reader, pages::post_sign_out_everywhere},
    {get, "/wachtwoord", Who::anyone, pages::show_forgotten},
    {post, "/wachtwoord", Who::anyone, pages::post_forgotten},
    {get, "/wachtwoord/:token", Who::anyone, pages::show_new_password},
    {post, "/wachtwoord/:token", Who::anyone, pages::post_new_password, true},
    {get, "/account", Who::reader, pages::show_account},
    {post, "/account", Who::reader, pages::post_account, true},
    {get, "/account/tweede-stap", Who::reader, pages::show_second_step},
    {post, "/account/tweede-stap", Who::reader, pages::post_second_step},
    {get, "/beheer/accounts", Who::administrator, pages::show_accounts},
    {post, "/beheer/accounts", Who::administrator, pages::post_accounts},
    {post, "/beheer/accounts/:account", Who::administrator, pages::post_account_change},
    {get, "/beheer/organisatie", Who::administrator, pages::show_office},
    {post, "/beheer/organisatie", Who::administrator, pages::post_office},

    {get, "/programma", Who::reader, pages::show_programme},
    {get, "/programma/lijnen", Who::reader, pages::show_lines},
    {get, "/programma/stappen.csv", Who::reader, pages::download_steps},
    {get, "/programma/stappen/nieuw", Who::coordinator, pages::new_step},
    {post, "/programma/stappen", Who::coordinator, pages::add_step},
    {get, "/programma/stappen/:step", Who::reader, pages::show_step},
    {post, "/programma/stappen/:step", Who::coordinator, pages::save_step},
    {get, "/programma/schuiven", Who::coordinator, pages::show_shift},
    {post, "/programma/schuiven", Who::coordinator, pages::shift_programme},

    {get, "/partners", Who::reader, pages::list_parties},
    {post, "/partners", Who::coordinator, pages::add_party},
    {get, "/partners/nieuw", Who::coordinator, pages::new_party},
    {get, "/partners/:organisation", Who::reader, pages::show_party},
    {get, "/partners/:organisation/wijzig", Who::coordinator, pages::edit_party},
    {post, "/partners/:organisation/wijzig", Who::coordinator, pages::save_party},
    {post, "/partners/:organisation/archief", Who::coordinator, pages::archive_party},
    {get, "/partners/:organisation/contacten/nieuw", Who::coordinator, pages::new_contact},
    {post, "/partners/:organisation/contacten/nieuw", Who::coordinator, pages::add_contact},
    {get, "/contacten/:contact", Who::coordinator, pages::edit_contact},
    {post, "/contacten/:contact", Who::coordinator, pages::save_contact},
    {post, "/contacten/:contact/archief", Who::coordinator, pages::archive_contact},
    {get, "/contacten/:contact/gegevens", Who::coordinator, pages::show_personal_data},
    {get, "/contacten/:contact/gegevens.json", Who::coordinator, pages::download_personal_data},
    {get, "/contacten/:contact/wissen", Who::coordinator, pages::ask_to_erase_person},
    {post, "/contacten/:contact/wissen", Who::coordinator, pages::erase_person},

    {get, "/bijeenkomsten", Who::reader, pages::list_meetings},
    {get, "/bijeenkomsten/nieuw", Who::coordinator, pages::new_meeting},
    {post, "/bijeenkomsten", Who::coordinator, pages::create_meeting},
    {get, "/bijeenkomsten/:meeting", Who::reader, pages::show_meeting},
    {get, "/bijeenkomsten/:meeting/bewerk", Who::coordinator, pages::edit_meeting},
    {post, "/bijeenkomsten/:meeting/bewerk", Who::coordinator, pages::change_meeting},
    {get, "/bijeenkomsten/:meeting/genodigden", Who::coordinator, pages::pick_invitees},
    {post, "/bijeenkomsten/:meeting/genodigden", Who::coordinator, pages::add_invitees},
    {get, "/bijeenkomsten/:meeting/versturen", Who::coordinator, pages::preview_invitations},
    {post, "/bijeenkomsten/:meeting/versturen", Who::coordinator, pages::send_invitations},
    {post, "/bijeenkomsten/:meeting/proefbrief", Who::coordinator, pages::send_test_letter},
    {get, "/bijeenkomsten/:meeting/stand", Who::reader, pages::show_sending},
    {get, "/bijeenkomsten/:meeting/berichten", Who::reader, pages::show_messages},
    {post, "/bijeenkomsten/:meeting/herinner", Who::coordinator, pages::remind_invitees},
    {post, "/bijeenkomsten/:meeting/intrekken", Who::coordinator, pages::withdraw_invitees},
    {post, "/bijeenkomsten/:meeting/verwijder", Who::coordinator, pages::remove_invitees},
    {get, "/bijeenkomsten/:meeting/annuleer", Who::coordinator, pages::ask_cancel_reason},
    {post, "/bijeenkomsten/:meeting/annuleer", Who::coordinator, pages::cancel_meeting},
    {post, "/bijeenkomsten/:meeting/gehouden", Who::coordinator, pages::mark_meeting_held},
    {post, "/bijeenkomsten/:meeting/gesloten", Who::coordinator, pages::mark_meeting_closed},
    {post, "/bijeenkomsten/:meeting/weg", Who::coordinator, pages::delete_draft_meeting},
    {get, "/bijeenkomsten/:meeting/herinneringen", Who::reader, pages::show_reminder_rules},
    {post, "/bijeenkomsten/:meeting/herinneringen", Who::coordinator, pages::save_reminder_rules},
    {get, "/bijeenkomsten/:meeting/antwoorden.csv", Who::reader, pages::answers_csv},
    {get, "/bijeenkomsten/:meeting/presentielijst", Who::reader, pages::attendance_list},
    {get, "/uitnodigingen/:invitation", Who::reader, pages::show_invitation},
    {get, "/uitnodigingen/:invitation/antwoord", Who::coordinator, pages::ask_answer},
    {post, "/uitnodigingen/:invitation/antwoord", Who::coordinator, pages::enter_answer},
    {post, "/uitnodigingen/:invitation/link", Who::coordinator, pages::renew_invitation_link},
    {post, "/uitnodigingen/:invitation/plaats", Who::coordinator, pages::place_from_waiting},

    {get, "/convenanten", Who::reader, pages::list_covenants},
    {post, "/convenanten", Who::coordinator, pages::create_covenant},
    {get, "/convenanten/nieuw", Who::coordinator, pages::new_covenant},
    {get, "/convenanten/nieuw/bestand", Who::coordinator, pages::new_covenant_file},
    {post, "/convenanten/nieuw/bestand", Who::coordinator, pages::hand_in_covenant_file, false, true},
    {get, "/convenanten/nieuw/bestand/:import", Who::coordinator, pages::show_covenant_file},
    {post, "/convenanten/nieuw/bestand/:import", Who::coordinator, pages::start_from_covenant_file},
    {get, "/convenanten/:covenant", Who::reader, pages::show_covenant},
    {get, "/convenanten/:covenant/bewerk", Who::coordinator, pages::edit_covenant},
    {post, "/convenanten/:covenant/bewerk", Who::coordinator, pages::change_covenant},
    {get, "/convenanten/:covenant/artikelen/nieuw", Who::coordinator, pages::new_article},
    {post, "/convenanten/:covenant/artikelen", Who::coordinator, pages::add_article},
    {get, "/convenanten/:covenant/artikelen/:article", Who::coordinator, pages::edit_article},
    {post, "/convenanten/:covenant/artikelen/:article", Who::coordinator, pages::save_article},
    {post, "/convenanten/:covenant/artikelen/:article/concept", Who::coordinator, pages::keep_typing},
    {post, "/convenanten/:covenant/artikelen/:article/weggooien", Who::coordinator, pages::forget_typing},
    {post, "/convenanten/:covenant/artikelen/:article/verplaats", Who::coordinator, pages::move_article},
    {post, "/convenanten/:covenant/artikelen/:article/weg", Who::coordinator, pages::remove_article},
    {get, "/convenanten/:covenant/artikelen/:article/geschiedenis", Who::reader, pages::show_article_history},
    {post, "/convenanten/:covenant/artikelen/:article/herstel", Who::coordinator, pages::restore_article},
    {get, "/convenanten/:covenant/partijen", Who::reader, pages::list_covenant_parties},
    {post, "/convenanten/:covenant/partijen", Who::coordinator, pages::add_covenant_parties},
    {get, "/convenanten/:covenant/partijen/nieuw", Who::coordinator, pages::new_covenant_party},
    {post, "/convenanten/:covenant/partijen/nieuw", Who::coordinator, pages::create_covenant_party},
    {get, "/convenanten/:covenant/partijen/:party", Who::coordinator, pages::edit_covenant_party},
    {post, "/convenanten/:covenant/partijen/:party", Who::coordinator, pages::change_covenant_party},
    {post, "/convenanten/:covenant/partijen/:party/weg", Who::coordinator, pages::leave_covenant},
    {get, "/convenanten/:covenant/versies", Who::reader, pages::list_versions},
    {post, "/convenanten/:covenant/versies", Who::coordinator, pages::issue_version},
    {get, "/convenanten/:covenant/versies/nieuw", Who::coordinator, pages::new_version},
    {get, "/convenanten/:covenant/versies/:version", Who::reader, pages::show_version},
    {post, "/convenanten/:covenant/versies/:version/bestand", Who::reader, pages::ask_version_file},
    {get, "/convenanten/:covenant/vergelijken", Who::reader, pages::compare_versions},
    {post, "/convenanten/:covenant/vergelijken/bestand", Who::reader, pages::ask_comparison_file},
    {get, "/convenanten/:covenant/word", Who::coordinator, pages::show_word_imports},
    {post, "/convenanten/:covenant/word", Who::coordinator, pages::hand_in_word, false, true},
    {get, "/convenanten/:covenant/word/:import", Who::coordinator, pages::show_word_import},
    {post, "/convenanten/:covenant/word/:import", Who::coordinator, pages::take_over_word},
    {get, "/bestanden/:rendering", Who::reader, pages::show_file},
    {get, "/bestanden/:rendering/:name", Who::reader, pages::download_file},
    {get, "/convenanten/:covenant/toets", Who::reader, pages::show_covenant_check},
    {post, "/convenanten/:covenant/toets", Who::coordinator, pages::dismiss_finding},
    {post, "/convenanten/:covenant/toets/heropen", Who::coordinator, pages::reopen_finding},
    {get, "/convenanten/:covenant/besluiten", Who::reader, pages::list_decision_records},
    {post, "/convenanten/:covenant/besluiten", Who::coordinator, pages::add_decision_record},
    {post, "/convenanten/:covenant/besluiten/:record/weg", Who::coordinator, pages::remove_decision_record},
    {get, "/convenanten/:covenant/vaststellen", Who::coordinator, pages::show_adoption},
    {post, "/convenanten/:covenant/vaststellen", Who::coordinator, pages::adopt_covenant},
    {get, "/convenanten/:covenant/consultatie", Who::reader, pages::list_rounds},
    {post, "/convenanten/:covenant/consultatie", Who::coordinator, pages::create_round},
    {get, "/convenanten/:covenant/consultatie/nieuw", Who::coordinator, pages::new_round},
    {get, "/convenanten/:covenant/consultatie/:round", Who::reader, pages::show_round},
    {get, "/convenanten/:covenant/consultatie/:round/bewerk", Who::coordinator, pages::edit_round},
    {post, "/convenanten/:covenant/consultatie/:round/bewerk", Who::coordinator, pages::change_round},
    {post, "/convenanten/:covenant/consultatie/:round/open", Who::coordinator, pages::open_round},
    {post, "/convenanten/:covenant/consultatie/:round/weg", Who::coordinator, pages::remove_round},
    {post, "/convenanten/:covenant/consultatie/:round/gevraagden/:consultee/link", Who::coordinator,
     pages::renew_reaction_link},
    {post, "/convenanten/:covenant/consultatie/:round/gevraagden/:consultee/intrekken", Who::coordinator,
     pages::withdraw_consultee},
    {get, "/convenanten/:covenant/consultatie/:round/invoeren/:party", Who::coordinator, pages::ask_reaction},
    {post, "/convenanten/:covenant/consultatie/:round/invoeren/:party", Who::coordinator, pages::enter_reaction},
    {get, "/convenanten/:covenant/consultatie/:round/reacties", Who::reader, pages::show_remarks},
    {get, "/convenanten/:covenant/consultatie/:round/besluit/:remark", Who::coordinator, pages::ask_decision},
    {post, "/convenanten/:covenant/consultatie/:round/besluit/:remark", Who::coordinator, pages::save_decision},
    {get, "/convenanten/:covenant/consultatie/:round/verwerken", Who::reader, pages::show_merge},
    {post, "/convenanten/:covenant/consultatie/:round/verwerken", Who::coordinator, pages::merge_into_text},
    {post, "/convenanten/:covenant/consultatie/:round/afronden", Who::coordinator, pages::conclude_round},
    {get, "/convenanten/:covenant/consultatie/:round/verwerken/:article", Who::coordinator, pages::ask_settlement},
    {post, "/convenanten/:covenant/consultatie/:round/verwerken/:article", Who::coordinator, pages::save_settlement},
    {get, "/convenanten/:covenant/reactienota/:round", Who::reader, pages::show_reaction_note},
    {post, "/convenanten/:covenant/reactienota/:round/bestand", Who::reader, pages::ask_reaction_note_file},
    {get, "/convenanten/:covenant/reactienota/:round/reactienota.csv", Who::reader, pages::reaction_note_csv},

    {get, "/post", Who::reader, pages::show_post},
    {get, "/post/vastgehouden", Who::coordinator, pages::ask_to_send_held},
    {post, "/post/vastgehouden", Who::coordinator, pages::send_held_letters},
    {get, "/post/:letter", Who::reader, pages::show_letter},
    {post, "/post/:letter/opnieuw", Who::coordinator, pages::send_letter_again},
});

} // namespace

std::span<const Route> routes() { return table; }

} // namespace rondetafel::web
