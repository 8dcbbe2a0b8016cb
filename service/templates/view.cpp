// SPDX-License-Identifier: EUPL-1.2
#include "view_data.hpp"

namespace rondetafel::templates
{

using Value = kainjow::mustache::data;

View::View() : data_(std::make_unique<Data>()) {}
View::View(const View& other) : data_(std::make_unique<Data>(*other.data_)) {}
View::View(View&& other) noexcept = default;
View::~View() = default;

View& View::operator=(View other) noexcept
{
    data_.swap(other.data_);
    return *this;
}

View& View::set(const std::string& name, std::string text)
{
    data_->values.set(name, Value{std::move(text)});
    return *this;
}

View& View::set(const std::string& name, const char* text) { return set(name, std::string(text)); }

View& View::set_flag(const std::string& name, bool flag)
{
    data_->values.set(name, Value{flag});
    return *this;
}

View& View::set(const std::string& name, View view)
{
    data_->values.set(name, view.data_->values.tree);
    return *this;
}

View& View::set(const std::string& name, std::vector<View> list)
{
    Value values{Value::type::list};
    for (const auto& view : list)
        values.push_back(view.data_->values.tree);
    data_->values.set(name, values);
    return *this;
}

View& View::optional(const std::string& name, std::string text)
{
    return text.empty() ? set_flag(name, false) : set(name, std::move(text));
}

View& View::merge(const View& other)
{
    for (const auto& name : other.data_->values.names)
        data_->values.set(name, *other.data_->values.tree.get(name));
    return *this;
}

} // namespace rondetafel::templates
