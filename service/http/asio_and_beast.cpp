// SPDX-License-Identifier: EUPL-1.2
// The one place where the two libraries are compiled; every other file sees declarations only.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
