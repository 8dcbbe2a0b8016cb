// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <soci/soci.h>

#include <memory>
#include <string>
#include <unordered_map>

namespace rondetafel::storage
{

/// A statement that stays prepared, with the variables it is bound to.
struct Prepared
{
    virtual ~Prepared() = default;
};

/// A session and the statements that stay prepared on it: on SQLite preparing one costs more than running it. SOCI's
/// MySQL backend prepares nothing, so there nothing is kept.
class Sql : public soci::session
{
public:
    void keep_at_most(std::size_t statements) { room_ = statements; }

    /// The statement kept for this text, out of the store while it is used; null when there is none of this type.
    template <class Kept>
    std::unique_ptr<Kept> take(const std::string& text)
    {
        const auto found = kept_.find(text);
        if (found == kept_.end() || dynamic_cast<Kept*>(found->second.get()) == nullptr)
            return nullptr;
        return std::unique_ptr<Kept>(static_cast<Kept*>(found->second.release()));
    }

    /// Keeps a statement that ran well. One that failed is not given back, so that none is stuck halfway.
    void give_back(const std::string& text, std::unique_ptr<Prepared> statement)
    {
        if (kept_.size() >= room_)
            kept_.clear(); // texts with a page number in them are many
        if (room_ > 0)
            kept_[text] = std::move(statement);
    }

    void close()
    {
        kept_.clear();
        soci::session::close();
    }

private:
    std::size_t room_ = 0;
    std::unordered_map<std::string, std::unique_ptr<Prepared>> kept_;
};

} // namespace rondetafel::storage
