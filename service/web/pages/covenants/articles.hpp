// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <rondetafel/web/context.hpp>

namespace rondetafel::web::pages
{

http::Response new_article(http::Request& request, Context& context);
http::Response add_article(http::Request& request, Context& context);
http::Response edit_article(http::Request& request, Context& context);
/// Saves or shows a preview, by the button that was pressed.
http::Response save_article(http::Request& request, Context& context);
/// Keeps what is being typed; for the script of the editor, which needs no page.
http::Response keep_typing(http::Request& request, Context& context);
http::Response forget_typing(http::Request& request, Context& context);
http::Response move_article(http::Request& request, Context& context);
http::Response remove_article(http::Request& request, Context& context);
http::Response show_article_history(http::Request& request, Context& context);
http::Response restore_article(http::Request& request, Context& context);

} // namespace rondetafel::web::pages
