// SPDX-License-Identifier: EUPL-1.2
#include "common.hpp"

#include <rondetafel/actions/accounts.hpp>

#include <cstdio>

namespace rondetafel::cli
{

namespace
{

void print_link(Opened& opened, AccountId account)
{
    const auto link = opened.perform(actions::password_link, account);
    std::printf("Open this link once, within three days, to set the password:\n%s\n", link->c_str());
}

} // namespace

void user_add(const Wish& wish)
{
    const auto role = from_word<Role>(wish.role);
    if (!role)
        throw std::runtime_error("--role must be administrator, coordinator or reader");
    Opened opened(wish);
    actions::NewAccount wanted;
    wanted.email = wish.email;
    wanted.name = wish.name;
    wanted.role = *role;
    const auto account = opened.perform(actions::add_account, wanted);
    print_link(opened, account->id);
}

void user_reset(const Wish& wish)
{
    Opened opened(wish);
    const auto account = opened.database.records().accounts.find_by_email(actions::account_email(wish.email));
    if (!account)
        throw std::runtime_error("there is no account with that mail address");
    print_link(opened, account->id);
}

} // namespace rondetafel::cli
