// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <vector>

namespace rondetafel::templates
{

/// The values a template may use, by name. A template that asks for a name nobody set fails loudly, so a view says
/// "no" in words: `set("warning", false)`, or `optional("remark", text)`.
class View
{
public:
    View();
    View(const View& other);
    View(View&& other) noexcept;
    View& operator=(View other) noexcept;
    ~View();

    View& set(const std::string& name, std::string text);
    View& set(const std::string& name, const char* text);
    template <std::same_as<bool> Flag>
    View& set(const std::string& name, Flag flag)
    {
        return set_flag(name, flag);
    }
    template <std::integral Number>
        requires(!std::same_as<Number, bool>)
    View& set(const std::string& name, Number number)
    {
        return set(name, std::to_string(number));
    }
    View& set(const std::string& name, View view);
    View& set(const std::string& name, std::vector<View> list);
    /// The text, or "no" when it is empty: for `{{#remark}}…{{remark}}…{{/remark}}`.
    View& optional(const std::string& name, std::string text);
    /// Takes over every value of `other`.
    View& merge(const View& other);

    struct Data;
    const Data& data() const { return *data_; }

private:
    View& set_flag(const std::string& name, bool flag);
    std::unique_ptr<Data> data_;
};

} // namespace rondetafel::templates
