// SPDX-License-Identifier: EUPL-1.2
#include <rondetafel/base/secrets.hpp>
#include <rondetafel/templates/templates.hpp>

#include <gtest/gtest.h>

#include <fstream>

namespace rondetafel::templates
{

namespace
{

class TemplatesOf : public testing::Test
{
protected:
    TemplatesOf()
    {
        std::filesystem::create_directories(folder_ / "texts");
        for (const char* language : {"nl", "en", "pl"})
            write("texts/" + std::string(language) + ".toml",
                  "[greeting]\nhello = \"Dag {name} (" + std::string(language) + ")\"\n");
    }
    ~TemplatesOf() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }

    std::shared_ptr<const Source> source()
    {
        return std::make_shared<Source>(folder_, Texts(folder_ / "texts"));
    }

    std::string render(const std::string& name, const View& view, Language language = Language::nl)
    {
        return Templates(source()).render(language, name, view);
    }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("rondetafel-templates-" + hex(SystemRandomness{}.bytes(8)));
};

TEST_F(TemplatesOf, EscapeWhatPeopleTyped)
{
    write("page.mustache", "<p title=\"{{name}}\">{{name}}</p>");
    EXPECT_EQ(render("page", View{}.set("name", "<b> & \"'")),
              "<p title=\"&lt;b&gt; &amp; &quot;&#39;\">&lt;b&gt; &amp; &quot;&#39;</p>");
}

TEST_F(TemplatesOf, LeavePlainTextAsItIs)
{
    write("text.mustache", "{{name}}");
    EXPECT_EQ(render("text", View{}.set("name", "O'Brien & <zn>")), "O'Brien & <zn>");
    EXPECT_TRUE(Source::is_plain("letters/subject"));
    EXPECT_FALSE(Source::is_plain("letters/html"));
}

TEST_F(TemplatesOf, RefuseANameThatNobodySet)
{
    write("page.mustache", "{{#shown}}{{nmae}}{{/shown}}");
    EXPECT_THROW(render("page", View{}.set("shown", true)), std::logic_error);
    EXPECT_EQ(render("page", View{}.set("shown", false)), "");
    EXPECT_THROW(render("page", View{}), std::logic_error);
}

TEST_F(TemplatesOf, TakeInPartialsAndTexts)
{
    write("_part.mustache", "[[greeting.hello]]");
    write("page.mustache", "<i>{{> _part}}</i>");
    EXPECT_EQ(render("page", View{}.set("name", "<Łucja>"), Language::pl), "<i>Dag &lt;Łucja&gt; (pl)</i>");
}

TEST_F(TemplatesOf, RefuseMissingPartialsTextsAndBrokenSyntax)
{
    for (const char* broken : {"{{> nowhere}}", "[[greeting.goodbye]]", "{{#open}}"})
    {
        write("page.mustache", broken);
        EXPECT_THROW(source(), std::runtime_error) << broken;
    }
}

TEST_F(TemplatesOf, LeaveAwayAnEmptyOptionalText)
{
    write("page.mustache", "{{#remark}}<p>{{remark}}</p>{{/remark}}");
    EXPECT_EQ(render("page", View{}.optional("remark", "")), "");
    EXPECT_EQ(render("page", View{}.optional("remark", "ja")), "<p>ja</p>");
}

TEST(RealTemplates, ParseInEveryLanguage)
{
    const std::filesystem::path web = std::filesystem::path{RONDETAFEL_SOURCE} / "service/web";
    const auto source = std::make_shared<Source>(web / "templates", Texts(web / "texts"));
    EXPECT_GT(source->names().size(), 20U);
    Templates templates(source);
    for (const auto& name : source->names())
        for (const auto language : {Language::nl, Language::en, Language::pl})
            try
            {
                templates.render(language, name, View{});
            }
            catch (const std::logic_error& error)
            {
                EXPECT_NE(std::string(error.what()).find(" asks for "), std::string::npos) << error.what();
            }
}

} // namespace

} // namespace rondetafel::templates
