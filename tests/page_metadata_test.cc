// What a page declares, and which of several places is believed.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "site_name.h"
#include "thanbai/line.h"

namespace thanbai {
namespace {

using Names = std::vector<std::string_view>;

std::string json_ld(std::string_view json) {
  return "<script type='application/ld+json'>" + std::string(json) + "</script>";
}

TEST(PageMetadata, AuthorsAreThoseOfTheFirstPlaceThatNamesSomebody) {
  const std::string site = "<meta property=og:site_name content='Example Pumps'>";
  const std::string jane = "<meta name=author content='Jane Doe'>";
  const std::string label = "<meta name=twitter:label1 content='";
  const std::string data = "'><meta name=twitter:data1 content='John Roe'>";
  const struct {
    const char* why;
    std::string page;
    Names authors;
  } cases[] = {
      {"the more telling", jane + "<meta name=byl content='By John Roe'>", {"Jane Doe"}},
      {"though a less telling one comes first",
       "<meta name=byl content='By John Roe'>" + jane,
       {"Jane Doe"}},
      {"the outlet names nobody",
       site + jane + json_ld(R"({"@type":"Article",
        "author":{"name":"Example Pumps"}})"),
       {"Jane Doe"}},
      {"nor does its publisher by another name",
       site + jane + json_ld(R"({"@type":"Article",
        "author":{"name":"Sample Inc."},"publisher":{"name":"Sample Inc."}})"),
       {"Jane Doe"}},
      {"nor an account",
       jane + json_ld(R"({"@type":"Article","author":{"name":"@pumps"}})"),
       {"Jane Doe"}},
      {"names with the outlet behind them do",
       json_ld(R"({"@type":"NewsArticle",
        "author":{"name":"Jane Doe, Sample Inc."},"publisher":{"name":"Sample Inc."}})"),
       {"Jane Doe, Sample Inc."}},
      {"teasers' do not, if the article's are declared",
       site + "<meta name=author content='Example Pumps'><a rel=author>John Roe</a>",
       {"Example Pumps"}},
      {"the outlet, if there is nobody else",
       site + "<meta name=author content='Example Pumps'>",
       {"Example Pumps"}},
      {"but not of news",
       json_ld(R"({"@type":"NewsArticle","author":{"name":"Sample Inc."},
        "publisher":{"name":"Sample Inc."}})"),
       {}},
      {"what a card says at last", label + "Written by" + data, {"John Roe"}},
      {"in German", label + "Verfasst von" + data, {"John Roe"}},
      {"a card says other things, too", label + "Reading time" + data, {}},
      {"and less than anything else", label + "Written by" + data + jane, {"Jane Doe"}},
      {"one of several words of rel", "<a rel='author noopener'>Jane Doe</a>", {"Jane Doe"}},
      {"and of itemprop", "<p itemprop='creator author'>Jane Doe</p>", {"Jane Doe"}},
  };
  for (const auto& c : cases) EXPECT_EQ(read_html(c.page).metadata.authors, c.authors) << c.why;
}

TEST(PageMetadata, Dates) {
  const std::string noon = json_ld(R"({"@type":"Article","datePublished":"2025-04-08T12:00:00"})");
  const struct {
    const char* why;
    std::string page;
    std::string_view published;
  } cases[] = {
      {"a less telling place may add the offset",
       noon + "<meta name=date content='2025-04-08T12:00:00+02:00'>", "2025-04-08T12:00:00+02:00"},
      {"in any order", "<meta name=date content='2025-04-08T12:00:00+02:00'>" + noon,
       "2025-04-08T12:00:00+02:00"},
      {"but no other moment", noon + "<meta name=date content='2025-04-08T13:00:00+02:00'>",
       "2025-04-08T12:00:00"},
      {"nor may an element, which may be a comment's",
       "<meta name=date content=2025-04-08><time datetime='2025-04-08T13:00'>noon</time>",
       "2025-04-08"},
      {"names that end like others", "<meta name='dtk:publishdate' content=2025-04-08>",
       "2025-04-08"},
      {"microformats", "<abbr class=published title='2025-04-08T09:15:00+07:00'>Tuesday</abbr>",
       "2025-04-08T09:15:00+07:00"},
      {"other abbreviations are no dates", "<abbr title='2025 edition'>ed.</abbr>", ""},
      {"JSON-LD whose plus is a reference",
       "<script type='application/ld&#x2B;json'>{\"@type\":\"Article\","
       "\"datePublished\":\"2025-04-08\"}</script>",
       "2025-04-08"},
      {"with a charset",
       "<script type='application/ld+json; charset=utf-8'>{\"@type\":\"Article\","
       "\"datePublished\":\"2025-04-08\"}</script>",
       "2025-04-08"},
      {"with blanks",
       "<script type=' application/ld+json '>{\"@type\":\"Article\","
       "\"datePublished\":\"2025-04-08\"}</script>",
       "2025-04-08"},
      {"but not other JSON",
       "<script type='application/json'>{\"@type\":\"Article\","
       "\"datePublished\":\"2025-04-08\"}</script>",
       ""},
  };
  for (const auto& c : cases) EXPECT_EQ(read_html(c.page).metadata.published, c.published) << c.why;
}

TEST(PageMetadata, AddressesAreNoNamesAndTitlesNoAddresses) {
  const Lines site = read_html(
      "<meta property=og:site_name content='https://example.org'>"
      "<meta name=application-name content=Example>");
  EXPECT_EQ(site.metadata.site, "Example");
  const Lines url = read_html(
      "<link rel=canonical href='What is wine?'>"
      "<meta property=og:url content='https://example.org/wine'>");
  EXPECT_EQ(url.metadata.url, "https://example.org/wine");
}

TEST(SiteInTitle, IsThePartThatTheAddressNames) {
  const struct {
    const char* why;
    std::string_view title, url, site;
  } cases[] = {
      {"the last part", "A new bridge | The Example", "https://www.theexample.org/a",
       "The Example"},
      {"the first", "Example - A new bridge", "https://example.co.uk/a", "Example"},
      {"the host", "A new bridge - example.org", "https://example.org/a", "example.org"},
      {"a name that is but like it", "A new bridge | Example Pumps", "https://example.org/", ""},
      {"no address", "A new bridge | Example", "", ""},
      {"no parts", "Example", "https://example.org/", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(site_in_title(c.title, c.url), c.site) << c.why;
}

}  // namespace
}  // namespace thanbai
